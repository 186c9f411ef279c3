#include "render/limits.h"

#include <sys/resource.h>

namespace quanhe {
namespace {

// The hard limit stays as it is: it may already be lower than ours, and then ours is cut to it.
template <typename Resource>
void limit(Resource resource, std::uint64_t value) {
  struct ::rlimit current {};
  if (::getrlimit(resource, &current) != 0) return;
  const auto wanted = static_cast<rlim_t>(value);
  current.rlim_cur = current.rlim_max != RLIM_INFINITY && current.rlim_max < wanted ? current.rlim_max : wanted;
  ::setrlimit(resource, &current);
}

constexpr bool has_sanitizer() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
  return true;
#else
  return false;
#endif
#else
  return false;
#endif
}

}  // namespace

void apply(const RenderLimits& limits) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, limits.cpu_seconds);
  limit(RLIMIT_FSIZE, limits.output_bytes);
  if (!has_sanitizer()) limit(RLIMIT_AS, limits.memory_bytes);
}

}  // namespace quanhe
