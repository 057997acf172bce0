#include "batch/sieve.hpp"

namespace runready {

Sieve::Sieve(const Pack& pack, const Coding& coding, std::span<const SieveTarget> targets)
    : coding_(&coding), derived_(static_cast<std::uint32_t>(first_derived_word(pack))) {
  for (const SieveTarget& target : targets) {
    for (const Product& product : *target.products) add(product, target.number, pack);
  }
}

/// Where a literal reads; `first` is left open.
Sieve::Part Sieve::place(const Literal& literal, const Pack& pack) const {
  constexpr std::uint32_t kAll = (1U << kOptions) - 1;
  if (literal.test == nullptr) {
    return {derived_ + literal.derived / 64, literal.derived % 64 / kOptions * kOptions, kAll, 0};
  }
  const Variable& variable = pack.variable(literal.test->variable);
  const std::uint32_t word = variable.question.index;
  if (!variable.option) return {word, Coding::kCellShift, (1U << Coding::kCellBits) - 1, 0};
  const std::uint32_t shift = *variable.option / kOptions * kOptions;
  return {word, shift, kReplyBits - shift < kOptions ? (1U << (kReplyBits - shift)) - 1 : kAll, 0};
}

std::uint32_t Sieve::count_values(const Part& part) const {
  const bool is_cell = part.bits == (1U << Coding::kCellBits) - 1;
  return is_cell ? coding_->cells(QuestionId{part.word}) : part.bits + 1;
}

bool Sieve::accepts_value(const Literal& literal, const Pack& pack, std::uint32_t value) const {
  if (literal.test == nullptr) return (value >> literal.derived % kOptions & 1U) != 0;
  const Variable& variable = pack.variable(literal.test->variable);
  const std::int32_t reply =
      variable.option ? static_cast<std::int32_t>(value >> *variable.option % kOptions & 1U)
                      : coding_->examples(variable.question)[value];
  return accepts(*literal.test, reply) == literal.wanted;
}

/// The part of a block that a literal reads, added if it is new.
const Sieve::Part& Sieve::part_for(Block& block, const Literal& literal, const Pack& pack) {
  Part wanted = place(literal, pack);
  for (const Part& part : block.parts) {
    if (part.word == wanted.word && part.shift == wanted.shift) return part;
  }
  wanted.first = static_cast<std::uint32_t>(masks_.size());
  Mask everything;
  everything.halves.fill(~Mask::Half{});
  masks_.resize(masks_.size() + count_values(wanted), everything);
  return block.parts.emplace_back(wanted);
}

void Sieve::add(const Product& product, std::uint32_t number, const Pack& pack) {
  if (blocks_.empty() || blocks_.back().numbers.size() == kBlock) blocks_.emplace_back();
  Block& block = blocks_.back();
  const std::size_t at = block.numbers.size();
  const std::uint64_t bit = std::uint64_t{1} << at % 64;
  block.numbers.push_back(number);
  block.used.set_word(at / 64, block.used.word(at / 64) | bit);
  for (const Literal& literal : product) {
    const Part& part = part_for(block, literal, pack);
    for (std::uint32_t value = 0; value < count_values(part); ++value) {
      Mask& mask = masks_[part.first + value];
      if (accepts_value(literal, pack, value)) continue;
      mask.set_word(at / 64, mask.word(at / 64) & ~bit);
    }
  }
}

}  // namespace runready
