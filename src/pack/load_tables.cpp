// Tables: many like rules written as rows. A rule is made of what the table says, the column, the
// row and the cell, each adding to what stands before it: all their `when` have to hold and none of
// their `unless`, their exclusions and sources join, and of what can be said once only
// (`recommend`, `because` …) the innermost counts. The rule is JSON again, every value of it with
// the place it was written at, and is read as any rule is; so nothing after this knows of tables,
// and mistakes point at the row.
#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "model/replies.hpp"
#include "pack/members.hpp"
#include "pack/parts.hpp"
#include "pack/values.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

using Type = JsonValue::Type;

constexpr std::string_view kCell = "{cell}";  ///< in a column: what stands in the row's cell
constexpr std::string_view kRow = "{row}";    ///< in a text: the row's `name`
constexpr std::array kPlaceholders = {kRow, kCell};

/// No entry is made of these: their tables only say which keys there are.
struct Table {};
struct Column {};
struct Row {};
struct Cell {};

template <class Part>
constexpr auto members_with(auto... own) {
  return std::array{own...,
                    Member<Part>{"when", kOptional, nullptr},
                    Member<Part>{"unless", kOptional, nullptr},
                    Member<Part>{"recommend", kOptional, nullptr},
                    Member<Part>{"referral", kOptional, nullptr},
                    Member<Part>{"exclude", kOptional, nullptr},
                    Member<Part>{"recheck_hours", kOptional, nullptr},
                    Member<Part>{"explains", kOptional, nullptr},
                    Member<Part>{"because", kOptional, nullptr},
                    Member<Part>{"sources", kOptional, nullptr}};
}

constexpr auto kTableMembers = members_with<Table>(Member<Table>{"id", kRequired, nullptr},
                                                   Member<Table>{"columns", kOptional, nullptr},
                                                   Member<Table>{"rows", kRequired, nullptr});
constexpr auto kColumnMembers = members_with<Column>(Member<Column>{"id", kRequired, nullptr});
constexpr auto kRowMembers = members_with<Row>(Member<Row>{"id", kRequired, nullptr},
                                               Member<Row>{"name", kOptional, nullptr},
                                               Member<Row>{"cells", kOptional, nullptr});
constexpr auto kCellMembers = members_with<Cell>();

JsonValue string_at(Span span, std::string text) {
  JsonValue value;
  value.type = Type::string;
  value.string = std::move(text);
  value.span = span;
  return value;
}

