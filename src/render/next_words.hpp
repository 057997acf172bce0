#pragma once

#include <string>
#include <vector>

#include "assess/situation.hpp"
#include "runready/render.hpp"

/// What a report says of the time after: sentences, none where there is nothing to say.
namespace runready {

/// What would change the answer: "Run if you walk normally."
std::vector<std::string> would_be_words(const Report& report);

/// Whether what is still open could mean that somebody should be seen sooner.
bool referral_may_rise(const Report& report);

/// When to see someone, or to do so sooner, where no tip says it. REQUIRES: less than urgent.
std::string see_someone_words(const Report& report, const Situation& situation);

/// How firm the answer is: what is open, what stands in the config, what is not proved.
std::vector<std::string> standing_words(const Report& report);

}  // namespace runready
