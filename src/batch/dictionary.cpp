#include "batch/dictionary.hpp"

#include <algorithm>

namespace runready {

namespace {

/// Of integers with more values each is taken apart.
constexpr std::int32_t kMostValues = 512;

std::string quoted(std::string_view id) { return '"' + std::string(id) + '"'; }

}  // namespace

Dictionary::Dictionary(const Pack& pack, const Coding& coding) {
  for (std::uint16_t q = 0; q < pack.questions.size(); ++q) {
    add_question(pack.questions[q], q, coding);
  }
  Piece nothing_else;
  nothing_else.question = static_cast<std::uint16_t>(pack.questions.size());
  nothing_else.reply = kTold;
  add_reply("nothing_else", "false", nothing_else);
  nothing_else.reply = kTold | 1;
  add_reply("nothing_else", "true", nothing_else);
  fill_table();
}

void Dictionary::add_question(const Question& question, std::uint16_t number,
                              const Coding& coding) {
  if (question.type == QuestionType::multi_choice) return add_list(question, number);
  if (question.type == QuestionType::integer) add_integer(question, number);
  if (question.max - question.min >= kMostValues) return;
  for (std::int32_t value = question.min; value <= question.max; ++value) {
    Piece piece;
    piece.question = number;
    piece.reply = coding.word(QuestionId{number}, value) | kTold;
    if (value != question.default_value) piece.reply |= kSymptom;
    const std::string text =
        question.type == QuestionType::boolean  ? std::string(value != 0 ? "true" : "false")
        : question.type == QuestionType::choice ? quoted(question.options[std::size_t(value)].id)
                                                : std::to_string(value);
    add_reply(question.id, text, piece);
  }
}

/// What stands before the digits, whatever they are: `"pain":`, `"pain":-`.
void Dictionary::add_integer(const Question& question, std::uint16_t number) {
  Piece piece;
  piece.question = number;
  add_reply(question.id, "", piece, kBeforeDigits);
  piece.sign = -1;
  if (question.min < 0) add_reply(question.id, "-", piece, kBeforeDigits);
}

/// A list is told empty, by one option, or by an option that begins it, others, and one that ends
/// it.
void Dictionary::add_list(const Question& question, std::uint16_t number) {
  const OpenList list = OpenList{number} << kListShift;
  Piece empty;
  empty.question = number;
  empty.reply = kTold;
  add_reply(question.id, "[]", empty);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const std::string option = quoted(question.options[i].id);
    Piece only;
    only.question = number;
    only.reply = std::uint64_t{1} << i | kTold | kSymptom;
    add_reply(question.id, "[" + option + "]", only);
    Piece first = only;
    first.list_after = list;
    add_reply(question.id, "[" + option, first);
    Piece last = only;
    last.reply = std::uint64_t{1} << i;
    last.kept = ~std::uint64_t{0};
    add(option + "]", last, list);
    Piece next = last;
    next.list_after = list;
    add(option, next, list);
  }
}

void Dictionary::add_reply(std::string_view key, std::string_view value, const Piece& piece,
                           OpenList list_before) {
  for (const std::string_view colon : {":", ": "}) {
    add(quoted(key).append(colon).append(value), piece, list_before);
  }
}

void Dictionary::add(std::string_view text, Piece piece, OpenList list_before) {
  piece.key = text.size() | list_before;
  piece.text = static_cast<std::uint32_t>(texts_.size());
  texts_ += text;
  pieces_.push_back(piece);
}

void Dictionary::fill_table() {
  const std::vector<Piece> all = std::move(pieces_);
  const std::size_t places = std::bit_ceil(all.size() * 3);
  pieces_.assign(places + 1, Piece{});
  mask_ = places - 1;
  texts_.append(kPadding, '\0');
  for (Piece piece : all) {
    const auto size = static_cast<std::uint32_t>(piece.key);
    const Sample of = sample(&texts_[piece.text], size);
    piece.first = of.first;
    piece.middle = of.middle;
    piece.last = of.last;
    std::size_t at = of.hash() & mask_;
    while (pieces_[at].key != Piece::kFree) ++at;
    pieces_[at] = piece;
    if (at + 1 == pieces_.size()) pieces_.emplace_back();  // the last one stays free
  }
  table_ = pieces_.data();
}

}  // namespace runready
