#pragma once

#include "base/words.h"  // [a list; that opens
