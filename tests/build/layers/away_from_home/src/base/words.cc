#include <rapidjson/document.h>
#include <unicode/uchar.h>
#include <yaml.h>
#include <boost/graph/adjacency_list.hpp>
#include <sqlite3.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include "CLI/CLI.hpp"
