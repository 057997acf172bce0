#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/json_writer.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"
#include "runready/render.hpp"

/// The fields of JSON outputs: which of them are wanted, and those that several outputs share:
/// mistakes, the pack, replies, workouts and facts.
namespace runready {

/// Which keys of an assessment are wanted, as a tree.
///
///     Fields fields(std::vector<std::string>{"recommendation", "workout.id"});
///     fields.has("workout");              // true
///     fields.at("workout").has("how");    // false
class Fields {
 public:
  /// Everything.
  Fields() = default;
  /// Names as for JsonOptions::fields; none: everything.
  explicit Fields(std::span<const std::string> names);

  bool has(std::string_view key) const;
  /// Whether a key is named, not merely part of everything.
  bool names(std::string_view key) const;
  /// What is wanted of the value of a key. REQUIRES: has(key).
  const Fields& at(std::string_view key) const;

 private:
  struct Part;
  void add(std::string_view name);
  const Part* find(std::string_view key) const;

  std::vector<Part> parts_;  // empty: everything
};

struct Fields::Part {
  std::string key;
  Fields fields;
};

/// All that can be named: the keys of an assessment, then the parts of their values.
std::vector<std::string_view> known_fields();

/// Names that are not those of a key (`unknown-field`), with suggestions.
void check_fields(std::span<const std::string> names, Diagnostics& diagnostics);

/// Members to carry through from a line to its answer that would be taken for something else in
/// either (`not-kept`).
void check_kept(std::span<const std::string> names, const Pack& pack, Diagnostics& diagnostics);

/// Whether any of the fields (none: all) tells what further replies could do, so that a report
/// needs an outlook.
bool need_outlook(std::span<const std::string> names);

/// Whether any of the fields (none: all) tells what other replies would change.
bool need_changes(std::span<const std::string> names);

/// What of an assessment has to be worked out for `to_json`.
Explained explained_by(const JsonOptions& options);

// Mistakes as JSON.

/// A place in a text, counted from 1; columns in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

Position position_of(std::string_view text, std::size_t offset);

/// `"file":…,"line":…,"column":…` into an open object; nothing if the span points nowhere.
void write_place(JsonWriter& out, Span span, std::span<const SourceFile> files);

/// An object for each.
void write_diagnostics(JsonWriter& out, const Diagnostics& diagnostics,
                       std::span<const SourceFile> files);

/// What stands in the place of an assessment that could not be given: the first error.
/// `{"line":7,"id":"ann","error":{"code":…,"message":…,"help":…}}`, the line only of a batch; what
/// is kept of it stands behind the id.
std::string error_json(const Diagnostics& diagnostics, std::optional<std::size_t> line,
                       std::string_view id_json, std::string_view kept_json = {});

/// "runready-default 2.0.0 with coach-calves 1.0.0 (sha256:0123456789ab)": the first digits of the
/// digest tell an edited copy from the original.
std::string pack_words(const Pack& pack);

/// "2.0.0, coach-calves 1.0.0 (sha256:0123456789ab; runready 0.1.0)": of a pack that is named.
std::string version_words(const Pack& pack);

/// Members that name a pack: id, version, add-ons and digest. REQUIRES: an object is open.
void write_which_pack(JsonWriter& out, const Pack& pack, const Fields& fields = {});

// Some replies as JSON.

/// `{"gait":"altered","signs":["swelling"]}`: the replies to some variables, questions in the order
/// in which the variables name them first. Of a multi-choice, those options among them are listed
/// that were chosen. REQUIRES: the replies know the variables.
void write_replies(JsonWriter& out, const Pack& pack, const Replies& replies,
                   std::span<const VariableId> variables);

/// The default of a question: `false`, `"normal"`, `2`, `[]`.
void write_default(JsonWriter& out, const Pack& pack, const Question& question);

// Parts of a pack that a report cites, as JSON.

/// Heart-rate figures, zones among them, only where they are allowed.
enum class HeartRateFigures : bool { left_out, shown };

void write_workout(JsonWriter& out, const Pack& pack, WorkoutId id, HeartRateFigures figures,
                   const Fields& fields);

/// `["A2.9","B5"]`
void write_fact_ids(JsonWriter& out, const Pack& pack, const std::vector<FactId>& facts);

/// A fact in full, with where it comes from.
void write_fact(JsonWriter& out, const Pack& pack, FactId id, const Fields& fields);

}  // namespace runready
