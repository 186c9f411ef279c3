#include "pipeline/store_documents.h"

#include <mutex>
#include <string>

#include "base/hash.h"
#include "base/keyed_hash.h"
#include "store/batch_size.h"

namespace quanhe {
namespace {

// The store is asked by the thread that reads and changed by the one that collects.
class Keeper {
 public:
  Keeper(GraphStore& store, const RuleSet& rules, const BuildEvents& events, BuildReport& report)
      : store_(store), pack_hash_(rules.info.hash), events_(events), report_(report) {}

  bool is_current(const Input& input, std::uint64_t source_hash) {
    const std::lock_guard lock(mutex_);
    seen_.insert(input.source.id);
    const std::optional<StoredProvenance> known = store_.find(input.source.id);
    if (!known) return false;
    const Provenance& stored = known->provenance;
    if (stored.source_hash != to_hex(source_hash) || stored.pack_hash != pack_hash_) {
      if (stored.origin != input.origin) note_move(input, stored);
      return false;
    }
    if (stored.origin != input.origin || stored.place != input.place) {
      store_.move_to(known->document, {stored.source_hash, stored.pack_hash, input.origin, input.place});
    }
    tell_progress();
    return true;
  }

  Result<void> take(const ReadDocument& document) {
    const std::lock_guard lock(mutex_);
    ++(store_.find(document.facts.id) ? report_.changed : report_.added);
    store_.put(document.facts, {to_hex(document.source_hash), pack_hash_, document.origin, document.place});
    tell_progress();
    return batch_.ends_with(document.facts.text.size()) ? store_.commit() : Result<void>();
  }

  void prune(const std::vector<std::string>& origins) {
    for (const std::string& origin : origins) {
      if (origin == "-") continue;
      for (const std::string& id : store_.documents_from(origin)) {
        if (!seen_.contains(id) && store_.remove(id)) ++report_.removed;
      }
    }
  }

 private:
  void tell_progress() { events_.documents_done(++done_); }

  void note_move(const Input& input, const Provenance& before) {
    report_.notes.push_back("the document '" + input.source.id + "' was " + before.place + ", and is now " +
                            input.place);
  }

  GraphStore& store_;
  const std::string pack_hash_;
  const BuildEvents& events_;
  BuildReport& report_;
  std::mutex mutex_;
  KeyedSet<std::string> seen_;
  std::uint64_t done_ = 0;
  BatchSize batch_;
};

}  // namespace

Result<void> store_documents(InputReader& inputs, const RuleSet& rules, const BuildOptions& options,
                             const BuildEvents& events, GraphStore& store, BuildReport& report) {
  Keeper keeper(store, rules, events, report);
  const ExtractSinks sinks{
      [&](const ReadDocument& document) { return keeper.take(document); },
      events.refusal,
      [&](const Input& input, std::uint64_t hash) { return keeper.is_current(input, hash); },
  };
  const Result<ExtractReport> extracted = extract_documents(inputs, rules, options.threads, sinks);
  if (!extracted) return extracted.error();
  report.documents = extracted.value();
  if (options.prune && report.documents.refused == 0) keeper.prune(inputs.origins());
  if (options.prune && report.documents.refused > 0) {
    report.notes.push_back("nothing was pruned: what was refused cannot be told from what has vanished");
  }
  return {};
}

}  // namespace quanhe
