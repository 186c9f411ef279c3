#include "cli/large_pages.h"

#ifdef QUANHE_MIMALLOC
#include <mimalloc.h>
#endif

namespace quanhe {

void use_large_pages() {
#ifdef QUANHE_MIMALLOC
  mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace quanhe
