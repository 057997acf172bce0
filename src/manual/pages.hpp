#pragma once

#include <span>
#include <string_view>

#include "manual/roff.hpp"
#include "runready/pack.hpp"
#include "text/embedded_file.hpp"

/// The two pages of the manual.
namespace runready {

/// runready(1), from the tables behind `--help`, with the questions of a pack.
ManualPage program_page(const Pack& pack);

/// runready-pack(5), from the JSON Schema of pack files; `example` is a pack file.
ManualPage pack_page(std::string_view schema, std::string_view example);

/// The file of examples/ that runready-pack(5) shows.
std::span<const EmbeddedFile> manual_example();

}  // namespace runready
