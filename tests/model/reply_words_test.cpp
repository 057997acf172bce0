#include "catch.hpp"
#include "runready/read_answers.hpp"
#include "support/reference_judge.hpp"
#include "support/small_pack.hpp"

namespace runready {
namespace {

using testing::small_pack;

/// The words of the reply read from words, or `code message` of each mistake and its help.
std::string read_again(const std::string& question, const std::string& words) {
  const Pack pack = small_pack();
  const QuestionId id = *pack.question_named(question);
  const Replies before(pack.variables.size());
  Replies replies = before;
  Diagnostics found;
  const bool is_right = read_reply(pack, id, words, false, replies, found);
  CHECK(is_right == found.empty());
  CHECK(is_right == is_answered(pack, id, replies));
  if (is_right) return reply_words(pack, id, replies);
  CHECK(replies == before);
  std::string out;
  for (const Diagnostic& d : found) {
    CHECK(d.span == Span{});
    out += d.code + " " + d.message + "\n";
    if (!d.help.empty()) out += d.help + "\n";
  }
  return out;
}

TEST_CASE("replies are read from words", "[model]") {
  const std::string rows[][3] = {
      {"any_pain", "yes", "yes"},     {"any_pain", "y", "yes"},
      {"any_pain", "true", "yes"},    {"any_pain", "n", "no"},
      {"any_pain", " false ", "no"},  {"pain", "4", "4"},
      {"pain", "10", "10"},           {"gait", "limping", "limping"},
      {"gait", "LIMPING", "limping"}, {"race", "5K", "5k"},
      {"where", "shin", "shin"},      {"where", "shin, Knee-Front", "knee-front,shin"},
      {"where", "none", "none"},      {"where", "NONE", "none"},
  };
  for (const auto& [question, words, expected] : rows) {
    INFO(question << " " << words);
    CHECK(read_again(question, words) == expected);
  }
}

TEST_CASE("words that are no reply are explained and change nothing", "[model]") {
  const std::string rows[][3] = {
      {"any_pain", "maybe", "wrong-type `any_pain` takes `yes` or `no`, found `maybe`\n"},
      {"any_pain", "", "wrong-type `any_pain` takes `yes` or `no`, found nothing\n"},
      {"any_pain", "yess", "wrong-type `any_pain` takes `yes` or `no`, found `yess`\n"},
      {"pain", "", "wrong-type `pain` takes a whole number from 0 to 10, found nothing\n"},
      {"pain", "4x", "wrong-type `pain` takes a whole number from 0 to 10, found `4x`\n"},
      {"pain", "four", "wrong-type `pain` takes a whole number from 0 to 10, found `four`\n"},
      {"pain", "11", "out-of-range `pain` takes a whole number from 0 to 10, found `11`\n"},
      {"pain", "-1", "out-of-range `pain` takes a whole number from 0 to 10, found `-1`\n"},
      {"pain", "99999999999999999999",
       "out-of-range `pain` takes a whole number from 0 to 10, found `99999999999999999999`\n"},
      {"gait", "limpign",
       "unknown-option unknown option `limpign` of `gait`\ndid you mean `limping`?\n"},
      {"gait", "", "unknown-option `gait` takes one of its options, found nothing\n"},
      {"gait", "none",
       "unknown-option unknown option `none` of `gait`\n"
       "expected one of `normal`, `altered`, `limping`\n"},
      {"where", "knee",
       "unknown-option unknown option `knee` of `where`\ndid you mean `knee-front` or "
       "`knee-outer`?\n"},
      {"where", "shin,", "unknown-option `where` takes a list of its options, found nothing\n"},
      {"where", "none,shin", "unknown-option `none` stands with other options of `where`\n"},
      {"where", "toe,knee",
       "unknown-option unknown option `toe` of `where`\n"
       "expected one of `knee-front`, `knee-outer`, `shin`\n"
       "unknown-option unknown option `knee` of `where`\ndid you mean `knee-front` or "
       "`knee-outer`?\n"},
  };
  for (const auto& [question, words, expected] : rows) {
    INFO(question << " " << words);
    CHECK(read_again(question, words) == expected);
  }
}

TEST_CASE("repeated lists unite where that is asked for", "[model]") {
  const Pack pack = small_pack();
  const QuestionId where = *pack.question_named("where");
  Replies replies(pack.variables.size());
  Diagnostics found;
  CHECK(read_reply(pack, where, "shin", true, replies, found));
  CHECK(read_reply(pack, where, "knee-outer", true, replies, found));
  CHECK(reply_words(pack, where, replies) == "knee-outer,shin");
  CHECK(read_reply(pack, where, "none", true, replies, found));
  CHECK(reply_words(pack, where, replies) == "knee-outer,shin");
  CHECK(read_reply(pack, where, "knee-front", false, replies, found));
  CHECK(reply_words(pack, where, replies) == "knee-front");
  CHECK(found.empty());
}

TEST_CASE("the words of no reply are none", "[model]") {
  const Pack pack = small_pack();
  const QuestionId where = *pack.question_named("where");
  Replies replies(pack.variables.size());
  CHECK(reply_words(pack, where, replies).empty());
  CHECK(reply_words(pack, *pack.question_named("pain"), replies).empty());
  replies.set(testing::variable_of(pack, "where", "shin"), 1);
  CHECK(reply_words(pack, where, replies) == "shin");
  CHECK_FALSE(is_answered(pack, where, replies));
}

}  // namespace
}  // namespace runready
