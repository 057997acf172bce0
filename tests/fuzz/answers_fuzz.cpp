// Reading answers, as JSON and as the words of one reply: what was read is the same when written
// and read again; what could not be read has mistakes that can be shown.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/require.hpp"
#include "runready/read_answers.hpp"
#include "support/small_pack.hpp"

namespace {

using namespace runready;
using fuzz::require;

void read_as_json(const Pack& pack, std::string_view text) {
  Diagnostics found;
  const auto input = read_answers(text, 0, pack, found);
  require(input.has_value() != has_errors(found));
  fuzz::require_showable(found, text);
  if (!input) {
    beside_answers(text);
    return;
  }
  require(input->id_json == beside_answers(text).id_json);
  const std::string written = to_json(pack, input->answers);
  const auto again = read_answers(written, 0, pack, found);
  require(again.has_value() && again->answers == input->answers);
  require(to_json(pack, again->answers) == written);
}

void read_as_words(const Pack& pack, QuestionId question, std::string_view words) {
  const Replies before(pack.variables.size());
  Replies replies = before;
  Diagnostics found;
  const bool is_right = read_reply(pack, question, words, false, replies, found);
  require(is_right == found.empty());
  fuzz::require_showable(found, words, true);
  if (!is_right) {
    require(replies == before);
    return;
  }
  require(is_answered(pack, question, replies));
  Replies again = before;
  require(read_reply(pack, question, reply_words(pack, question, replies), false, again, found));
  require(again == replies);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Pack pack = testing::small_pack();
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  read_as_json(pack, text);
  for (std::uint32_t i = 0; i < pack.questions.size(); ++i) read_as_words(pack, {i}, text);
  return 0;
}
