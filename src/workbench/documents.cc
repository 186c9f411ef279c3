#include "workbench/documents.h"

#include <optional>
#include <utility>

#include "base/hash.h"
#include "base/keyed_hash.h"

namespace quanhe {
namespace {

struct Known {
  std::uint64_t content = 0;
  std::string place;
};

std::uint64_t content_of(const DocumentSource& source) {
  return stable_hash(to_hex(stable_hash(source.text)) + '\0' + source.date + '\0' + source.url + '\0' + source.title);
}

}  // namespace

ExtractReport for_each_document(InputReader& inputs, const DocumentSinks& sinks) {
  ExtractReport report;
  KeyedMap<std::string, Known> known;
  const auto refuse = [&](const std::string& message) {
    sinks.refusal(message);
    ++report.refused;
  };
  while (std::optional<Result<Input>> input = inputs.next()) {
    if (!*input) {
      refuse(input->error().message);
      continue;
    }
    auto& [place, origin, source] = input->value();
    const std::string id = source.id;
    const std::uint64_t content = content_of(source);
    if (const auto before = known.find(id); before != known.end()) {
      if (before->second.content == content) continue;
      refuse(place + ": the id \"" + id + "\" was given before, at " + before->second.place +
             ", with another text, date, url or title");
      continue;
    }
    if (const Result<void> taken = sinks.take(std::move(source)); !taken) {
      refuse(place + ": " + taken.error().message);
      continue;
    }
    known.emplace(id, Known{content, place});
    ++report.done;
  }
  return report;
}

Result<ReadFacts> FactsReader::read(DocumentSource source) {
  Result<DocumentFacts> facts = extract(source, rules_, memory_);
  if (!facts) return facts.error();
  Result<Document> document = read_document(std::move(source), memory_.words);
  if (!document) return document.error();
  return ReadFacts{std::move(document).value(), std::move(facts).value()};
}

}  // namespace quanhe
