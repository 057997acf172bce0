#include "batch/dictionary.hpp"

#include <algorithm>

namespace runready {

namespace {

/// Values of an integer, from the least on, that the dictionary has; others are taken apart.
constexpr std::int32_t kMostValues = 128;

/// Sparse while the table is small, so that few texts share a place.
std::size_t places_for(std::size_t pieces) {
  constexpr std::size_t kSmall = std::size_t{1} << 15;
  return std::max(std::bit_ceil(2 * pieces), std::min(std::bit_ceil(16 * pieces), kSmall));
}

std::string quoted(std::string_view id) { return '"' + std::string(id) + '"'; }

}  // namespace

Dictionary::Dictionary(const Pack& pack, const ReplyCodes& codes) {
  for (std::size_t q = 0; q < pack.questions.size(); ++q) {
    add_question(pack.questions[q], static_cast<std::uint16_t>(q), codes);
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
                              const ReplyCodes& codes) {
  if (question.type == QuestionType::multi_choice) return add_list(question, number);
  if (question.type == QuestionType::integer) add_integer(question, number);
  const std::int32_t last = std::min(question.max, question.min + kMostValues - 1);
  for (std::int32_t value = question.min; value <= last; ++value) {
    Piece piece;
    piece.question = number;
    const QuestionId id{number};
    piece.reply = codes.marked(id, codes.word(id, value)) | kTold;
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
  piece.reply = 1;
  add_reply(question.id, "", piece, kBeforeDigits);
  piece.reply = ~std::uint64_t{0};  // -1
  if (question.min < 0) add_reply(question.id, "-", piece, kBeforeDigits);
}

/// A list is told empty, where that is a reply, by one option, or by an option that begins it,
/// others, and one that ends it.
void Dictionary::add_list(const Question& question, std::uint16_t number) {
  const OpenList list = OpenList{number} << kListShift;
  Piece empty;
  empty.question = number;
  empty.reply = kTold;
  if (question.none_is_reply) add_reply(question.id, "[]", empty);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const std::string option = quoted(question.options[i].id);
    Piece only;
    only.question = number;
    only.reply = std::uint64_t{1} << i | kTold | kSymptom;
    add_reply(question.id, "[" + option + "]", only);
    Piece first = only;
    first.list_after = number;
    add_reply(question.id, "[" + option, first);
    Piece last = only;
    last.reply = std::uint64_t{1} << i;
    last.kept = ~std::uint64_t{0};
    add_item(option + "]", last, list);
    Piece next = last;
    next.list_after = number;
    add_item(option, next, list);
  }
}

void Dictionary::add_reply(std::string_view key, std::string_view value, const Piece& piece,
                           OpenList list_before) {
  add(quoted(key).append(":").append(value), piece, list_before);
  add_item(quoted(key).append(": ").append(value), piece, list_before);
}

/// With the space that may stand after a comma, and without.
void Dictionary::add_item(const std::string& text, const Piece& piece, OpenList list_before) {
  add(text, piece, list_before);
  add(" " + text, piece, list_before);
}

void Dictionary::add(std::string_view text, Piece piece, OpenList list_before) {
  // Every piece says where its text is, as long ones will, until the table is filled.
  piece.key = text.size() | list_before;
  piece.compared = static_cast<std::uint32_t>(texts_.size());
  texts_ += text;
  pieces_.push_back(piece);
}

void Dictionary::fill_table() {
  std::vector<Piece> all = std::move(pieces_);
  // Long ones are searched for in any case, so the first places are for the others.
  std::stable_partition(all.begin(), all.end(),
                        [](const Piece& piece) { return size_in(piece.key) <= Piece::kCompared; });
  const std::size_t places = places_for(all.size());
  pieces_.assign(places + 1, Piece{});
  table_ = pieces_.data();
  mask_ = (places - 1) * sizeof(Piece);
  texts_.append(kPadding, '\0');
  for (Piece piece : all) {
    const std::size_t size = size_in(piece.key);
    const char* const text = &texts_[piece.compared];
    std::memcpy(piece.text.data(), text, piece.text.size());
    if (size <= Piece::kCompared) {
      piece.compared = static_cast<std::uint32_t>((std::uint64_t{1} << size) - 1);
    } else {
      piece.key |= kLong;
    }
    auto at = static_cast<std::size_t>(place(text, size) - table_);
    while (pieces_[at].key != Piece::kFree) ++at;
    pieces_[at] = piece;
    if (at + 1 == pieces_.size()) pieces_.emplace_back();  // the last one stays free
    table_ = pieces_.data();
  }
}

/// Places beyond the first, and long texts.
const Piece* Dictionary::search(const Piece* piece, const char* text, std::uint64_t key) const {
  const std::size_t size = size_in(key);
  const bool is_long = size > Piece::kCompared;
  if (is_long) key |= kLong;
  const auto is_it = [&] {
    return is_long ? std::memcmp(text, &texts_[piece->compared], size) == 0 : piece->is_at(text);
  };
  for (; piece->key != Piece::kFree; ++piece) {
    if (piece->key == key && is_it()) return piece;
  }
  return nullptr;
}

}  // namespace runready
