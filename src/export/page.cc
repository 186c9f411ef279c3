#include "export/page.h"

// The assembler takes the file as it is; QUANHE_PAGE is its path, and CMake has this file compiled anew when it
// changes.
__asm__(
    ".pushsection .rodata\n"
    ".globl quanhe_page_begin\n"
    ".globl quanhe_page_end\n"
    "quanhe_page_begin:\n"
    ".incbin \"" QUANHE_PAGE
    "\"\n"
    "quanhe_page_end:\n"
    ".popsection\n");

extern "C" const char quanhe_page_begin[];
extern "C" const char quanhe_page_end[];

namespace quanhe {

std::string_view page() { return {quanhe_page_begin, quanhe_page_end}; }

}  // namespace quanhe
