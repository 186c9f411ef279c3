#pragma once

#include <span>

namespace quanhe {

// How sure a statement is that several independent sources make: 1 − Π (1 − confidence of a source), that is,
// one minus the chance that all of them err. Thousandths in (0, 1000] in, thousandths in [1, 990] out: no
// number of newspapers makes a statement certain. The order of the values does not matter.
int combined_confidence(std::span<const int> source_confidences);

}  // namespace quanhe
