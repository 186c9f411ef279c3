#include "cli/about.h"

namespace quanhe {

const std::string kProgramVersion = QUANHE_VERSION;
const std::string kCommit = QUANHE_COMMIT;
const std::string kDefaultRules = QUANHE_DEFAULT_RULES;

}  // namespace quanhe
