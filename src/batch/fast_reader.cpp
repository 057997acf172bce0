#include "batch/fast_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace runready {

namespace {

/// Moves `at` past a literal text if it stands there.
bool skip(const char*& at, std::string_view literal) {
  if (at[1] != literal[1] || std::memcmp(at, literal.data(), literal.size()) != 0) return false;
  at += literal.size();
  return true;
}

void skip_space(const char*& at) { at += *at == ' ' ? 1 : 0; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of an id that is told plainly (a string of plain ASCII, a short whole number), or null.
const char* end_of_id(const char* at) {
  constexpr std::ptrdiff_t kMostDigits = 15;
  const auto is_plain = [](char c) { return c >= ' ' && c < 0x7f && c != '\\' && c != '"'; };
  const char* end = at;
  if (*at == '"') {
    do ++end;
    while (is_plain(*end));
    return *end == '"' ? end + 1 : nullptr;
  }
  while (is_digit(*end)) ++end;
  const bool is_number = end > at && end - at <= kMostDigits && (*at != '0' || end == at + 1);
  return is_number ? end : nullptr;
}

}  // namespace

FastReader::FastReader(const Pack& pack, const ReplyCodes& codes, const Dictionary& dictionary,
                       const std::vector<std::uint64_t>& default_words)
    : pack_(pack), codes_(codes), dictionary_(dictionary), default_words_(default_words) {}

/// Takes pieces up to a closing brace, where it leaves the state, or to the first that the
/// dictionary does not have. Calls only what is seldom needed, so that everything stays in
/// registers.
FastReader::Stop FastReader::take_pieces(const Separators& separators, State& state,
                                         std::uint64_t* words) const {
  const Dictionary& dictionary = dictionary_;
  const char* at = state.at;
  std::uint64_t repeated = state.repeated;
  OpenList open_list = state.open_list;
  Stop stop = Stop::at_end;
  SeparatorCursor separator = separators.from(at);
  for (;;) {
    const char* const end = separator.place();
    const Piece* const piece = dictionary.find(at, static_cast<std::size_t>(end - at), open_list);
    if (piece == nullptr) {
      stop = Stop::at_unknown;
      break;
    }
    // A question told before still has its separator, an option told before its bit.
    std::uint64_t& word = words[piece->question];
    const std::uint64_t before = word & piece->kept;
    repeated |= before & piece->reply;
    word = before | piece->reply;
    open_list = piece->open_list_after();
    at = end;
    if (*end != ',') break;
    separator.advance();
    ++at;
  }
  state = {at, repeated, open_list};
  return stop;
}

/// Reads replies up to the brace that closes them; gives where it is, or null.
const char* FastReader::read_replies(const Separators& separators, const char* begin,
                                     FastAnswers& answers) const {
  State state{begin};
  while (take_pieces(separators, state, answers.words.data()) == Stop::at_unknown) {
    if (*state.at == ' ' && state.at[1] == '"') {
      ++state.at;  // the dictionary does not have every piece with a space before it
      continue;
    }
    const char* const end = separators.from(state.at).place();
    if (state.open_list != kNoList || !take_integer(state.at, end, answers)) return nullptr;
    state.at = end;
    if (*end != ',') break;
    ++state.at;
  }
  const bool is_whole = *state.at == '}' && state.open_list == kNoList && state.repeated == 0;
  return is_whole ? state.at : nullptr;
}

/// Takes the reply to an integer question, its digits apart.
bool FastReader::take_integer(const char* begin, const char* end, FastAnswers& answers) const {
  constexpr std::ptrdiff_t kMostDigits = 10;  // of a 32-bit number
  const char* digits = end;
  while (digits > begin && end - digits < kMostDigits && is_digit(digits[-1])) --digits;
  std::int32_t number = 0;
  const auto parsed = std::from_chars(digits, end, number);
  const bool is_padded = end - digits > 1 && *digits == '0';
  if (parsed.ec != std::errc() || is_padded) return false;

  const Piece* const piece =
      dictionary_.find(begin, static_cast<std::size_t>(digits - begin), kBeforeDigits);
  if (piece == nullptr) return false;
  const std::int32_t value = number * static_cast<std::int32_t>(piece->reply);
  const Question& question = pack_.questions[piece->question];
  std::uint64_t& word = answers.words[piece->question];
  if (value < question.min || value > question.max || (word & kTold) != 0) return false;
  const QuestionId id{piece->question};
  word = codes_.marked(id, codes_.word(id, value)) | kTold;
  return true;
}

const char* FastReader::read(const char* line, const Separators& separators,
                             FastAnswers& answers) const {
  std::copy(default_words_.begin(), default_words_.end(), answers.words.begin());
  answers.id_json = {};
  answers.has_partial_list = false;
  const char* at = line;
  if (*at++ != '{') return nullptr;

  bool is_wrapped = false;
  if (skip(at, "\"id\":")) {
    skip_space(at);
    const char* const end = end_of_id(at);
    if (end == nullptr || *end != ',') return nullptr;
    answers.id_json = std::string_view(at, static_cast<std::size_t>(end - at));
    at = end + 1;
    skip_space(at);
  }
  if (skip(at, "\"answers\":")) {
    is_wrapped = true;
    skip_space(at);
    if (*at++ != '{') return nullptr;
  }
  at = read_replies(separators, at, answers);
  if (at == nullptr) return nullptr;
  ++at;
  if (is_wrapped && *at++ != '}') return nullptr;
  if (*at == '\r') ++at;
  return *at == '\n' ? at + 1 : nullptr;
}

namespace {

constexpr std::size_t kStep = 64;

#ifdef __SSE2__

std::uint64_t separators_in_16(const char* text) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
  const __m128i separators = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(',')),
                                          _mm_cmpeq_epi8(bytes, _mm_set1_epi8('}')));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(separators));
}

std::uint64_t separators_in(const char* text) {
  return separators_in_16(text) | separators_in_16(text + 16) << 16 |
         separators_in_16(text + 32) << 32 | separators_in_16(text + 48) << 48;
}

#else

std::uint64_t separators_in(const char* text) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kStep; ++i) {
    const bool is_separator = text[i] == ',' || text[i] == '}';
    bits |= std::uint64_t{is_separator} << i;
  }
  return bits;
}

#endif

}  // namespace

void Separators::find(std::string_view text) {
  const std::size_t whole = text.size() / kStep;
  words_.resize(whole + 1);
  std::uint64_t* const words = words_.data();
  for (std::size_t i = 0; i < whole; ++i) words[i] = separators_in(text.data() + i * kStep);
  std::array<char, kStep> tail;
  tail.fill(',');
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(whole * kStep), text.end(), tail.begin());
  words[whole] = separators_in(tail.data());
  text_ = text.data();
}

}  // namespace runready
