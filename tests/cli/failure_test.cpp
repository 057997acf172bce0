#include <filesystem>
#include <new>
#include <stdexcept>
#include <system_error>

#include "catch.hpp"
#include "cli/exit_status.hpp"

namespace runready {
namespace {

template <class Exception>
Failure failure_of(const Exception& thrown) {
  try {
    throw thrown;
  } catch (...) {
    return failure_being_handled();
  }
}

TEST_CASE("every kind of exception has a message and says what to do", "[cli]") {
  CHECK(failure_of(WorldError("cannot read `x`: gone")).message == "cannot read `x`: gone");

  const Failure memory = failure_of(std::bad_alloc());
  CHECK(memory.message == "out of memory");
  CHECK_THAT(memory.help, ContainsSubstring("--no-proof"));

  const std::error_code denied = std::make_error_code(std::errc::permission_denied);
  CHECK(failure_of(std::filesystem::filesystem_error("listing", "rules", denied)).message ==
        "cannot read `rules`: Permission denied");

  const Failure threads = failure_of(std::system_error(
      std::make_error_code(std::errc::resource_unavailable_try_again), "no thread"));
  CHECK_THAT(threads.message, ContainsSubstring("Resource temporarily unavailable"));
  CHECK_THAT(threads.help, ContainsSubstring("limit"));

  CHECK_THAT(failure_of(std::out_of_range("at")).help, ContainsSubstring("report"));
}

}  // namespace
}  // namespace runready
