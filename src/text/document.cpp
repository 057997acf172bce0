#include "text/document.hpp"

#include <iterator>

namespace runready {

void append(Document& to, Document blocks) {
  to.insert(to.end(), std::make_move_iterator(blocks.begin()),
            std::make_move_iterator(blocks.end()));
}

Block heading(std::string_view text) { return Heading{std::string(text)}; }
Block paragraph(std::string_view text) { return Paragraph{std::string(text)}; }
Block row(std::string_view term, std::string_view text) {
  return Row{std::string(term), std::string(text)};
}
Block example(std::string_view literal, std::string_view purpose) {
  return Example{std::string(literal), std::string(purpose)};
}

}  // namespace runready
