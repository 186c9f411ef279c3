#include "pipeline/extract_documents.h"

#include <atomic>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/keyed_hash.h"
#include "pipeline/work_in_order.h"

namespace quanhe {
namespace {

// An input on its way, or why it was refused.
struct Item {
  Input input;
  std::string id;
  std::uint64_t source_hash = 0;
  bool is_current = false;
  std::optional<DocumentFacts> facts;
  std::string refusal;
};

// Documents that are understood together.
using Batch = std::vector<Item>;

// So many documents of so much text are understood together. Few bytes, so that all threads have work where there are few
// documents.
constexpr std::size_t kMostOfBatch = 16;
constexpr std::size_t kTextOfBatch = std::size_t{16} << 10;

// Of all that the source says but its id.
std::uint64_t hash_of(const DocumentSource& source) {
  const std::string beside_text = '\0' + source.date + '\0' + source.url + '\0' + source.title;
  return stable_hash(to_hex(stable_hash(source.text)) + beside_text);
}

std::optional<Item> read_next(InputReader& inputs, const ExtractSinks& sinks) {
  std::optional<Result<Input>> input = inputs.next();
  if (!input) return std::nullopt;
  Item item;
  if (!*input) {
    item.refusal = input->error().message;
    return item;
  }
  item.input = std::move(*input).value();
  item.id = item.input.source.id;
  item.source_hash = hash_of(item.input.source);
  item.is_current = sinks.is_current && sinks.is_current(item.input, item.source_hash);
  return item;
}

// nullptr at the end.
std::shared_ptr<Batch> read_batch(InputReader& inputs, const ExtractSinks& sinks) {
  auto batch = std::make_shared<Batch>();
  std::size_t text = 0;
  do {
    std::optional<Item> item = read_next(inputs, sinks);
    if (!item) break;
    text += item->input.source.text.size();
    batch->push_back(*std::move(item));
  } while (batch->size() < kMostOfBatch && text < kTextOfBatch);
  return batch->empty() ? nullptr : batch;
}

void extract_batch(Batch& batch, const RuleSet& rules, WorkingMemory& memory, Compared compared) {
  std::vector<Item*> items;
  std::vector<DocumentSource> sources;
  for (Item& item : batch) {
    if (!item.refusal.empty() || item.is_current) continue;
    items.push_back(&item);
    sources.push_back(std::move(item.input.source));
  }
  std::vector<Result<DocumentFacts>> results = extract(std::move(sources), rules, memory, compared);
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = *items[i];
    if (results[i]) {
      item.facts = std::move(results[i]).value();
    } else {
      item.refusal = item.input.place + ": " + results[i].error().message;
    }
  }
}

// Hands facts on, and sees to it that an id means one content.
class Collector {
 public:
  explicit Collector(const ExtractSinks& sinks) : sinks_(sinks) {}

  void take(Item& item) {
    if (failed_) return;
    const bool is_new = !item.refusal.empty() || check_id(item);
    if (!item.refusal.empty()) {
      ++report_.refused;
      sinks_.refusal(item.refusal);
    } else if (is_new && item.is_current) {
      ++report_.skipped;
    } else if (is_new) {
      ++report_.done;
      if (item.facts->cut_short) refuse_rest(item);
      const Result<void> taken = sinks_.document(
          {std::move(*item.facts), item.source_hash, std::move(item.input.place), std::move(item.input.origin)});
      if (taken) return;
      error_ = taken.error();
      failed_ = true;
    }
  }

  bool failed() const { return failed_; }
  Result<ExtractReport> result() const { return failed() ? Result<ExtractReport>(error_) : report_; }

 private:
  struct Known {
    std::uint64_t source_hash;
    std::string place;
  };

  void refuse_rest(const Item& item) {
    ++report_.refused;
    sinks_.refusal(item.input.place + ": says more than is kept of a document: all but " +
                   std::to_string(item.facts->statements.size()) + " statements are left out");
  }

  // False when the id was given before.
  bool check_id(Item& item) {
    const auto [known, is_new] = known_.emplace(item.id, Known{item.source_hash, item.input.place});
    if (!is_new && known->second.source_hash != item.source_hash) {
      item.refusal = item.input.place + ": the id \"" + item.id + "\" was given before, at " + known->second.place +
                     ", with another text, date, url or title";
    }
    return is_new;
  }

  const ExtractSinks& sinks_;
  KeyedMap<std::string, Known> known_;
  ExtractReport report_;
  Error error_;
  std::atomic<bool> failed_ = false;  // also read by the stage that reads
};

}  // namespace

Result<ExtractReport> extract_documents(InputReader& inputs, const RuleSet& rules, unsigned threads,
                                        const ExtractSinks& sinks) {
  Collector collector(sinks);
  work_in_order(
      threads, [&] { return collector.failed() ? nullptr : read_batch(inputs, sinks); },
      [&] { return WorkingMemory(*rules.words); },
      [&](Batch& batch, WorkingMemory& memory) { extract_batch(batch, rules, memory, sinks.compared); },
      [&](Batch& batch) {
        for (Item& item : batch) collector.take(item);
      });
  return collector.result();
}

}  // namespace quanhe
