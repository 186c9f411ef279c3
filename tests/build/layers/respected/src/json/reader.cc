#include <rapidjson/document.h>

#include "base/words.h"
