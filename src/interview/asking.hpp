#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/prompt.hpp"
#include "interview/steps.hpp"
#include "runready/pack.hpp"
#include "runready/text_options.hpp"

/// One question while it is asked. A list that a window cannot hold is asked in parts: first by its
/// groups, if it has some and they fit with all that is in them, else page by page. Nothing counts
/// as refused that was not on the screen.
namespace runready {

class Asking {
 public:
  struct Manner {
    OnEnter enter = {};
    bool several = false;  ///< "several things" is a reply to a bool question
    std::vector<std::string> headings = {};
    std::string how = {};            ///< instead of what goes for the type of question
    std::string how_by_groups = {};  ///< the same where groups are what is chosen from
    std::string enter_label = {};    ///< what Enter takes, where labels would say it worse
  };

  /// `pack` outlives it.
  Asking(const Pack& pack, Question question, Manner manner, const TextOptions& view);

  std::string in_full(const TextOptions& view) const;
  /// Only what may be typed; without Enter, if that is not to be offered just now.
  std::string in_short(const TextOptions& view, bool offers_enter = true) const;
  const std::string& ask() const { return question_.ask; }
  /// What may be typed, in a sentence.
  std::string how_to_answer() const;
  /// What the replies shown say in full, a line for each or each group: all of them, or those
  /// typed. Empty if what was typed is none of them.
  std::vector<std::string> meanings(std::string_view typed) const;

  struct Taken {
    /// One for each variable of the question, if it is answered.
    std::vector<std::int32_t> values = {};
    std::string said = {};
    bool goes_on = false;   ///< the next part is to be shown
    bool is_empty = false;  ///< Enter alone, where that is left to the asker
  };
  /// REQUIRES: `line` has no white space around it.
  Taken take(std::string_view line, const TextOptions& view);

  /// Lays it out anew if the window is another and no part was answered. What is marked stays.
  void fit(const TextOptions& view);
  /// Shows the part before; false if this is the first.
  bool back();

 private:
  /// What of the question is shown: all of its options, or those of the groups chosen.
  struct Part {
    Question question;
    std::vector<std::uint32_t> options;  ///< of the whole question
    std::vector<std::int32_t> marked;    ///< as `question` goes
    std::vector<std::int32_t> standing;  ///< the same before anything was marked here
    Layout layout;
    std::size_t page = 0;
    bool by_groups = false;
  };

  /// How Enter is spoken of: with what it takes, as what is ticked, or not at all.
  enum class Enter : std::uint8_t { in_full, in_short, left_out };

  void lay_out(const std::vector<std::int32_t>& marked, const TextOptions& view);
  Part part_of(std::vector<std::uint32_t> options, const TextOptions& view) const;
  std::optional<Part> groups(const TextOptions& view) const;
  Prompt prompt(Enter enter) const;
  std::string widest_how() const;
  std::string how(Enter enter) const;
  std::string how_to_enter(std::string_view how, Enter enter) const;
  std::optional<std::vector<std::int32_t>> entered() const;
  std::vector<std::int32_t> whole() const;
  bool is_last_page() const;
  bool keeps() const { return manner_.enter.does == OnEnter::Does::keeps; }

  Taken take_enter();
  Taken take_groups(std::string_view line, const TextOptions& view);
  Taken take_page(std::string_view line);
  Taken turn();
  Taken done() const;
  std::vector<std::int32_t> standing() const;

  const Pack& pack_;
  Question question_;
  Manner manner_;
  TextOptions view_;         ///< for which it is laid out
  std::vector<Part> parts_;  ///< the way to what is shown; never empty
};

}  // namespace runready
