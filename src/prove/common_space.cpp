#include "prove/common_space.hpp"

#include <algorithm>
#include <utility>

#include "prove/space.hpp"

namespace runready {

namespace {

using Entry = CommonSpace::Entry;

/// What the packs take a value of the common space for; nothing where they do not know it.
struct Meaning {
  std::optional<std::int32_t> before;
  std::optional<std::int32_t> after;
  double size = 1;
};

std::optional<std::int32_t> option_value(const Question& question, const std::string& id) {
  const auto at = option_named(question, id);
  if (!at) return std::nullopt;
  return static_cast<std::int32_t>(*at);
}

bool knows(const Question& question, std::int32_t value) {
  return question.min <= value && value <= question.max;
}

/// The questions of both in one order: that of `after`, and each question that only `before` has
/// behind the one it follows there.
std::vector<Entry> matched(const Pack& before, const Pack& after) {
  std::vector<Entry> entries;
  for (std::uint32_t q = 0; q < after.questions.size(); ++q) {
    const auto old = before.question_named(after.questions[q].id);
    const bool same = old && before.question(*old).type == after.questions[q].type;
    entries.push_back({same ? old : std::nullopt, QuestionId{q}, {}});
  }
  auto behind = entries.begin();
  for (std::uint32_t q = 0; q < before.questions.size(); ++q) {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [&](const Entry& e) { return e.before == QuestionId{q}; });
    behind =
        at != entries.end() ? at : entries.insert(behind, Entry{QuestionId{q}, std::nullopt, {}});
    ++behind;
  }
  return entries;
}

class Joining {
 public:
  Joining(const Pack& before, const Pack& after)
      : before_(before),
        after_(after),
        starts_before_(cell_starts(before)),
        starts_after_(cell_starts(after)) {
    space_.before.resize(before.variables.size());
    space_.after.resize(after.variables.size());
  }

  CommonSpace run() {
    space_.entries = matched(before_, after_);
    for (Entry& entry : space_.entries) {
      const Question& any =
          entry.after ? after_.question(*entry.after) : before_.question(*entry.before);
      if (any.type == QuestionType::multi_choice) {
        add_options(entry);
      } else if (any.type == QuestionType::integer) {
        add_level(entry, 0, 0, integer_meanings(entry));
      } else {
        add_level(entry, 0, 0, choice_meanings(entry));
      }
    }
    rearrange();
    return std::move(space_);
  }

 private:
  /// Made in the order of asking, which becomes that of turns; then put in the order in which
  /// diagrams are small.
  void rearrange() {
    Clusters groups;
    add_groups(before_, space_.before, groups);
    add_groups(after_, space_.after, groups);
    const auto levels = static_cast<std::uint32_t>(space_.shapes.size());
    std::vector<LevelShape> shapes;
    std::vector<std::uint32_t> level_now(levels);
    for (const std::uint32_t was : near_each_other(levels, groups)) {
      level_now[was] = static_cast<std::uint32_t>(shapes.size());
      shapes.push_back(std::move(space_.shapes[was]));
      shapes.back().turn = was;
    }
    space_.shapes = std::move(shapes);
    for (Readings* const readings : {&space_.before, &space_.after}) {
      for (Reading& reading : *readings) reading.level = level_now[reading.level];
    }
    for (Entry& entry : space_.entries) {
      for (std::uint32_t& level : entry.levels) level = level_now[level];
    }
  }

  static void add_groups(const Pack& pack, const Readings& readings, Clusters& groups) {
    Clusters of_pack = variables_read_together(pack);
    for (const auto part : {&Clusters::of_base, &Clusters::of_add_ons}) {
      for (Cluster& group : of_pack.*part) {
        for (std::uint32_t& thing : group) thing = readings[thing].level;
        (groups.*part).push_back(std::move(group));
      }
    }
  }

  const Question* before_of(const Entry& entry) const {
    return entry.before ? &before_.question(*entry.before) : nullptr;
  }
  const Question* after_of(const Entry& entry) const {
    return entry.after ? &after_.question(*entry.after) : nullptr;
  }

