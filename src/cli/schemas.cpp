#include "cli/schemas.hpp"

#include "json/json_value.hpp"

namespace runready {

std::string_view schema_name(const EmbeddedFile& file) {
  return file.name.substr(0, file.name.find('.'));
}

std::string schema_title(const EmbeddedFile& file) {
  Diagnostics unused;
  const auto schema = read_json(file.text, 0, unused);
  const JsonValue* title = schema ? schema->find("title") : nullptr;
  return title == nullptr ? "" : title->string;
}

}  // namespace runready
