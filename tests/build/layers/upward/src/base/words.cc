#include <string>
#include "text/token.h"
#  include <graph/graph.h>
