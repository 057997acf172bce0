#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// Options of a choice or multi-choice question: as told, as chosen, as mistyped.
namespace runready {

/// The ids of a question's options, for suggestions.
std::vector<std::string_view> option_ids(const Question& question);

/// The option somebody names, in large or small letters.
std::optional<std::uint32_t> option_called(const Question& question, std::string_view id);

/// An option of a list that is asked beside those of the pack.
Option labelled_option(std::string label, std::string group = {});

/// Makes the list of chosen options complete: the others are told not to hold.
void choose(const Question& question, const std::vector<bool>& chosen, Replies& into);

/// The options of a multi-choice that are told to hold, ascending.
std::vector<std::uint32_t> chosen_options(const Question& question, const Replies& replies);

/// Reports `unknown-option`, with a suggestion unless there is other help.
void report_unknown_option(Diagnostics& to, Span span, const Question& question,
                           std::string_view told, std::string help = {});

}  // namespace runready
