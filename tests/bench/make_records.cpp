// make_records COUNT [--form compact|spaced|loose] [--seed N] [--id] [--broken PERCENT]
//
// Made-up check-ins of many runners for pack/: 10 to 26 answers a line, about 330 bytes, most of
// them harmless, as a club's form would store them. The same seed gives the same lines.
//   compact  as JavaScript and `jq -c` write them
//   spaced   with single spaces after `:` and `,`, as Python's json.dumps
//   loose    keys in any order, any white space anywhere
//   --id     in an envelope: {"id": "…", "answers": {…}}
//   --broken that many lines in a hundred cannot be used
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vocabulary.hpp"

namespace {

using namespace yardstick;

/// std::mt19937_64 gives the same numbers everywhere; the library's distributions do not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(limit)); }
  bool percent(int share) { return below(100) < share; }

 private:
  std::mt19937_64 engine_;
};

enum class Form { compact, spaced, loose };

struct Told {
  std::string_view key;
  std::vector<std::string> values;  ///< JSON
  bool is_list = false;
};

using Names = std::span<const std::string_view>;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

/// One runner's check-in, question by question in the order of the form.
class CheckIn {
 public:
  explicit CheckIn(Chance& chance) : chance_(chance) {}

  std::vector<Told> fill_in() {
    const int kind = chance_.below(100);  // 20 healthy, 30 plainly sore, 50 something to describe
    list("warning_signs", kWarningSignsNames, 2);
    list("about_you", kAboutYouNames, 12);
    number("age", 16 + chance_.below(60));
    told("any_pain", kind < 20 ? "false" : "true");
    if (kind >= 20) tell_of_pain(kind >= 50);
    list("training", kTrainingNames, 50);
    number("week_km", chance_.below(90));
    if (list("recovery", kRecoveryNames, 35)) choice("illness", kIllnessNames, 100);
    number("sleep_hours", 5 + chance_.below(5));
    number("pulse_up", std::max(0, chance_.below(24) - 12));
    list("plan", kPlanNames, 60);
    return std::move(told_);
  }

 private:
  void tell_of_pain(bool describe) {
    list("where", kWhereNames, 100);
    list("leg_warnings", kLegWarningsNames, 3);
    told("pattern", quoted(describe ? "describe" : "soreness"));
    number("pain", 1 + chance_.below(chance_.percent(80) ? 4 : 9));
    list("signs", kSignsNames, describe ? 40 : 10);
    choice("walk_test", kWalkTestNames, 15);
    choice("gait", kGaitNames, 15);
    if (describe) describe_it();
  }

  void describe_it() {
    choice("quality", kQualityNames, 60);
    choice("tissue", kTissueNames, 50);
    choice("onset", kOnsetNames, 50);
    choice("trend", kTrendNames, 40);
    number("days_sore", chance_.below(chance_.percent(80) ? 10 : 60));
    choice("sides", kSidesNames, 60);
    choice("warmup", kWarmupNames, 60);
    choice("next_morning", kNextMorningNames, 40);
  }

  void told(std::string_view key, std::string value) { told_.push_back({key, {std::move(value)}}); }

  void number(std::string_view key, int value) { told(key, std::to_string(value)); }

  /// The first option, or with that chance any other. A harmless reply is left out now and then.
  void choice(std::string_view key, Names names, int other_percent) {
    const bool other = chance_.percent(other_percent);
    if (!other && chance_.percent(10)) return;
    const int options = static_cast<int>(names.size());
    told(key, quoted(names[other ? static_cast<std::size_t>(1 + chance_.below(options - 1)) : 0]));
  }

  /// With that chance one to three options, else none. Whether the first option is among them.
  bool list(std::string_view key, Names names, int some_percent) {
    Told told{key, {}, true};
    bool first = false;
    if (chance_.percent(some_percent)) {
      const int count = chance_.percent(60) ? 1 : 2 + chance_.below(2);
      std::size_t at = 0;
      for (int i = 0; i < count; ++i) {
        const int options_left = static_cast<int>(names.size() - at);
        if (options_left <= 0) break;
        at += static_cast<std::size_t>(chance_.below(options_left));
        first = first || at == 0;
        told.values.push_back(quoted(names[at++]));
      }
    }
    told_.push_back(std::move(told));
    return first;
  }