/// `{"and": [a, b]}`, standing where b does.
JsonValue joined_by(std::string_view op, JsonValue a, JsonValue b) {
  JsonValue list;
  list.type = Type::array;
  list.span = b.span;
  list.items.push_back(std::move(a));
  list.items.push_back(std::move(b));
  JsonValue condition;
  condition.type = Type::object;
  condition.span = list.span;
  condition.members.push_back({std::string(op), list.span, std::move(list)});
  return condition;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

bool is_placeholder(const JsonValue& json) {
  return json.type == Type::string && json.string.starts_with('{') && json.string.ends_with('}');
}

/// What a condition has of `{cell}`, or of what is meant to be it; null if nothing.
const JsonValue* placeholder_in(const JsonValue& condition) {
  if (is_placeholder(condition)) return &condition;
  const JsonValue* found = nullptr;
  for (const JsonValue& item : condition.items) {
    if (found == nullptr) found = placeholder_in(item);
  }
  for (const JsonMember& member : condition.members) {
    if (found == nullptr) found = placeholder_in(member.value);
  }
  return found;
}

/// Puts a number where a condition of a column has `"{cell}"`.
void fill_in(JsonValue& condition, const JsonValue& number) {
  if (condition.type == Type::string && condition.string == kCell) condition = number;
  for (JsonValue& item : condition.items) fill_in(item, number);
  for (JsonMember& member : condition.members) fill_in(member.value, number);
}

class TableReader {
 public:
  TableReader(Loading& in, JsonValue& table) : in_(in), table_(table) {}

  /// The rules of the table, each as it would be written alone.
  void make(std::vector<JsonValue>& rules) {
    const JsonValue* id = id_of(table_);
    JsonValue* rows = member_of(table_, "rows");
    if (id == nullptr || rows == nullptr || !expect(in_, *rows, Type::array, "a list")) return;
    if (rows->items.empty()) in_.error("empty-list", rows->span, "a table needs a row");
    const auto read = read_columns();
    if (!read) return;
    const std::span<JsonValue> columns = *read;
    for (JsonValue& row : rows->items) {
      if (in_.is_full() || in_.values_made > kMaxValues) return;
      if (!check_keys<Row>(row, "a row", kRowMembers)) continue;
      const JsonValue* row_id = id_of(row);
      if (row_id == nullptr) continue;
      const std::string name = id->string + "-" + row_id->string;
      if (columns.empty()) {
        if (const JsonMember* cells = find_member(row, "cells")) {
          in_.error("unknown-key", cells->key_span, "a table without columns has no cells");
        }
        make_rule(name, row_id->span, row, nullptr, nullptr, rules);
      } else {
        make_cells(name, row, columns, rules);
      }
    }
  }

 private:
  template <class Part>
  bool check_keys(JsonValue& json, std::string_view what, std::span<const Member<Part>> members) {
    Part none;
    return read_members<Part>(in_, json, what, members, none);
  }

  /// Null, and reported where it is there, if it is none that can be used.
  const JsonValue* id_of(const JsonValue& json) {
    const JsonValue* id = json.find("id");
    if (id == nullptr || !expect(in_, *id, Type::string, "a text")) return nullptr;
    if (is_id(id->string)) return id;
    in_.error("bad-id", id->span, in_backticks(id->string) + " cannot be an id",
              std::string(kIdRule));
    return nullptr;
  }

  /// None of a table without; nothing if they are wrong, so that no row can be read by them.
  std::optional<std::span<JsonValue>> read_columns() {
    JsonValue* columns = member_of(table_, "columns");
    if (columns == nullptr) return std::span<JsonValue>{};
    if (!expect(in_, *columns, Type::array, "a list")) return std::nullopt;
    if (columns->items.empty()) in_.error("empty-list", columns->span, "a table needs a column");
    Ids ids("column");
    std::uint32_t index = 0;
    for (JsonValue& column : columns->items) {
      if (!check_keys<Column>(column, "a column", kColumnMembers)) return std::nullopt;
      if (declare_id(in_, column, ids, index++, is_id).empty()) return std::nullopt;
    }
    return std::span(columns->items);
  }

  void make_cells(const std::string& name, JsonValue& row, std::span<const JsonValue> columns,
                  std::vector<JsonValue>& rules) {
    JsonValue* cells = member_of(row, "cells");
    if (cells == nullptr) {
      in_.error("missing-key", span_of_entry(row), "a row of a table with columns needs `cells`");
      return;
    }
    if (!expect(in_, *cells, Type::object, "an object")) return;
    if (cells->members.empty()) {
      in_.error("empty-list", cells->span, "this row has no cell, so no rule comes of it",
                "name a column: " + in_backticks("\"" + columns[0].find("id")->string + "\": …"));
    }
    std::vector<std::string_view> ids;
    for (const JsonValue& column : columns) ids.push_back(column.find("id")->string);
    for (JsonMember& cell : cells->members) {
      const auto at = std::ranges::find(ids, cell.key);
      if (at == ids.end()) {
        in_.error("unknown-column", cell.key_span,
                  "the table has no column " + in_backticks(cell.key), in_.suggest(cell.key, ids));
        continue;
      }
      const JsonValue& column = columns[static_cast<std::size_t>(at - ids.begin())];
      make_rule(name + "-" + cell.key, cell.value.span, row, &column, &cell.value, rules);
    }
  }

  void make_rule(std::string id, Span span, const JsonValue& row, const JsonValue* column,
                 JsonValue* cell, std::vector<JsonValue>& rules) {
    JsonValue rule;
    rule.type = Type::object;
    rule.span = row.span;
    rule.members.push_back({"id", span, string_at(span, std::move(id))});
    add(table_, rule, is_any);
    add(row, rule, is_condition);  // what a row is about is said before what a column asks of it
    if (column != nullptr) add(*column, rule, is_any);
    add(row, rule, is_no_condition);
    if (!are_placeholders_right(rule, cell, column)) return;
    if (cell != nullptr && !add_cell(*cell, *column, rule)) return;
    if (JsonValue* because = member_of(rule, "because")) fill_row(row, *because);
    in_.values_made += count_values(rule);
    if (in_.values_made > kMaxValues) {
      in_.error("too-large", span,
                "up to here the tables of the pack stand for more than " +
                    std::to_string(kMaxValues) + " values");
      return;
    }
    rules.push_back(std::move(rule));
  }

  /// Whether a number stands in the cell wherever a condition asks for one, and nothing else does.
  bool are_placeholders_right(JsonValue& rule, const JsonValue* cell, const JsonValue* column) {
    for (const std::string_view key : {"when", "unless"}) {
      const JsonValue* condition = rule.find(key);
      const JsonValue* asked = condition != nullptr ? placeholder_in(*condition) : nullptr;
      if (asked == nullptr) continue;
      if (asked->string != kCell || cell == nullptr) {
        in_.error("unknown-placeholder", asked->span,
                  "nothing is put in for " + in_backticks(asked->string),
                  cell == nullptr ? "`{cell}` stands in tables that have columns"
                                  : in_.suggest(asked->string, std::array{kCell}));
        return false;
      }
      if (cell->type == Type::integer) continue;
      in_.error("wrong-type", cell->span, "expected a whole number, found " + describe(*cell),
                "the condition of column " + in_backticks(column->find("id")->string) +
                    " has `{cell}` where it goes");
      return false;
    }
    return true;
  }

  using IsWanted = bool (*)(std::string_view key);

  static bool is_any(std::string_view /*key*/) { return true; }
  static bool is_condition(std::string_view key) { return key == "when" || key == "unless"; }
  static bool is_no_condition(std::string_view key) { return !is_condition(key); }

  /// Adds what a part of the table says to what was said before.
  static void add(const JsonValue& part, JsonValue& rule, IsWanted is_wanted) {
    for (const JsonMember& member : part.members) {
      const auto is_of_rule = [&](const Member<Cell>& known) { return known.key == member.key; };
      if (is_wanted(member.key) && std::ranges::any_of(kCellMembers, is_of_rule)) add(member, rule);
    }
  }

  static void add(const JsonMember& member, JsonValue& rule) {
    JsonValue* before = member_of(rule, member.key);
    if (before == nullptr) {
      rule.members.push_back(member);
    } else if (member.key == "when") {
      *before = joined_by("and", std::move(*before), member.value);
    } else if (member.key == "unless") {
      *before = joined_by("or", std::move(*before), member.value);
    } else if (before->type == Type::array && member.value.type == Type::array) {
      join(member.value, *before);
    } else {
      *before = member.value;
    }
  }

  /// What both lists name is named once: a column and a row may rest on the same fact.
  static void join(const JsonValue& more, JsonValue& list) {
    const std::size_t before = list.items.size();
    for (const JsonValue& item : more.items) {
      const auto end = list.items.begin() + static_cast<std::ptrdiff_t>(before);
      const auto is_same = [&](const JsonValue& other) {
        return other.type == Type::string && other.type == item.type && other.string == item.string;
      };
      if (std::find_if(list.items.begin(), end, is_same) == end) list.items.push_back(item);
    }
  }

  /// A cell is the activities to leave out, the number that its column asks for, or an object with
  /// what a rule demands; `true` if the column says it all.
  bool add_cell(JsonValue& cell, const JsonValue& column, JsonValue& rule) {
    switch (cell.type) {
      case Type::array:
        add({"exclude", cell.span, cell}, rule);
        fill_cell(rule, activities_in(cell));
        return true;
      case Type::integer:
        for (const std::string_view key : {"when", "unless"}) {
          if (JsonValue* condition = member_of(rule, key)) fill_in(*condition, cell);
        }
        fill_cell(rule, std::to_string(cell.integer));
        return true;
      case Type::object:
        if (!check_keys<Cell>(cell, "a cell", kCellMembers)) return false;
        add(cell, rule, is_any);
        return needs_no_cell(rule, cell);
      case Type::boolean:
        if (cell.boolean) return needs_no_cell(rule, cell);
        break;
      case Type::null:
      case Type::number:
      case Type::string:
        break;
    }
    in_.error("wrong-type", cell.span,
              "expected a list of activities, a whole number, an object or `true`, found " +
                  describe(cell),
              "where a row has nothing in column " + in_backticks(column.find("id")->string) +
                  ", leave the cell out");
    return false;
  }

  /// Of a cell that is no list and no number nothing is said.
  bool needs_no_cell(const JsonValue& rule, const JsonValue& cell) {
    const JsonValue* because = rule.find("because");
    if (because == nullptr || because->string.find(kCell) == std::string::npos) return true;
    in_.error("unknown-placeholder", cell.span,
              "`because` has `{cell}`, and this cell has nothing to put there",
              "make it a list or a number, or an object with a `because` of its own");
    return false;
  }

  static void fill_cell(JsonValue& rule, std::string_view words) {
    JsonValue* because = member_of(rule, "because");
    if (because != nullptr) replace_all(because->string, kCell, words);
  }

  /// "breaststroke, rowing and the stair machine" by the labels of what a list names.
  std::string activities_in(const JsonValue& list) const {
    std::vector<std::string> labels;
    const auto add_label = [&](std::uint32_t activity) {
      labels.push_back(in_.pack.activities[activity].label);
    };
    for (const JsonValue& name : list.items) {
      if (const auto activity = in_.activities.find(name.string)) add_label(*activity);
      const auto tagged = name.string.starts_with('#')
                              ? in_.activity_tags.find(std::string_view(name.string).substr(1))
                              : in_.activity_tags.end();
      if (tagged != in_.activity_tags.end()) std::ranges::for_each(tagged->second, add_label);
    }
    const bool can_join = in_.pack.texts.contains("sentence.and");
    return can_join ? enumeration(in_.pack, labels) : std::string();
  }

  void fill_row(const JsonValue& row, JsonValue& because) {
    const JsonValue* name = row.find("name");
    if (name != nullptr) {
      std::string words;
      JsonValue copy = *name;
      read_text(in_, copy, words);
      replace_all(because.string, kRow, words);
    } else if (because.string.find(kRow) != std::string::npos) {
      in_.error("missing-key", span_of_entry(row), "a row needs `name`",
                "it fills in `{row}` in `because`");
      replace_all(because.string, kRow, "…");
    }
  }

  Loading& in_;
  JsonValue& table_;
};

/// What stands in a table once is read for every row; its mistakes are told once.
void drop_repeated(Diagnostics& diagnostics, std::size_t from) {
  const auto is_told = [&](const Diagnostic& d) {
    const auto is_same = [&](const Diagnostic& other) {
      return &other < &d && other.span == d.span && other.message == d.message;
    };
    return std::any_of(diagnostics.begin() + static_cast<std::ptrdiff_t>(from), diagnostics.end(),
                       is_same);
  };
  for (std::size_t i = diagnostics.size(); i > from; --i) {
    if (is_told(diagnostics[i - 1])) {
      diagnostics.erase(diagnostics.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
  }
}

}  // namespace

void load_tables(Loading& in, JsonValue& json) {
  if (!expect(in, json, Type::array, "a list")) return;
  const std::size_t mistakes = in.diagnostics.size();
  for (JsonValue& table : json.items) {
    Table none;
    if (!read_members<Table>(in, table, "a table", kTableMembers, none)) continue;
    JsonValue& rules = in.made.emplace_back();
    rules.type = Type::array;
    const bool has_columns = table.find("columns") != nullptr;
    in.placeholders = std::span(kPlaceholders).first(has_columns ? 2 : 1);
    TableReader(in, table).make(rules.items);
    load_rules(in, rules);
  }
  in.placeholders = {};
  drop_repeated(in.diagnostics, mistakes);
}

void list_table_keys(std::vector<KeyTable>& into) {
  list_keys<Table>(into, "a table", kTableMembers);
  list_keys<Column>(into, "a column", kColumnMembers);
  list_keys<Row>(into, "a row", kRowMembers);
  list_keys<Cell>(into, "a cell", kCellMembers);
}

}  // namespace runready
