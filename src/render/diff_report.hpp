#pragma once

#include <string>
#include <string_view>

#include "render/check_report.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// How two packs differ, for people and for programs.
namespace runready {

/// Two packs that were compared.
struct Compared {
  const Pack& before;
  const Studied& after;
  const DiffReport& report;
};

/// Whether anybody is given more, less or other workouts, with the smallest example of each; what
/// is responsible; then what reads differently.
std::string diff_text(const Compared& compared);

/// One line: `{"schema":"runready/rules-diff/1",…}`. What is said of answers at hand is a value
/// that is written already, or empty.
std::string diff_json(const Compared& compared, std::string_view on_json = {});

}  // namespace runready
