#include "pack/key_tables.hpp"

#include "pack/readers.hpp"

namespace runready {

std::vector<KeyTable> key_tables() {
  std::vector<KeyTable> tables;
  list_header_keys(tables);
  list_knowledge_keys(tables);
  list_activity_keys(tables);
  list_question_keys(tables);
  list_option_keys(tables);
  list_term_keys(tables);
  list_rule_keys(tables);
  list_text_keys(tables);
  list_table_keys(tables);
  list_tip_keys(tables);
  list_invariant_keys(tables);
  list_case_keys(tables);
  return tables;
}

}  // namespace runready
