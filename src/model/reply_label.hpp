#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// Replies as the runner saw them at the prompt.
namespace runready {

/// "Shin; Heel", "None of these", "Yes", "I limp", "4". `values` holds one for each variable of the
/// question; of a multi-choice unknown options count as not chosen. Empty if nothing is known.
std::string reply_label(const Pack& pack, const Question& question,
                        std::span<const std::int32_t> values);

/// The same of the reply that stands in `replies`.
std::string reply_label(const Pack& pack, const Question& question, const Replies& replies);

/// What to call one of several complaints: the runner's own label, else the reply to the first
/// list about it ("Heel"), else its number.
std::string complaint_name(const Pack& pack, const Answers& answers, std::size_t complaint);

}  // namespace runready