  Chance& chance_;
  std::vector<Told> told_;
};

class LineWriter {
 public:
  LineWriter(Form form, Chance& chance) : form_(form), chance_(chance) {}

  std::string write(std::vector<Told> told, std::string_view id) {
    line_.clear();
    if (form_ == Form::loose) shuffle(told);
    if (!id.empty()) {
      token("{");
      key("id");
      token(quoted(id));
      token(",");
      after();
      key("answers");
    }
    token("{");
    for (std::size_t i = 0; i < told.size(); ++i) {
      if (i > 0) separator();
      key(told[i].key);
      value(told[i]);
    }
    token(id.empty() ? "}" : "}}");
    return line_;
  }

 private:
  void shuffle(std::vector<Told>& told) {
    for (std::size_t i = told.size(); i > 1; --i) {
      std::swap(told[i - 1], told[static_cast<std::size_t>(chance_.below(static_cast<int>(i)))]);
    }
  }

  void key(std::string_view name) {
    token(quoted(name));
    token(":");
    after();
  }

  void value(const Told& told) {
    if (told.is_list) token("[");
    for (std::size_t i = 0; i < told.values.size(); ++i) {
      if (i > 0) separator();
      token(told.values[i]);
    }
    if (told.is_list) token("]");
  }

  void separator() {
    token(",");
    after();
  }

  void after() {
    if (form_ == Form::spaced) line_ += ' ';
  }

  void token(std::string_view text) {
    line_ += text;
    if (form_ != Form::loose) return;
    for (int spaces = std::max(0, chance_.below(5) - 2); spaces > 0; --spaces) {
      line_ += chance_.percent(80) ? ' ' : '\t';
    }
  }

  Form form_;
  Chance& chance_;
  std::string line_;
};

/// Breaks a line in one of the ways lines come broken.
void spoil(std::string& line, Chance& chance) {
  switch (chance.below(6)) {
    case 0:
      line.resize(line.size() / 2);
      break;
    case 1:
      line.insert(1, "\"slep_hours\":7,");
      break;
    case 2:
      line.insert(1, "\"gait\":\"limpin\",");
      break;
    case 3:
      line.insert(1, "\"pulse_up\":99,");
      break;
    case 4:
      line.insert(1, "\"where\":\"\xff\",");
      break;
    default:
      line = "not JSON";
      break;
  }
}

struct Order {
  long count = 1000;
  Form form = Form::compact;
  std::uint64_t seed = 1;
  bool with_id = false;
  int broken_percent = 0;
};

Order order_of(int argc, char** argv) {
  Order order;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const auto next = [&] { return std::string_view(i + 1 < argc ? argv[++i] : ""); };
    if (word == "--form") {
      const std::string_view form = next();
      order.form = form == "spaced" ? Form::spaced : form == "loose" ? Form::loose : Form::compact;
    } else if (word == "--seed") {
      order.seed = std::strtoull(next().data(), nullptr, 10);
    } else if (word == "--id") {
      order.with_id = true;
    } else if (word == "--broken") {
      order.broken_percent = std::atoi(next().data());
    } else {
      order.count = std::atol(word.data());
    }
  }
  return order;
}

}  // namespace

int main(int argc, char** argv) {
  const Order order = order_of(argc, argv);
  Chance chance(order.seed);
  // What is told must not depend on the form.
  Chance form_chance(order.seed + 1);
  LineWriter writer(order.form, form_chance);
  // As copies and exports are written: a file written in small blocks may lie scattered in memory,
  // and whoever reads it pays for that.
  static std::array<char, std::size_t{1} << 20> block;
  std::setvbuf(stdout, block.data(), _IOFBF, block.size());
  for (long i = 0; i < order.count; ++i) {
    const std::string id = order.with_id ? "r" + std::to_string(100'000 + i) : "";
    std::string line = writer.write(CheckIn(chance).fill_in(), id);
    if (form_chance.percent(order.broken_percent)) spoil(line, form_chance);
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
