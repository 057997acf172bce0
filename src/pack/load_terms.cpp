#include "pack/members.hpp"
#include "pack/readers.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

constexpr Member<Term> kTermMembers[] = {
    {"id", kRequired, nullptr},
    {"says", kRequired,
     [](Loading& in, JsonValue& json, Term& term) { read_text(in, json, term.clause.says); }},
    {"says_not", kOptional,
     [](Loading& in, JsonValue& json, Term& term) { read_text(in, json, term.clause.says_not); }},
    {"when", kRequired, nullptr},
};

void finish_term(Loading& in, JsonValue& json, Term& term) {
  if (const auto question = in.questions.find(term.id)) {
    in.error("duplicate-id", term.span, in_backticks(term.id) + " is also a question",
             "questions and terms are named alike in conditions");
  }
  if (const JsonValue* when = json.find("when")) {
    in.terms_when.push_back({static_cast<std::uint32_t>(in.pack.terms.size()), when});
  }
}

constexpr Entries<Term> kTerms = {
    "a term", kTermMembers, {kMaxEntries, "terms"}, is_id, finish_term};

}  // namespace

void load_terms(Loading& in, JsonValue& json) {
  read_entries(in, json, kTerms, in.terms, in.pack.terms);
}

void list_term_keys(std::vector<KeyTable>& into) { list_keys<Term>(into, "a term", kTermMembers); }

}  // namespace runready
