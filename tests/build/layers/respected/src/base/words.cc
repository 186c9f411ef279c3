#include "base/words.h"

#include <string>
