#pragma once

#include <cstdint>
#include <string>

#include "runready/batch.hpp"
#include "runready/pack.hpp"
#include "support/random_pack.hpp"

/// Lines as they come, right and wrong, and what each has to give.
namespace runready::testing {

/// The pack with a text for every key that packs must have, so that reports can be written.
Pack with_texts(Pack pack);

/// A line of answers, not always right, without its newline.
std::string random_line(const Pack& pack, Dice& dice);

/// Some fields of an assessment (none: all) and other wishes.
BatchOptions random_options(Dice& dice);

/// What has to be printed for a line, with its newline: done as `runready check` does it.
std::string reference_line(const Pack& pack, const BatchOptions& options, std::string_view line,
                           std::uint64_t number);

/// What has to be printed for several lines.
std::string reference_lines(const Pack& pack, const BatchOptions& options, std::string_view lines);

/// What a worker prints for them.
std::string answered(const Pack& pack, const BatchOptions& options, std::string_view lines);

}  // namespace runready::testing
