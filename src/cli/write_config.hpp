#pragma once

#include <string>
#include <string_view>

/// Changing the configuration file: one value, and all else stays as it was written.
///
///     write_config(path, with_setting(read_file(path), "age", "44"));
namespace runready {

/// `text` with the value of a key replaced, or taken out where `json` is empty; a line for each
/// key. REQUIRES: `text` is a configuration without mistakes, or blank.
std::string with_setting(std::string_view text, std::string_view key, std::string_view json);

/// The same of one of the usual replies.
std::string with_usual_reply(std::string_view text, std::string_view question,
                             std::string_view json);

/// Writes the file, whole or not at all, and the folders it needs; readable by its owner alone if
/// it was not there. Through a symbolic link. Throws WorldError.
void write_config(const std::string& path, std::string_view text);

}  // namespace runready
