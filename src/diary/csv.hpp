#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runready/diagnostic.hpp"

/// Tables as spreadsheets and watches export them: fields between commas, semicolons or tabs, in
/// quotes where they hold one of those or the end of a line.
namespace runready {

struct CsvField {
  std::string text;  ///< without its quotes and the blanks around it
  Span span;         ///< as it stands in the file
};
using CsvRow = std::vector<CsvField>;

struct Csv {
  char separator = ',';
  std::vector<CsvRow> rows;  ///< the header first; empty lines left out
};

/// The separator is the one that the first line has most of. A quote that does not end takes the
/// rest of the text (`csv-quote`). Spans are in file number `file`.
Csv read_csv(std::string_view text, std::uint32_t file, Diagnostics& diagnostics);

/// A number with a decimal point or comma, digits in groups allowed: `1,234.5`, `1.234,5`, `10,02`.
/// What stands alone between the digits is the decimal sign. Nothing if it is no number.
bool read_decimal(std::string_view text, double& number);

/// `50:10`, `0:50:10`, `00:50:10.5`, or seconds.
bool read_duration(std::string_view text, double& seconds);

}  // namespace runready
