#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

/// The flags of the program itself, in one table: parsing, help, the man page and completions are
/// all made from it. (The flags that answer questions are made from the pack instead, see
/// told_answers.hpp.) A new flag is one row here and its use in the commands that take it.
namespace runready {

enum class Flag : std::uint8_t {
  answers,
  also,
  nothing_else,
  strict,
  ask,
  no_input,
  have,
  format,
  json,
  fields,
  brief,
  explain,
  schema,
  exit_code,
  summary,
  jobs,
  keep,
  on,
  color,
  width,
  rules,
  add_rules,
  adds,
  no_proof,
  max_nodes,
  add_on,
  diary,
  no_diary,
  again,
  plan_km,
  days,
  all,
  runs,
  miles,
  config,
  help,
  version,
};

inline constexpr std::size_t kFlagCount = static_cast<std::size_t>(Flag::version) + 1;

/// How often a flag may be given.
enum class Repeat : std::uint8_t {
  last_wins,
  adds_up,
  once,
};

/// What the value of a flag names.
enum class Value : std::uint8_t {
  none,  ///< a switch
  number,
  choice,  ///< one of `choices`
  file,
  pack,        ///< a file or a folder
  activities,  ///< with commas between them; tags too
  fields,      ///< keys of an assessment, with commas between them
  members,     ///< keys of an input line, with commas between them
  complaint,   ///< `where=heel,pain=4`
};

struct FlagInfo {
  Flag flag;
  std::string_view name;        ///< without the dashes
  char letter;                  ///< of the short form; 0 for none
  std::string_view value_name;  ///< in capitals; empty for a switch
  Value value;
  Repeat repeat;
  std::string_view group;    ///< heading in help
  std::string_view summary;  ///< one line, lower case, no full stop
  std::string_view details;  ///< more, for the manual; sentences; may be empty

  bool takes_value() const { return value != Value::none; }
};

/// All flags, those of a group together, in the order of help. `info(f)` is the row of `f`.
std::span<const FlagInfo> all_flags();
const FlagInfo& info(Flag flag);

/// What a flag may have as its value, of those whose values are words of a fixed list.
std::span<const std::string_view> choices(Flag flag);

/// A set of flags: which ones a command takes.
class FlagSet {
 public:
  constexpr FlagSet() = default;
  constexpr FlagSet(std::initializer_list<Flag> flags) {
    for (const Flag flag : flags) bits_ |= bit(flag);
  }

  constexpr bool has(Flag flag) const { return (bits_ & bit(flag)) != 0; }
  friend constexpr FlagSet operator|(FlagSet a, FlagSet b) {
    a.bits_ |= b.bits_;
    return a;
  }

 private:
  static constexpr std::uint64_t bit(Flag flag) {
    return std::uint64_t{1} << static_cast<unsigned>(flag);
  }
  std::uint64_t bits_ = 0;
};
static_assert(kFlagCount <= 64);

}  // namespace runready
