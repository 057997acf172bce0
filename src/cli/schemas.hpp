#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "text/embedded_file.hpp"

/// The JSON Schemas of what the program reads and prints: the files of rules/schemas/, compiled in.
/// That of answers is not among them: it is made from the pack in use.
namespace runready {

/// `pack.schema.json` and so on, in order of name.
std::span<const EmbeddedFile> schema_files();

/// `pack` for `pack.schema.json`.
std::string_view schema_name(const EmbeddedFile& file);

/// Its title: what it is a schema of.
std::string schema_title(const EmbeddedFile& file);

inline constexpr std::string_view kAnswersSchema = "answers";
inline constexpr std::string_view kAnswersTitle = "Answers, as the rules in use ask for them";

}  // namespace runready
