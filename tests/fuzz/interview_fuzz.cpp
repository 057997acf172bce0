// The interview: whatever is typed, it goes on asking or ends, what it says can be shown, what was
// told never contradicts itself, and what it ends with is settled. The first bytes make the pack,
// the rest is lines.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "fuzz/require.hpp"
#include "runready/interview.hpp"
#include "support/random_lines.hpp"
#include "support/random_pack.hpp"

namespace {

using namespace runready;
using fuzz::require;
using Stage = Interview::Stage;

constexpr std::size_t kHead = 2;
constexpr std::size_t kMostLines = 60;

Pack pack_of(std::uint8_t seed) {
  testing::Dice dice(seed);
  return testing::with_texts(testing::random_pack(dice, {.questions = 6, .rules = 7}));
}

void require_shown(std::string_view text) { require(printable(text, true) == text); }

/// An interview that is looked at after every line.
class Watched {
 public:
  Watched(const Pack& pack, std::size_t width)
      : pack_(pack), prover_(pack), interview_(pack, prover_, {}), view_{.width = width} {
    require_shown(interview_.opening(view_));
    look();
  }

  bool is_over() const { return interview_.is_over(); }
  Stage stage() const { return interview_.stage(); }
  const Answers& answers() const { return interview_.answers(); }
  std::string prompt() {
    return is_over() ? "" : interview_.prompt(view_, Interview::Shown::in_full);
  }

  void type(std::string_view line) {
    const Answers before = answers();
    const bool looks = line == "?" || line == "r";
    require_shown(interview_.take(line, view_));
    require(!looks || answers() == before);
    require(stage() != Stage::quit || answers() == before);
    look();
  }

 private:
  void look() {
    Diagnostics wrong;
    const auto known = infer(pack_, answers(), wrong);
    require(known.has_value() && wrong.empty());
    if (stage() == Stage::settled) {
      require(Prover(pack_).outlook(*known).settled);
    }
    if (is_over()) return;
    for (const auto how : {Interview::Shown::as_needed, Interview::Shown::in_full}) {
      const std::string prompt = interview_.prompt(view_, how);
      require(!prompt.empty() && !prompt.ends_with('\n'));
      require_shown(prompt);
    }
  }

  const Pack& pack_;
  Prover prover_;
  Interview interview_;
  TextOptions view_;
};

/// Answers every question: an interview that does not end then is stuck.
void finish(Watched& talk) {
  constexpr std::string_view kTries[] = {"1", "2", "0", "3", "-1", "-2", "4", "5", ""};
  for (std::size_t lines = 0; !talk.is_over(); ++lines) {
    require(lines < 400);
    talk.type(talk.stage() == Stage::reviewing ? "" : kTries[lines % std::size(kTries)]);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < kHead) return 0;
  const Pack pack = pack_of(data[0]);
  Watched talk(pack, data[1]);
  Watched again(pack, 80);
  std::string_view text{reinterpret_cast<const char*>(data) + kHead, size - kHead};
  for (std::size_t lines = 0; !text.empty() && lines < kMostLines && !talk.is_over(); ++lines) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    talk.type(line);
    // To ask why changes nothing, wherever it is done.
    if (lines % 3 == 0) again.type("?");
    again.type(line);
    require(talk.stage() == again.stage() && talk.answers() == again.answers());
  }
  if (talk.is_over()) return 0;
  finish(talk);
  finish(again);
  require(talk.answers() == again.answers());
  return 0;
}
