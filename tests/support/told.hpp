#pragma once

#include <string>
#include <string_view>

#include "runready/answers.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Telling things to packs for tests. Only what a test is about stands in it; header, texts, a
/// section, a source and the fact `F1` are added.
namespace runready::testing {

/// Loads a pack from the JSON of its parts, `{"questions": […], …}`. Fails the test if it is wrong.
Pack pack_of(std::string_view parts);

/// Reads answers as JSON. Fails the test if they are wrong.
Answers answers_of(const Pack& pack, std::string_view json);

/// The assessment of answers as JSON. Fails the test if they contradict themselves.
Assessment assess(const Pack& pack, std::string_view json);

/// The codes of the diagnostics that `infer` gives, joined by spaces; empty if there are none.
std::string inference_errors(const Pack& pack, std::string_view json);

}  // namespace runready::testing
