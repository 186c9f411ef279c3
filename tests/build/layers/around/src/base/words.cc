#include "../text/token.h"
#include "words.h"
