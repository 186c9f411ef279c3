#include "text/token.h"

#include <unicode/uchar.h>

#include "base/words.h"
#include "json/reader.h"
// The line after this one is a comment, which includes nothing.
// #include "graph/graph.h"
