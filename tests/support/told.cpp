#include "support/told.hpp"

#include "catch.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"

namespace runready::testing {

namespace {

constexpr std::string_view kFrame = R"({
  "pack": {"format": "runready/pack/1", "id": "test", "version": "1.0.0", "title": "Test",
           "language": "en"},
  "sections": [{"id": "s", "title": "Section"}],
  "sources": [{"id": "book", "title": "Book"}],
  "facts": [{"id": "F1", "text": "a fact", "from": ["book"], "grade": "popular"}],
  "feel_check": {"after_minutes": 10, "sources": ["F1"]}
})";

}  // namespace

Pack pack_of(std::string_view parts) {
  return load({{"frame.json", std::string(kFrame)},
               repository_file("tests/pack/texts.json"),
               {"test.json", std::string(parts)}});
}

Answers answers_of(const Pack& pack, std::string_view json) {
  Diagnostics wrong;
  const auto input = read_answers(json, 0, pack, wrong);
  const std::vector<SourceFile> files = {{"answers", std::string(json)}};
  INFO(to_text(wrong, files));
  REQUIRE(input);
  return input->answers;
}

Assessment assess(const Pack& pack, std::string_view json) {
  Diagnostics wrong;
  const auto known = infer(pack, answers_of(pack, json), wrong);
  INFO(json << to_text(wrong, {}));
  REQUIRE(known);
  return runready::assess(pack, *known);
}

std::string inference_errors(const Pack& pack, std::string_view json) {
  Diagnostics wrong;
  infer(pack, answers_of(pack, json), wrong);
  std::string codes;
  for (const Diagnostic& d : wrong) codes += (codes.empty() ? "" : " ") + d.code;
  return codes;
}

}  // namespace runready::testing
