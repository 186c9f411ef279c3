#include "oracle/borders.h"

namespace quanhe::oracle {

namespace {

// What can be seen from one end of an item, on any of the ways to match it.
struct View {
  TypeMask types = 0;   // the nearest that stand in a capture
  bool through = true;  // one can look past the item, to what stands behind it
};

enum class From { kLeft, kRight };

View look(const Item& item, From from, bool captured);

View look_at_sequence(const Item& item, From from, bool captured) {
  View seen;
  const std::size_t count = item.children.size();
  for (std::size_t i = 0; i < count && seen.through; ++i) {
    const View next = look(item.children[from == From::kLeft ? i : count - 1 - i], from, captured);
    seen = {seen.types | next.types, next.through};
  }
  return seen;
}

View look(const Item& item, From from, bool captured) {
  switch (item.kind) {
    case Item::Kind::kType: return captured ? View{item.types, false} : View{};
    case Item::Kind::kCapture: return look_at_sequence(item, from, true);
    case Item::Kind::kGap:
    case Item::Kind::kTrigger: return {0, false};
    case Item::Kind::kSequence: return look_at_sequence(item, from, captured);
    case Item::Kind::kRepeat: {
      const View child = look(item.children[0], from, captured);
      return {child.types, child.through || item.minimum == 0};
    }
    case Item::Kind::kAlternatives: {
      View seen{0, false};
      for (const Item& child : item.children) {
        const View way = look(child, from, captured);
        seen = {seen.types | way.types, seen.through || way.through};
      }
      return seen;
    }
    default: return {};
  }
}

// `before` and `after`: the types seen from the item's ends, outside it.
void set(Item& item, TypeMask before, TypeMask after, bool captured) {
  const std::size_t count = item.children.size();
  switch (item.kind) {
    case Item::Kind::kGap: item.types = before | after; return;
    case Item::Kind::kCapture: captured = true; break;
    case Item::Kind::kNot: return;  // captures nothing
    case Item::Kind::kTrigger: before = after = 0; break;
    case Item::Kind::kRepeat:
      if (item.maximum > 1) {  // another time may come before or after
        before |= look(item.children[0], From::kRight, captured).types;
        after |= look(item.children[0], From::kLeft, captured).types;
      }
      break;
    case Item::Kind::kSequence: {
      std::vector<TypeMask> from_right(count + 1, after);
      for (std::size_t i = count; i-- > 0;) {
        const View view = look(item.children[i], From::kLeft, captured);
        from_right[i] = view.types | (view.through ? from_right[i + 1] : 0);
      }
      for (std::size_t i = 0; i < count; ++i) {
        set(item.children[i], before, from_right[i + 1], captured);
        const View view = look(item.children[i], From::kRight, captured);
        before = view.types | (view.through ? before : 0);
      }
      return;
    }
    default: break;
  }
  for (Item& child : item.children) set(child, before, after, captured);
}

}  // namespace

void set_borders(Item& pattern) { set(pattern, 0, 0, false); }

}  // namespace quanhe::oracle
