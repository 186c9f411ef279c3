#include <graphviz/gvc.h>

#include "base/words.h"
