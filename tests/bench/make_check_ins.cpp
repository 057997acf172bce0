// make_check_ins COUNT <QUESTIONS
//
// Made-up check-ins for any pack, from what `runready questions --json` prints of it: a line each
// of compact JSON. About half of the questions are told, most of them harmlessly. Replies may
// contradict each other, so a few lines cannot be used. The same questions give the same lines.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

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
  return chosen;
}

Json check_in(const Json& questions, Chance& chance) {
  Json told = Json::object();
  for (const Json& question : questions) {
    if (!chance.percent(50)) continue;
    const bool is_harmless = question["assume"] == true && chance.percent(75);
    told[question["id"].get<std::string>()] =
        is_harmless ? question["default"] : any_reply(question, chance);
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
