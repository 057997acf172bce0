#include "cli/exit_status.hpp"

#include <array>
#include <filesystem>
#include <new>
#include <system_error>

#include "text/words.hpp"

namespace runready {

int outcome_status(const Assessment& assessment, const std::optional<Outlook>& outlook) {
  constexpr std::array<int, 4> kByRecommendation = {0, 10, 20, 30};
  constexpr int kUrgent = 40;
  constexpr int kEmergency = 50;
  if (assessment.referral == Referral::emergency) return kEmergency;
  if (assessment.referral == Referral::urgent) return kUrgent;
  const bool is_run = assessment.recommendation == Recommendation::run;
  if (is_run && !outlook->settled) return kUndecided;
  return kByRecommendation[static_cast<std::size_t>(assessment.recommendation)];
}

Failure failure_being_handled() {
  try {
    throw;
  } catch (const WorldError& error) {
    return {error.what(), ""};
  } catch (const std::bad_alloc&) {
    return {"out of memory",
            "allow it more (`ulimit -v` and containers limit it); proving rules takes most, and "
            "`--no-proof` uses rules without"};
  } catch (const std::filesystem::filesystem_error& error) {
    return {"cannot read " + in_backticks(error.path1().string()) + ": " + error.code().message(),
            ""};
  } catch (const std::system_error& error) {
    return {"the system refuses what is needed: " + error.code().message(),
            "a limit on processes, memory or open files may be too low"};
  } catch (const std::exception& error) {
    return {"this should not happen: " + std::string(error.what()),
            "please report it, with the command and the rules"};
  }
}

}  // namespace runready
