#include "catch.hpp"
#include "support/process.hpp"
#include "terminal/tab.hpp"

namespace runready::testing {
namespace {

TEST_CASE("Tab completes in bash", "[terminal]") {
  const ScratchFolder scratch;
  write_file(scratch.path() / "answers.json", "{}");
  Shell bash({"bash", "--norc", "-i"}, scratch.path(),
             "bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'\n"
             "source <(runready completion bash)\n");
  CHECK(bash.types("runready che\t--ga\tlim\t", "check --gait limping "));
  CHECK(bash.types("runready --gait=l\t", "--gait=limping "));
  CHECK(bash.types("runready --gait=\t", "altered"));
  CHECK(bash.types("runready --gait \"lim\t", "--gait \"limping\" "));
  CHECK(bash.types("runready --where calf,shi\t", "--where calf,shin "));
  CHECK(bash.types("runready --also whe\thee\t", "--also where=heel "));
  CHECK(bash.types("runready --also where=heel,qual\tsha\t", "where=heel,quality=sharp "));
  CHECK(bash.types("runready --answers ans\t", "--answers answers.json "));
  CHECK(bash.types("runready --rules=ans\t", "--rules=answers.json "));
  CHECK(bash.types("runready rules show limping-f\t", "show limping-for-days "));
  CHECK(bash.types("runready conf\tpa\t\n", "config.json"));
}

TEST_CASE("Tab in bash knows the rules that the line names, and is silent if they are wrong",
          "[terminal]") {
  const ScratchFolder scratch;
  Shell bash({"bash", "--norc", "-i"}, scratch.path(),
             "bind 'set bell-style none'\nsource <(runready completion bash)\n");
  CHECK(bash.types("runready --rules $REPO/tests/golden/cli/rules --rac\tmar\t", "--rac"));
  CHECK(bash.types("runready --rules not-there --exi\t", "not-there --exit-code "));
}

}  // namespace
}  // namespace runready::testing
