#pragma once

#include <string>
#include <vector>

#include "assess/situation.hpp"
#include "runready/render.hpp"

/// What a report says of the time after: sentences, none where there is nothing to say.
namespace runready {

/// When to ask again, and what would change the answer. REQUIRES: less than urgent.
std::vector<std::string> ask_again_words(const Report& report, const Situation& situation);

/// When to see someone. REQUIRES: less than urgent.
std::vector<std::string> see_someone_words(const Report& report, const Situation& situation);

/// How firm the answer is: what is open, what stands in the config, what is not proved.
std::vector<std::string> standing_words(const Report& report);

}  // namespace runready
