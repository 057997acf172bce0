#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runready/render.hpp"

/// What a report says to a person, in words and in order, before anything is laid out: text and
/// Markdown say the same.
namespace runready {

struct Digest {
  /// How urgent the answer is, from a day as planned to a call for help.
  enum class Tone : std::uint8_t { go, careful, stop, urgent, emergency };

  struct Reason {
    std::string because;
    std::string said = {};     ///< "You said: you limp."; empty if nothing told made it count
    std::string missing = {};  ///< what was not answered and made it count; may be empty
    std::vector<FactId> sources = {};
    std::optional<RuleId> rule = {};

    /// All of it, one sentence behind the other.
    std::string words() const;
  };

  struct Session {
    std::string title;       ///< "Light seated cycling, 30 to 40 minutes"
    std::string effort;      ///< in plain words; may be empty
    std::string heart_rate;  ///< may be empty
    std::string how;
    std::vector<FactId> sources;
  };

  struct Advice {
    std::string text;
    std::vector<FactId> sources;
  };

  struct Phase {
    std::string title;
    std::vector<Advice> tips;
  };

  Tone tone = Tone::go;
  std::string banner;             ///< the answer in as few words as possible
  std::vector<std::string> lead;  ///< the sentences that follow it
  std::vector<Reason> reasons;    ///< those that made the answer
  std::vector<Reason> also;       ///< those that ask for less
  std::string session_note;       ///< said above the sessions; may be empty
  std::vector<Session> sessions;  ///< to do today, first choice first
  std::string avoid;              ///< activities to leave out; may be empty
  std::string go_on_if;           ///< the feel check; both empty if nothing is to be run
  std::string stop_if;
  std::vector<Advice> feel_check;        ///< tips on it
  std::vector<Phase> phases;             ///< tips, those phases only that have any
  std::vector<std::string> ask_again;    ///< when, and what would change the answer
  std::vector<std::string> see_someone;  ///< when to
  std::vector<std::string> standing;     ///< how firm the answer is: settled, assumed, proved
};

/// `short_form` fits on a page: about six tips, and of reasons that count only for want of the
/// same reply the weightiest.
enum class Detail : bool { short_form, full };

Digest digest_of(const Report& report, Detail detail);

/// The facts cited by the reasons and, if `advice` too, by sessions and tips; in pack order, each
/// once.
enum class Cited : bool { reasons, advice };
std::vector<FactId> cited_facts(const Digest& digest, Cited cited);

/// `[A2.9]` and where it is from, as one paragraph.
std::string fact_in_full(const Pack& pack, FactId id);

/// "[A2.9, B5]"; empty where there are none.
std::string references(const Pack& pack, const std::vector<FactId>& facts);

}  // namespace runready
