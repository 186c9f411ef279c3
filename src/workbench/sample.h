#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "workbench/documents.h"

namespace quanhe {

// Which statements are drawn from, and how.
struct SampleChoice {
  std::set<std::string> relations;  // of these only; all when empty
  std::set<std::string> rules;      // of these only; all when empty
  bool acts_only = false;           // not of relations that the pack's scoring calls no acts, or does not count
  std::size_t size = 50;
  std::uint64_t seed = 1;
};

// Draws statements by chance, each as likely as any other, from documents that come one after another. What is drawn
// depends on the seed, the documents and the pack, and not on the order of the documents. Denied and requested
// statements are left out. Holds the rows that are drawn so far, not the documents.
class Sample {
 public:
  // `rules` outlives the sample.
  Sample(SampleChoice choice, const RuleSet& rules) : choice_(std::move(choice)), rules_(rules) {}

  // Cost: statements × log(size), and the document once more where one of them is drawn.
  void add(const ReadFacts& read);

  std::size_t drawn() const { return rows_.size(); }

  // A sheet of tab-separated values with one row of titles, the statements in an order of chance, and an empty column
  // `judgement` to be filled in.
  std::string to_sheet() const;

 private:
  bool is_wanted(const Statement& statement) const;

  SampleChoice choice_;
  const RuleSet& rules_;
  std::map<std::pair<std::uint64_t, std::string>, std::string> rows_;  // by number and identity of the statement
};

}  // namespace quanhe
