#include "oracle/matcher.h"

#include <algorithm>

#include "base/check.h"
#include "oracle/places.h"

namespace quanhe::oracle {

namespace {

bool has_trigger(const Item& item) {
  return item.kind == Item::Kind::kTrigger || std::any_of(item.children.begin(), item.children.end(), has_trigger);
}

// A pattern as its trigger and what stands on either side of it.
struct Sides {
  std::vector<Item> before;
  const Item* trigger = nullptr;
  std::vector<Item> after;
};

void split(const Item& item, Sides& sides) {
  switch (item.kind) {
    case Item::Kind::kTrigger: sides.trigger = &item.children[0]; return;
    case Item::Kind::kSequence:
      for (const Item& child : item.children) {
        if (has_trigger(child))
          split(child, sides);
        else
          (sides.trigger == nullptr ? sides.before : sides.after).push_back(child);
      }
      return;
    default: QUANHE_CHECK(!"a trigger that does not always take part");
  }
}

}  // namespace

std::optional<Answer> NaiveMatcher::match_at(const Item& pattern, std::uint32_t position) {
  steps_ = 0;
  captures_.clear();
  if (!is_outside_mentions(sentence_, position)) return std::nullopt;
  Answer answer;
  const Rest accept = [&](std::uint32_t end) {
    answer.range = {position, end};
    return true;
  };
  if (!match(pattern, position, Reading::kForward, accept) || gave_up()) return std::nullopt;
  answer.captures = captures_;
  return answer;
}

std::optional<Answer> NaiveMatcher::match_trigger(const Item& pattern, std::uint32_t position) {
  steps_ = 0;
  if (pattern.kind != Item::Kind::kAlternatives) return match_alternative(pattern, position);
  for (const Item& alternative : pattern.children) {
    if (auto answer = match_alternative(alternative, position)) return answer;
  }
  return std::nullopt;
}

std::optional<Answer> NaiveMatcher::match_alternative(const Item& alternative, std::uint32_t position) {
  captures_.clear();
  Sides sides;
  split(alternative, sides);
  Answer answer;
  const Rest at_start = [&](std::uint32_t start) {
    answer.range.start = start;
    return is_outside_mentions(sentence_, start);
  };
  const Rest at_end = [&](std::uint32_t end) {
    answer.range.end = end;
    return sequence(sides.before, 0, position, Reading::kBackward, at_start);
  };
  const Rest after_trigger = [&](std::uint32_t end) {
    answer.trigger = {position, end};
    return sequence(sides.after, 0, end, Reading::kForward, at_end);
  };
  if (!match(*sides.trigger, position, Reading::kForward, after_trigger) || gave_up()) return std::nullopt;
  answer.captures = captures_;
  return answer;
}

bool NaiveMatcher::match(const Item& item, std::uint32_t position, Reading reading, const Rest& rest) {
  if (++steps_ >= kMostSteps) return true;  // ends the search
  switch (item.kind) {
    case Item::Kind::kSequence: return sequence(item.children, 0, position, reading, rest);
    case Item::Kind::kAlternatives:
      return std::any_of(item.children.begin(), item.children.end(),
                         [&](const Item& child) { return match(child, position, reading, rest); });
    case Item::Kind::kRepeat: return repeat(item, 0, position, reading, rest);
    case Item::Kind::kWord: return word(item, position, reading, rest);
    case Item::Kind::kClass: return word_class(item, position, reading, rest);
    case Item::Kind::kType: return type(item, position, reading, rest);
    case Item::Kind::kName:
    case Item::Kind::kUpper:
    case Item::Kind::kNumber:
    case Item::Kind::kYear:
    case Item::Kind::kCode: return kind(item, position, reading, rest);
    case Item::Kind::kGap: return gap(item, position, reading, rest);
    case Item::Kind::kCapture: return capture(item, position, reading, rest);
    case Item::Kind::kNot: return !excluded(item.children[0], position) && rest(position);
    case Item::Kind::kStart: return position == 0 && rest(position);
    case Item::Kind::kEnd: return position == sentence_.size() && rest(position);
    case Item::Kind::kTrigger: break;
  }
  QUANHE_CHECK(!"a trigger within what was cut at the trigger");
  return false;
}

bool NaiveMatcher::sequence(const std::vector<Item>& items, std::size_t done, std::uint32_t position, Reading reading,
                            const Rest& rest) {
  if (done == items.size()) return rest(position);
  const Item& next = reading == Reading::kForward ? items[done] : items[items.size() - 1 - done];
  return match(next, position, reading,
               [&](std::uint32_t end) { return sequence(items, done + 1, end, reading, rest); });
}

bool NaiveMatcher::repeat(const Item& item, std::uint32_t done, std::uint32_t position, Reading reading,
                          const Rest& rest) {
  const Rest again = [&](std::uint32_t end) { return repeat(item, done + 1, end, reading, rest); };
  if (done < item.maximum && match(item.children[0], position, reading, again)) return true;
  return done >= item.minimum && rest(position);
}

bool NaiveMatcher::word(const Item& item, std::uint32_t position, Reading reading, const Rest& rest) {
  if (reading == Reading::kForward) {
    return position < sentence_.size() && lower_case(sentence_.word(position)) == item.text && rest(position + 1);
  }
  return position > 0 && lower_case(sentence_.word(position - 1)) == item.text && rest(position - 1);
}

// The longest entry first.
bool NaiveMatcher::word_class(const Item& item, std::uint32_t position, Reading reading, const Rest& rest) {
  const Language::Class& words = *language_.find_class(item.text);
  const auto is_any = [&](Span span) {
    return std::any_of(words.entries.begin(), words.entries.end(),
                       [&](const std::string& entry) { return is_entry(words, entry, sentence_, span); });
  };
  if (reading == Reading::kForward) {
    for (std::uint32_t end = sentence_.size(); end > position; --end) {
      if (is_any({position, end}) && rest(end)) return true;
    }
    return false;
  }
  for (std::uint32_t start = 0; start < position; ++start) {
    if (is_any({start, position}) && rest(start)) return true;
  }
  return false;
}

// One whole mention that is the longest at its beginning. Read backward, several may end at the position.
bool NaiveMatcher::type(const Item& item, std::uint32_t position, Reading reading, const Rest& rest) {
  if (reading == Reading::kForward) {
    const auto end = longest_mention_end(sentence_, position);
    return end && has_mention(sentence_, {position, *end}, item.types, item.plural) && rest(*end);
  }
  for (std::uint32_t start = 0; start < position; ++start) {
    const auto end = longest_mention_end(sentence_, start);
    if (end == position && has_mention(sentence_, {start, position}, item.types, item.plural) && rest(start)) {
      return true;
    }
  }
  return false;
}

// Taken whole: of the stretches that would do, the longest and no other.
bool NaiveMatcher::kind(const Item& item, std::uint32_t position, Reading reading, const Rest& rest) {
  if (reading == Reading::kForward) {
    for (std::uint32_t end = sentence_.size(); end > position; --end) {
      if (is_kind(item.kind, sentence_, {position, end})) return rest(end);
    }
    return false;
  }
  for (std::uint32_t start = 0; start < position; ++start) {
    if (is_kind_backward(item.kind, sentence_, {start, position})) return rest(start);
  }
  return false;
}

// No step, one step, two steps: as few as will do.
bool NaiveMatcher::gap(const Item& item, std::uint32_t position, Reading reading, const Rest& rest) {
  if (!is_outside_mentions(sentence_, position)) return false;
  for (std::uint32_t steps = 0;; ++steps) {
    if (rest(position)) return true;
    if (steps == item.maximum) return false;
    const bool forward = reading == Reading::kForward;
    if (position == (forward ? sentence_.size() : 0)) return false;
    // The step is the longest mention, or a token. A position outside mentions is reached in either case.
    std::uint32_t other = forward ? position + 1 : position - 1;
    while (!is_outside_mentions(sentence_, other)) other += forward ? 1 : -1;
    const Span step = forward ? Span{position, other} : Span{other, position};
    if (has_mention(sentence_, step, item.types, true)) return false;
    const bool over_mention = longest_mention_end(sentence_, step.start).has_value();
    if (!over_mention && (sentence_.word(step.start) == ";" || sentence_.word(step.start) == ":")) return false;
    position = other;
  }
}

bool NaiveMatcher::capture(const Item& item, std::uint32_t position, Reading reading, const Rest& rest) {
  return match(item.children[0], position, reading, [&](std::uint32_t other) {
    const auto before = captures_;
    captures_[item.text] = reading == Reading::kForward ? Span{position, other} : Span{other, position};
    if (rest(other)) return true;
    captures_ = before;
    return false;
  });
}

// Whether the item follows, in the order of the text.
bool NaiveMatcher::excluded(const Item& item, std::uint32_t position) {
  const auto before = captures_;
  const bool follows = match(item, position, Reading::kForward, [](std::uint32_t) { return true; });
  captures_ = before;
  return follows;
}

}  // namespace quanhe::oracle
