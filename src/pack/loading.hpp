#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "json/json_value.hpp"
#include "runready/diagnostic.hpp"
#include "runready/load.hpp"
#include "runready/pack.hpp"

/// What the readers of a pack's entries share: the pack so far, the names it has, the mistakes.
///
/// Entries with mistakes are kept in the pack all the same, so that what refers to them is not
/// reported too; with an error anywhere the pack is thrown away at the end.
namespace runready {

/// The ids of one kind of entry, while a pack is loaded: looked up by hash, suggested in order.
class Ids {
 public:
  /// `kind` is its word in messages and codes: `rule`, `fact`.
  explicit Ids(std::string_view kind) : kind_(kind) {}

  std::string_view kind() const { return kind_; }
  std::optional<std::uint32_t> find(std::string_view id) const;

  /// Makes `id` stand for entry number `index`; the span of the earlier one, and no change, if it
  /// stands for an entry already. REQUIRES: `id` outlives this.
  std::optional<Span> declare(std::string_view id, std::uint32_t index, Span span);

  /// In order of declaration.
  const std::vector<std::string_view>& all() const { return order_; }

 private:
  struct Entry {
    std::uint32_t index = 0;
    Span span;
  };

  std::string_view kind_;
  std::unordered_map<std::string_view, Entry> entries_;
  std::vector<std::string_view> order_;
};

/// Lower-case letters, digits, `-` and `_`, at most kMaxIdBytes, beginning with a letter or digit.
bool is_id(std::string_view text);

/// As is_id, with capitals and dots: what facts and sources are called (`A1.33`).
bool is_reference_id(std::string_view text);

inline constexpr std::size_t kMaxIdBytes = 64;
inline constexpr std::string_view kIdRule =
    "small letters, digits, `-` and `_`, at most 64, the first a letter or digit";
inline constexpr std::string_view kReferenceIdRule =
    "letters, digits, `.`, `-` and `_`, at most 64, the first a letter or digit";

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

/// The keys of every kind of object in a pack file, as the loader knows them: for the test that
/// holds loader and JSON Schema together.
enum class Presence : bool { optional, required };

struct Key {
  std::string_view name;
  Presence presence;
  friend bool operator==(const Key&, const Key&) = default;
};

struct KeyTable {
  std::string_view what;  ///< as in messages: "a rule"
  std::vector<Key> keys;
};

std::vector<KeyTable> key_tables();

}  // namespace runready
