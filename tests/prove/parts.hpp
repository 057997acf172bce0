// Parts of packs as JSON, for tests that need just this question and just that rule.
#pragma once

#include <string>

#include "support/told.hpp"

namespace runready::testing {

/// `rest` is its type and what belongs to it.
inline std::string question(const std::string& id, const std::string& rest,
                            const std::string& about = "runner") {
  return R"({"id": ")" + id + R"(", "about": ")" + about +
         R"(", "section": "s", "ask": "?", "why": "!", )" + rest + "}";
}

/// `demands` is for example `"recommend": "rest"`.
inline std::string rule(const std::string& id, const std::string& when,
                        const std::string& demands) {
  return R"({"id": ")" + id + R"(", "when": )" + when + ", " + demands +
         R"(, "because": "b", "sources": ["F1"]})";
}

/// A pack of such parts; `more` is further members of the file, beginning with a comma.
inline Pack pack_with(const std::string& questions, const std::string& rules,
                      const std::string& more = "") {
  return pack_of(R"({"questions": [)" + questions + R"(], "rules": [)" + rules + "]" + more + "}");
}

}  // namespace runready::testing
