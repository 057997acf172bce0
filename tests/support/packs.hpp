#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// Packs for tests.
namespace runready::testing {

/// A file of the repository, called by its path there.
SourceFile repository_file(std::string_view path);

/// tests/pack/base.json, a small pack that has one of everything, with the default pack's texts.
std::vector<SourceFile> base_files();

/// The base pack with one more file, `more.json`.
std::vector<SourceFile> base_and(std::string_view more);

/// The pack that speed is measured with, with the default pack's texts.
std::vector<SourceFile> measured_files();

/// The messages as a person reads them, all together.
std::string to_text(const Diagnostics& diagnostics, const std::vector<SourceFile>& files);

/// Their codes in order, separated by spaces.
std::string codes(const Diagnostics& diagnostics);

/// The pack in files that must be right. Fails the test otherwise.
Pack load(const std::vector<SourceFile>& files);

/// The default pack, loaded once.
const Pack& default_pack();

/// The codes of what is wrong with the base pack and one more file.
std::string mistakes_in(std::string_view more);

}  // namespace runready::testing
