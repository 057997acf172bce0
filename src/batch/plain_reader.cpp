#include "batch/plain_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>

namespace runready {

namespace {

/// Moves `at` past a literal text if it stands there.
bool skip(const char* text, std::size_t& at, std::string_view literal) {
  if (text[at + 1] != literal[1] || std::memcmp(text + at, literal.data(), literal.size()) != 0) {
    return false;
  }
  at += literal.size();
  return true;
}

void skip_space(const char* text, std::size_t& at) { at += text[at] == ' ' ? 1 : 0; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of an id that is told plainly (a string of plain ASCII, a short whole number), or 0.
std::size_t end_of_id(const char* text, std::size_t at) {
  constexpr std::size_t kMostDigits = 15;
  const auto is_plain = [](char c) { return c >= ' ' && c < 0x7f && c != '\\' && c != '"'; };
  std::size_t end = at;
  if (text[at] == '"') {
    do ++end;
    while (is_plain(text[end]));
    return text[end] == '"' ? end + 1 : 0;
  }
  while (is_digit(text[end])) ++end;
  const bool is_number = end > at && end - at <= kMostDigits && (text[at] != '0' || end == at + 1);
  return is_number ? end : 0;
}

}  // namespace

PlainReader::PlainReader(const Pack& pack, const Coding& coding, const Dictionary& dictionary,
                         const std::vector<std::uint64_t>& default_words)
    : pack_(pack), coding_(coding), dictionary_(dictionary), default_words_(default_words) {}

/// Reads replies up to the brace that closes them and moves past it.
bool PlainReader::read_replies(const char* text, std::size_t& begin, MarkCursor& mark,
                               PlainAnswers& answers) const {
  // Everything that changes is held here, so that it can stay in registers.
  const Dictionary& dictionary = dictionary_;
  std::uint64_t* const words = answers.words.data();
  MarkCursor next = mark;
  std::uint64_t repeated = 0;
  OpenList open_list = kNoList;
  const char* at = text + begin;
  const char* end = nullptr;
  for (;;) {
    end = text + next.place();
    const Piece* const piece = dictionary.find(at, static_cast<std::size_t>(end - at), open_list);
    if (piece == nullptr) {
      if (open_list != kNoList || !take_integer(at, end, answers)) return false;
    } else {
      // A question told before still has its mark, an option told before its bit.
      const std::uint64_t before = words[piece->question] & piece->kept;
      repeated |= before & piece->reply;
      words[piece->question] = before | piece->reply;
      open_list = piece->list_after;
    }
    next.advance();
    if (*end != ',') break;
    at = end + (end[1] == ' ' ? 2 : 1);
  }
  begin = static_cast<std::size_t>(end + 1 - text);
  mark = next;
  return *end == '}' && open_list == kNoList && repeated == 0;
}

/// Takes the reply to an integer question, its digits apart.
bool PlainReader::take_integer(const char* begin, const char* end, PlainAnswers& answers) const {
  const char* digits = end;
  while (digits > begin && is_digit(digits[-1])) --digits;
  std::int32_t number = 0;
  const auto parsed = std::from_chars(digits, end, number);
  const bool is_padded = end - digits > 1 && *digits == '0';
  if (parsed.ec != std::errc() || is_padded) return false;

  const Piece* const piece =
      dictionary_.find(begin, static_cast<std::size_t>(digits - begin), kBeforeDigits);
  if (piece == nullptr) return false;
  const std::int32_t value = number * piece->sign;
  const Question& question = pack_.questions[piece->question];
  std::uint64_t& word = answers.words[piece->question];
  if (value < question.min || value > question.max || (word & kTold) != 0) return false;
  const std::uint64_t symptom = value != question.default_value ? kSymptom : 0;
  word = coding_.word(QuestionId{piece->question}, value) | kTold | symptom;
  return true;
}

std::optional<std::size_t> PlainReader::read(const char* text, std::size_t begin, MarkCursor& mark,
                                             PlainAnswers& answers) const {
  std::copy(default_words_.begin(), default_words_.end(), answers.words.begin());
  answers.id_json = {};
  answers.has_partial_list = false;
  std::size_t at = begin;
  if (text[at++] != '{') return std::nullopt;

  MarkCursor next = mark;
  bool is_wrapped = false;
  if (skip(text, at, "\"id\":")) {
    skip_space(text, at);
    const std::size_t end = end_of_id(text, at);
    if (end == 0 || text[end] != ',') return std::nullopt;
    answers.id_json = std::string_view(text + at, end - at);
    at = end + 1;
    next.advance_to(at);
    skip_space(text, at);
  }
  if (skip(text, at, "\"answers\":")) {
    is_wrapped = true;
    skip_space(text, at);
    if (text[at++] != '{') return std::nullopt;
  }
  if (!read_replies(text, at, next, answers)) return std::nullopt;
  if (is_wrapped) {
    if (text[at++] != '}') return std::nullopt;
    next.advance();
  }
  if (text[at] == '\r') ++at;
  if (text[at++] != '\n') return std::nullopt;
  next.advance();
  mark = next;
  return at;
}

}  // namespace runready
