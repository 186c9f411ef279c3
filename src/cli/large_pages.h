#pragma once

namespace quanhe {

// From now on the allocator asks the system for pages of 2 MiB, where it gives them. A command that reads text looks words up
// in tables far larger than what the processor knows of small pages: with large ones it takes a twentieth less time, and some
// 7 MiB more. Others start faster without.
void use_large_pages();

}  // namespace quanhe
