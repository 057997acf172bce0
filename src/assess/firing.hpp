#pragma once

#include <optional>

#include "runready/answers.hpp"
#include "runready/pack.hpp"

namespace runready {

/// Few answers of which a rule is true, nothing else being the matter: what its condition needs and
/// no more. Nothing if none are found in the plain way taken here: each test by itself.
std::optional<Answers> answers_firing(const Pack& pack, RuleId rule);

}  // namespace runready
