#include "pipeline/extract_documents.h"

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "extract/extract.h"

namespace quanhe {
namespace {

// An input on its way, or why it was refused.
struct Item {
  std::string place;
  DocumentSource source;
  std::uint64_t content_hash = 0;  // of all that the source says but its id; 0 until its facts are known
  std::optional<DocumentFacts> facts;
  std::string refusal;
};

using ItemPointer = std::shared_ptr<Item>;

ItemPointer read_next(InputReader& inputs) {
  std::optional<Result<Input>> input = inputs.next();
  if (!input) return nullptr;
  auto item = std::make_shared<Item>();
  if (!*input) {
    item->refusal = input->error().message;
  } else {
    item->place = std::move(input->value().place);
    item->source = std::move(input->value().source);
  }
  return item;
}

// What one thread works with from document to document.
struct Worker {
  explicit Worker(const RuleSet& rules) : words(*rules.words) {}

  WordReader words;
  ExtractMemory memory;
};

void extract_item(Item& item, const RuleSet& rules, Worker& worker) {
  if (!item.refusal.empty()) return;
  const std::string beside_text = '\0' + item.source.date + '\0' + item.source.url + '\0' + item.source.title;
  Result<DocumentFacts> facts = extract(std::move(item.source), rules, worker.words, worker.memory);
  if (facts) {
    item.facts = std::move(facts).value();
    item.content_hash = stable_hash(to_hex(item.facts->content_hash) + beside_text);
  } else {
    item.refusal = item.place + ": " + facts.error().message;
  }
}

// Hands facts on, and sees to it that an id means one content.
class Collector {
 public:
  explicit Collector(const ExtractSinks& sinks) : sinks_(sinks) {}

  void take(Item& item) {
    if (failed_) return;
    if (item.facts) check_id(item);
    if (!item.refusal.empty()) {
      ++report_.refused;
      sinks_.refusal(item.refusal);
    } else if (item.facts) {
      ++report_.done;
      if (item.facts->cut_short) refuse_rest(item);
      const Result<void> taken = sinks_.facts(std::move(*item.facts));
      if (taken) return;
      error_ = taken.error();
      failed_ = true;
    }
  }

  bool failed() const { return failed_; }
  Result<ExtractReport> result() const { return failed() ? Result<ExtractReport>(error_) : report_; }

 private:
  struct Known {
    std::uint64_t content_hash;
    std::string place;
  };

  void refuse_rest(const Item& item) {
    ++report_.refused;
    sinks_.refusal(item.place + ": says more than is kept of a document: all but " +
                   std::to_string(item.facts->statements.size()) + " statements are left out");
  }

  void check_id(Item& item) {
    const auto [known, is_new] = known_.emplace(item.facts->id, Known{item.content_hash, item.place});
    if (is_new) return;
    if (known->second.content_hash != item.content_hash) {
      item.refusal = item.place + ": the id \"" + item.facts->id + "\" was given before, at " + known->second.place +
                     ", with another text, date, url or title";
    }
    item.facts.reset();
  }

  const ExtractSinks& sinks_;
  std::unordered_map<std::string, Known> known_;
  ExtractReport report_;
  Error error_;
  std::atomic<bool> failed_ = false;  // also read by the stage that reads
};

}  // namespace

Result<ExtractReport> extract_documents(InputReader& inputs, const RuleSet& rules, unsigned threads,
                                        const ExtractSinks& sinks) {
  namespace tbb = oneapi::tbb;
  Collector collector(sinks);
  tbb::enumerable_thread_specific<Worker> workers([&] { return Worker(rules); });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  // Documents are read one after another, understood side by side, and handed on in the order in which they came.
  tbb::parallel_pipeline(
      2 * std::size_t{threads},
      tbb::make_filter<void, ItemPointer>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
        ItemPointer item = collector.failed() ? nullptr : read_next(inputs);
        if (item == nullptr) control.stop();
        return item;
      }) & tbb::make_filter<ItemPointer, ItemPointer>(tbb::filter_mode::parallel, [&](ItemPointer item) {
        extract_item(*item, rules, workers.local());
        return item;
      }) & tbb::make_filter<ItemPointer, void>(tbb::filter_mode::serial_in_order, [&](const ItemPointer& item) {
        collector.take(*item);
      }));
  return collector.result();
}

}  // namespace quanhe
