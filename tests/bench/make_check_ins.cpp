// make_check_ins COUNT <QUESTIONS
//
// Made-up check-ins for any pack, from what `runready questions --json` prints of it: a line each
// of compact JSON, as an interview would tell them, in its order. Nine in ten of the questions that
// apply are told, three in four of those harmlessly. The same questions give the same lines.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string>

namespace {

using Json = nlohmann::ordered_json;

/// std::mt19937_64 gives the same numbers everywhere; the library's distributions do not.
class Chance {
 public:
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }
  bool percent(std::uint64_t share) { return below(100) < share; }

 private:
  std::mt19937_64 engine_{1};
};

Json any_reply(const Json& question, Chance& chance) {
  const std::string type = question["type"];
  if (type == "bool") return chance.percent(50);
  if (type == "integer") {
    const std::int64_t low = question["range"][0];
    const std::int64_t high = question["range"][1];
    return low +
           static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(high - low) + 1));
  }
  const Json& options = question["options"];
  if (type == "choice") return options[chance.below(options.size())]["id"];
  Json chosen = Json::array();
  for (const Json& option : options) {
    if (chance.percent(100 / options.size())) chosen.push_back(option["id"]);
  }
  if (chosen.empty()) chosen.push_back(options[chance.below(options.size())]["id"]);
  return chosen;
}

/// Whether a condition holds, what was not told at its default.
bool holds(const Json& condition, const Json& replies) {
  const auto& [operation, operands] = *condition.items().begin();
  const auto holds_here = [&](const Json& operand) { return holds(operand, replies); };
  const auto value = [&](const Json& variable) -> const Json& {
    return replies[variable["var"].get<std::string>()];
  };
  const auto is_among = [](const Json& list, const Json& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
  };
  if (operation == "and") return std::all_of(operands.begin(), operands.end(), holds_here);
  if (operation == "or") return std::any_of(operands.begin(), operands.end(), holds_here);
  if (operation == "!") return !holds(operands.is_array() ? operands[0] : operands, replies);
  if (operation == "var") return value(condition) == true;
  if (operation == "==") return value(operands[0]) == operands[1];
  if (operation == "!=") return value(operands[0]) != operands[1];
  if (operation == "some") {
    const Json& wanted = operands[1]["in"][1];
    const Json& told = value(operands[0]);
    return std::any_of(told.begin(), told.end(),
                       [&](const Json& option) { return is_among(wanted, option); });
  }
  if (operation == "in" && operands[1].is_object())
    return is_among(value(operands[1]), operands[0]);
  if (operation == "in") return is_among(operands[1], value(operands[0]));
  throw std::invalid_argument("a gate with the operator " + operation);
}

Json check_in(const Json& questions, Chance& chance) {
  Json replies = Json::object();
  for (const Json& question : questions) {
    replies[question["id"].get<std::string>()] = question["default"];
  }
  Json told = Json::object();
  for (const Json& question : questions) {
    const std::string id = question["id"];
    if (question.contains("when") && !holds(question["when"], replies)) continue;
    if (!chance.percent(90)) continue;
    const bool is_harmless = question["assume"] == true && chance.percent(75);
    const bool is_no_reply = question["type"] == "multi-choice" && question["permits"] == true;
    if (is_harmless && is_no_reply) continue;  // a list that is told names something
    told[id] = is_harmless ? question["default"] : any_reply(question, chance);
    replies[id] = told[id];
  }
  return told;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return EXIT_FAILURE;
  const Json questions = Json::parse(std::cin)["questions"];
  Chance chance;
  for (long left = std::atol(words[1]); left > 0; --left) {
    std::cout << check_in(questions, chance).dump() << "\n";
  }
}
