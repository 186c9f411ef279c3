#pragma once

#include <span>

namespace quanhe {

// Nothing is surer, in thousandths: no number of newspapers makes a statement certain.
inline constexpr int kGreatestConfidence = 990;

// How sure a statement is that several independent sources make: 1 − Π (1 − confidence of a source), that is,
// one minus the chance that all of them err. Thousandths in (0, 1000] in, thousandths in
// [1, kGreatestConfidence] out. The order of the values does not matter.
int combined_confidence(std::span<const int> source_confidences);

}  // namespace quanhe