  /// One level a question: the variables at these offsets read it; none where there is none.
  void add_level(Entry& entry, std::optional<std::uint32_t> offset_before,
                 std::optional<std::uint32_t> offset_after, const std::vector<Meaning>& cells) {
    const auto level = static_cast<std::uint32_t>(space_.shapes.size());
    Reading reading_before{Reading::Kind::level, level, 0, {}, {}};
    Reading reading_after = reading_before;
    const Question* before = before_of(entry);
    const Question* after = after_of(entry);
    LevelShape shape;
    for (const Meaning& cell : cells) {
      const bool is_default =
          after ? cell.after == after->default_value : cell.before == before->default_value;
      if (is_default) shape.default_cell = static_cast<std::uint32_t>(shape.sizes.size());
      shape.sizes.push_back(cell.size);
      if (before) reading_before.values.push_back(cell.before.value_or(before->default_value));
      if (after) reading_after.values.push_back(cell.after.value_or(after->default_value));
    }
    if (before && offset_before) {
      space_.before[before->first_variable.index + *offset_before] = std::move(reading_before);
    }
    if (after && offset_after) {
      space_.after[after->first_variable.index + *offset_after] = std::move(reading_after);
    }
    space_.shapes.push_back(std::move(shape));
    entry.levels.push_back(level);
  }

  void add_options(Entry& entry) {
    const std::vector<Meaning> chosen_or_not = {{0, 0, 1}, {1, 1, 1}};
    const Question* before = before_of(entry);
    const Question* after = after_of(entry);
    for (std::uint32_t i = 0; after && i < after->options.size(); ++i) {
      const auto old = before ? option_named(*before, after->options[i].id) : std::nullopt;
      add_level(entry, old, i, chosen_or_not);
    }
    for (std::uint32_t i = 0; before && i < before->options.size(); ++i) {
      if (after && option_named(*after, before->options[i].id)) continue;
      add_level(entry, i, std::nullopt, chosen_or_not);
    }
  }

  /// Of a bool or a choice: a cell a value.
  std::vector<Meaning> choice_meanings(const Entry& entry) const {
    const Question* before = before_of(entry);
    const Question* after = after_of(entry);
    if (entry.after && after->type == QuestionType::boolean) return {{0, 0, 1}, {1, 1, 1}};
    if (!entry.after && before->type == QuestionType::boolean) return {{0, 0, 1}, {1, 1, 1}};
    std::vector<Meaning> cells;
    for (std::int32_t i = 0; after && i <= after->max; ++i) {
      const std::string& id = after->options[static_cast<std::size_t>(i)].id;
      cells.push_back({before ? option_value(*before, id) : std::nullopt, i, 1});
    }
    for (std::int32_t i = 0; before && i <= before->max; ++i) {
      const std::string& id = before->options[static_cast<std::size_t>(i)].id;
      if (!after || !option_named(*after, id)) cells.push_back({i, std::nullopt, 1});
    }
    return cells;
  }

  std::vector<Meaning> integer_meanings(const Entry& entry) const {
    const Question* before = before_of(entry);
    const Question* after = after_of(entry);
    const Question& shown = after ? *after : *before;
    std::vector<std::int32_t> starts;
    std::int32_t highest = shown.max;
    const auto add = [&](const Question* question, const CellStarts& of_pack) {
      if (question == nullptr) return;
      const auto& more = of_pack[question->first_variable.index];
      starts.insert(starts.end(), more.begin(), more.end());
      starts.push_back(question->max + 1);
      highest = std::max(highest, question->max);
    };
    add(before, starts_before_);
    add(after, starts_after_);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::erase_if(starts, [&](std::int32_t start) { return start > highest; });
    const CutVariable cells = cut(starts, highest, shown.default_value);
    std::vector<Meaning> meanings;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::int32_t value = cells.representatives[i];
      Meaning meaning{std::nullopt, std::nullopt, cells.shape.sizes[i]};
      if (before && knows(*before, value)) meaning.before = value;
      if (after && knows(*after, value)) meaning.after = value;
      meanings.push_back(meaning);
    }
    return meanings;
  }

  const Pack& before_;
  const Pack& after_;
  CellStarts starts_before_;
  CellStarts starts_after_;
  CommonSpace space_;
};

}  // namespace

CommonSpace common_space(const Pack& before, const Pack& after) {
  return Joining(before, after).run();
}

}  // namespace runready
