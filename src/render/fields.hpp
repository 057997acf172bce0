#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runready/diagnostic.hpp"
#include "runready/render.hpp"

/// Which keys of an assessment are wanted, as a tree.
///
///     Fields fields(std::vector<std::string>{"recommendation", "workout.id"});
///     fields.has("workout");              // true
///     fields.at("workout").has("how");    // false
namespace runready {

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

}  // namespace runready
