// Yardstick (c): the rules of pack/ by hand, over nlohmann's SAX reader. With `--parse` the whole
// input is one JSON text that is read and thrown away.
#include <cstring>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "blocks.hpp"
#include "fields.hpp"
#include "reference_rules.hpp"

namespace {

using namespace yardstick;
using Sax = nlohmann::json_sax<nlohmann::json>;

/// One line into one record.
class LineReader final : public Sax {
 public:
  explicit LineReader(Record& record) : record_(record) {}

  bool key(string_t& key) override {
    field_ = field_named(key);
    return field_ != Field::none;
  }
  bool string(string_t& text) override { return set_text(record_, field_, text); }
  bool boolean(bool truth) override { return set_truth(record_, field_, truth); }
  bool number_unsigned(number_unsigned_t n) override {
    return set_number(record_, field_, static_cast<int>(n));
  }
  bool number_integer(number_integer_t n) override {
    return set_number(record_, field_, static_cast<int>(n));
  }
  bool number_float(number_float_t, const string_t&) override { return false; }
  bool binary(binary_t&) override { return false; }
  bool null() override { return false; }
  bool start_object(std::size_t) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  Record& record_;
  Field field_ = Field::none;
};

int advise_lines() {
  std::string out;
  bool all_read = true;
  for_each_block(0, [&](std::string_view block, std::size_t) {
    while (!block.empty()) {
      const std::size_t end = block.find('\n');
      const std::string_view line = block.substr(0, end);
      Record record;
      LineReader reader(record);
      if (nlohmann::json::sax_parse(line.begin(), line.end(), &reader)) {
        print(advise(record), out);
      } else {
        all_read = false;
      }
      block.remove_prefix(end == std::string_view::npos ? block.size() : end + 1);
    }
    write_out(out);
  });
  return all_read ? 0 : 1;
}

int parse_only() {
  std::string text;
  for_each_block(0, [&](std::string_view block, std::size_t) { text.append(block); });
  return nlohmann::json::accept(text) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return argc > 1 && std::strcmp(argv[1], "--parse") == 0 ? parse_only() : advise_lines();
}
