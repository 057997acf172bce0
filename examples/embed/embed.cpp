// Asks the engine whether somebody who limps may run, in the program's own process.
#include <iostream>
#include <runready/assessment.hpp>
#include <runready/load.hpp>
#include <runready/read_answers.hpp>

int main() {
  runready::Diagnostics found;
  const auto pack = runready::load_default_pack(found, runready::LoadFor::advising);
  if (!pack) return 1;

  const auto told = runready::read_answers(R"({"gait": "limping"})", 0, *pack, found);
  const auto known = told ? runready::infer(*pack, told->answers, found) : std::nullopt;
  for (const runready::Diagnostic& mistake : found) std::cerr << mistake.message << "\n";
  if (!known) return 1;

  const runready::Assessment assessment = runready::assess(*pack, *known);
  std::cout << name(assessment.recommendation) << "\n";
  for (const runready::Reason& reason : assessment.reasons) {
    if (reason.rule) std::cout << "- " << pack->rule(*reason.rule).because << "\n";
  }
}
