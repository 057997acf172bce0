#include "batch/rule_masks.hpp"

#include <algorithm>
#include <array>

namespace runready {

RuleMasks::RuleMasks(const Pack& pack, const ReplyCodes& codes, std::span<const MaskTarget> targets)
    : codes_(&codes), derived_(static_cast<std::uint32_t>(first_derived_word(pack))) {
  for (const MaskTarget& target : targets) {
    for (const Alternative& alternative : *target.alternatives)
      add(alternative, target.number, pack);
  }
  for (Block& block : blocks_) fill_up(block.parts);
}

/// Where a literal reads; the masks are left open.
RuleMasks::Part RuleMasks::place(const Literal& literal, const Pack& pack) const {
  if (literal.test == nullptr) {
    return {derived_ + literal.derived / 64, literal.derived % 64 / kOptions * kOptions, kOptions};
  }
  const Variable& variable = pack.variable(literal.test->variable);
  const std::uint32_t word = variable.question.index;
  if (!variable.option) return {word, ReplyCodes::kCellShift, ReplyCodes::kCellBits};
  const std::uint32_t shift = *variable.option / kOptions * kOptions;
  return {word, shift, std::min(kOptions, kReplyBits - shift)};
}

std::uint32_t RuleMasks::count_values(const Part& part) const {
  const bool is_cell = part.values() == 1U << ReplyCodes::kCellBits;
  return is_cell ? codes_->cells(QuestionId{part.word}) : part.values();
}

/// The bit of a part that a literal looks at, if it looks at just one.
std::optional<std::uint32_t> RuleMasks::bit_read(const Literal& literal, const Pack& pack) {
  if (literal.test == nullptr) return literal.derived % kOptions;
  const auto option = pack.variable(literal.test->variable).option;
  return option ? std::optional(*option % kOptions) : std::nullopt;
}

/// Calls `use` with each value of a part at which a literal does not hold.
template <class Use>
void RuleMasks::for_each_refused(const Literal& literal, std::uint32_t values, const Pack& pack,
                                 Use use) const {
  if (const auto bit = bit_read(literal, pack)) {
    const auto holds = [&](std::int32_t chosen) {
      return literal.test == nullptr ? chosen == 1
                                     : accepts(*literal.test, chosen) == literal.wanted;
    };
    const std::array<bool, 2> is_refused = {!holds(0), !holds(1)};
    for (std::uint32_t value = 0; value < values; ++value) {
      if (is_refused[value >> *bit & 1U]) use(value);
    }
    return;
  }
  const auto& examples = codes_->examples(pack.variable(literal.test->variable).question);
  for (std::uint32_t value = 0; value < values; ++value) {
    if (accepts(*literal.test, examples[value]) != literal.wanted) use(value);
  }
}

/// The part of a block that a literal reads, added if it is new.
const RuleMasks::Part& RuleMasks::part_for(Block& block, const Literal& literal, const Pack& pack) {
  Part wanted = place(literal, pack);
  for (const Part& part : block.parts) {
    if (part.word == wanted.word && part.turn == wanted.turn) return part;
  }
  const std::uint32_t values = count_values(wanted);
  wanted.masks = masks_.emplace_back(std::make_unique<Mask[]>(values)).get();
  Mask everything;
  everything.halves.fill(~Mask::Half{});
  std::fill_n(wanted.masks, values, everything);
  return block.parts.emplace_back(wanted);
}

/// The last part may be read several times.
void RuleMasks::fill_up(std::vector<Part>& parts) {
  while (parts.size() % kAtOnce != 0) parts.push_back(parts.back());
}

void RuleMasks::add(const Alternative& alternative, std::uint32_t number, const Pack& pack) {
  if (blocks_.empty() || blocks_.back().numbers.size() == kBlock) blocks_.emplace_back();
  Block& block = blocks_.back();
  const std::size_t at = block.numbers.size();
  const std::uint64_t bit = std::uint64_t{1} << at % 64;
  block.numbers.push_back(number);
  block.used.set_word(at / 64, block.used.word(at / 64) | bit);
  for (const Literal& literal : alternative) {
    const Part& part = part_for(block, literal, pack);
    for_each_refused(literal, count_values(part), pack, [&](std::uint32_t value) {
      Mask& mask = part.masks[value];
      mask.set_word(at / 64, mask.word(at / 64) & ~bit);
    });
  }
}

}  // namespace runready
