// Yardstick (b): the rules of pack/ by hand, over simdjson's on-demand reader.
//
// What a C++ programmer would write who needs exactly these rules and no others: no gates, no
// messages, no suggestions. NDJSON on standard input, advice on standard output.
#include <simdjson.h>

#include "blocks.hpp"
#include "fields.hpp"
#include "reference_rules.hpp"

namespace {

using namespace yardstick;
namespace ondemand = simdjson::ondemand;

bool read_value(ondemand::value value, Field field, Record& record) {
  switch (value.type()) {
    case ondemand::json_type::array:
      for (auto option : value.get_array()) {
        if (!set_text(record, field, option.get_string())) return false;
      }
      return true;
    case ondemand::json_type::string:
      return set_text(record, field, value.get_string());
    case ondemand::json_type::number:
      return set_number(record, field, static_cast<int>(value.get_int64().value()));
    case ondemand::json_type::boolean:
      return set_truth(record, field, value.get_bool());
    default:
      return false;
  }
}

bool read_record(ondemand::object object, Record& record) {
  for (auto member : object) {
    const Field field = field_named(member.unescaped_key());
    if (field == Field::none || !read_value(member.value(), field, record)) return false;
  }
  return true;
}

}  // namespace

int main() {
  ondemand::parser parser;
  std::string out;
  bool all_read = true;
  for_each_block(simdjson::SIMDJSON_PADDING, [&](std::string_view block, std::size_t capacity) {
    ondemand::document_stream documents = parser.iterate_many(block.data(), block.size(), capacity);
    for (auto document : documents) {
      Record record;
      if (read_record(document.get_object(), record)) {
        print(advise(record), out);
      } else {
        all_read = false;
      }
    }
    write_out(out);
  });
  return all_read ? 0 : 1;
}
