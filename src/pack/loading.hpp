#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pack/ids.hpp"
#include "runready/diagnostic.hpp"
#include "runready/load.hpp"
#include "runready/pack.hpp"
#include "text/json_value.hpp"

/// What the readers of a pack's entries share: the pack so far, the names it has, the mistakes.
///
/// Entries with mistakes are kept in the pack all the same, so that what refers to them is not
/// reported too; with an error anywhere the pack is thrown away at the end.
namespace runready {

/// Activities or tips by tag, without `#`.
using Tagged = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

/// What is read once everything it may name is known.
struct Pending {
  std::uint32_t index = 0;  ///< of the question, term or activity
  const JsonValue* json = nullptr;
};

/// What an add-on adds to a list of options.
struct MoreOptions {
  Span span;  ///< of the question's name
  JsonValue* list = nullptr;
  bool is_taken = false;
};

struct Loading {
  Loading(std::span<const SourceFile> texts, LoadFor why, Diagnostics& found)
      : files(texts), purpose(why), diagnostics(found) {}

  std::span<const SourceFile> files;
  LoadFor purpose;
  Diagnostics& diagnostics;
  Pack pack;
  std::vector<bool> is_add_on;  ///< by file: whether it belongs to an add-on

  Ids sections{"section"};
  Ids questions{"question"};
  Ids terms{"term"};
  Ids rules{"rule"};
  Ids activities{"activity"};
  Ids workouts{"workout"};
  Ids tips{"tip"};
  Ids invariants{"invariant"};
  Ids cases{"case"};
  Ids facts{"fact"};
  Ids sources{"source"};
  Tagged activity_tags;
  Tagged tip_tags;
  std::vector<std::vector<std::uint32_t>> workouts_of;  ///< by activity

  std::unordered_map<std::string, Span> question_flags;  ///< without `no-`

  std::map<std::string_view, std::vector<MoreOptions>> more_options;  ///< by question

  std::vector<Pending> gates;  ///< of questions
  std::vector<Pending> terms_when;
  std::vector<Pending> gentler_than;  ///< of activities

  /// What is put in texts by name: only those of tables have any.
  std::span<const std::string_view> placeholders;

  std::deque<JsonValue> made;   ///< rules of tables; ids are views of what stands there
  std::size_t values_made = 0;  ///< in all of them

  void error(std::string_view code, Span span, std::string message, std::string help = {});
  void warning(std::string_view code, Span span, std::string message, std::string help = {});

  /// `did you mean …`; nothing where no mistake is kept any more.
  std::string suggest(std::string_view word, std::span<const std::string_view> known) const;

  /// So many mistakes that no more are kept.
  bool is_full() const;

  /// Whether an add-on said it.
  bool is_added(Span span) const { return span.file < is_add_on.size() && is_add_on[span.file]; }

  /// `rules/x.json:14`, for messages about two places.
  std::string place(Span span) const;
};

}  // namespace runready
