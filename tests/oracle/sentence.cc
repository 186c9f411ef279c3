#include "oracle/sentence.h"

namespace quanhe::oracle {

namespace {

const std::vector<std::string> kBefore = {"a", "B"};
const std::vector<std::string> kAfter = {"B", "a"};

std::string joined(const SentencePlan& plan) {
  std::string text;
  for (const std::string& word : kBefore) text += word + " ";
  for (const SentencePlan::Piece& piece : plan.pieces) {
    const bool first = &piece == plan.pieces.data();
    text += (piece.glued || first ? "" : " ") + piece.text;
  }
  for (const std::string& word : kAfter) text += " " + word;
  return text;
}

}  // namespace

std::string TestSentence::word(std::uint32_t position) const {
  const Span bytes = token(position).bytes;
  return text.substr(bytes.start, bytes.length());
}

bool make_sentence(const SentencePlan& plan, const WordTable& words, TestSentence& sentence) {
  sentence.text = joined(plan);
  sentence.tokens = tokenize(sentence.text);
  for (Token& token : sentence.tokens) {
    token.word = words.find(sentence.text.substr(token.bytes.start, token.bytes.length()));
  }
  const auto before = static_cast<std::uint32_t>(kBefore.size());
  const auto size = static_cast<std::uint32_t>(plan.pieces.size());
  if (sentence.tokens.size() != before + size + kAfter.size()) return false;
  sentence.range = {before, before + size};
  for (std::uint32_t i = 0; i < size; ++i) {
    if (sentence.word(i) != plan.pieces[i].text) return false;
  }
  sentence.mentions = plan.mentions;
  for (Mention& mention : sentence.mentions) {
    mention.tokens.start += before;
    mention.tokens.end += before;
  }
  return true;
}

bool may_add(const std::vector<Mention>& mentions, const Mention& mention) {
  for (const Mention& other : mentions) {
    if (!other.tokens.overlaps(mention.tokens)) continue;
    if (other.type == mention.type) return false;
    if (!other.tokens.contains(mention.tokens) && !mention.tokens.contains(other.tokens)) return false;
  }
  return true;
}

std::string to_string(const SentencePlan& plan) {
  std::string text;
  for (std::uint32_t i = 0; i <= plan.pieces.size(); ++i) {
    for (const Mention& mention : plan.mentions) {
      if (mention.tokens.end == i) text += "]";
    }
    if (i == plan.pieces.size()) break;
    if (i > 0 && !plan.pieces[i].glued) text += " ";
    for (std::uint32_t length = static_cast<std::uint32_t>(plan.pieces.size()); length > 0; --length) {
      for (const Mention& mention : plan.mentions) {
        if (mention.tokens != Span{i, i + length}) continue;
        text += "[" + std::to_string(mention.type) + (mention.plural ? "+ " : " ");
      }
    }
    text += plan.pieces[i].text;
  }
  return text;
}

}  // namespace quanhe::oracle
