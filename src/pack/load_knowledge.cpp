// Sections, sources and facts: what questions and rules are grouped by and rest on.
#include "pack/members.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr Member<Section> kSectionMembers[] = {
    {"id", kRequired, nullptr},
    {"title", kRequired, text<&Section::title>},
};

constexpr Entries<Section> kSections = {
    "a section", kSectionMembers, {kMaxEntries, "sections"}, is_id, nullptr};

constexpr Member<Source> kSourceMembers[] = {
    {"id", kRequired, nullptr},
    {"title", kRequired, text<&Source::title>},
    {"author", kOptional, text<&Source::author>},
    {"publisher", kOptional, text<&Source::publisher>},
    {"year", kOptional, integer<&Source::year, 1800, 2200>},
    {"doi", kOptional, text<&Source::doi>},
    {"url", kOptional, text<&Source::url>},
};

constexpr Entries<Source> kSources = {
    "a source", kSourceMembers, {kMaxEntries, "sources"}, is_reference_id, nullptr};

void fact_kind(Loading& in, JsonValue& json, Fact& fact) {
  if (const auto place = read_name(in, json, kFactKindNames)) fact.kind = kFactKindNames[*place];
}

void fact_from(Loading& in, JsonValue& json, Fact& fact) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    if (word->string.find("://") != std::string::npos) {
      in.error("unknown-source", word->span, "unknown source " + in_backticks(word->string),
               "give it an entry in `sources`, with the address as its `url`, and name its id");
    } else if (const auto source = read_reference(in, *word, in.sources)) {
      fact.from.push_back(*source);
    }
  }
}

void fact_grade(Loading& in, JsonValue& json, Fact& fact) {
  if (const auto place = read_name(in, json, kGradeNames)) fact.grade = kGradeNames[*place];
}

constexpr Member<Fact> kFactMembers[] = {
    {"id", kRequired, nullptr},
    {"kind", kOptional, fact_kind},
    {"text", kRequired, text<&Fact::text>},
    {"from", kRequired, fact_from},
    {"grade", kRequired, fact_grade},
};

constexpr Entries<Fact> kFacts = {
    "a fact", kFactMembers, {kMaxEntries, "facts"}, is_reference_id, nullptr};

}  // namespace

void load_sections(Loading& in, JsonValue& json) {
  read_entries(in, json, kSections, in.sections, in.pack.sections);
}

void load_sources(Loading& in, JsonValue& json) {
  read_entries(in, json, kSources, in.sources, in.pack.source_list);
}

/// What is cited has its id in an assessment, and no more unless that is explained.
void load_fact_ids(Loading& in, const JsonValue& json) {
  if (!expect(in, json, JsonValue::Type::array, "a list")) return;
  for (const JsonValue& entry : json.items) {
    if (in.is_full() || !has_room(in, entry, in.pack.facts.size(), kFacts.limit)) return;
    if (!expect(in, entry, JsonValue::Type::object, kFacts.what)) continue;
    Fact fact;
    const auto index = static_cast<std::uint32_t>(in.pack.facts.size());
    fact.id = declare_id(in, entry, in.facts, index, kFacts.is_valid_id);
    in.pack.facts.push_back(std::move(fact));
  }
}

void load_facts(Loading& in, JsonValue& json) {
  if (in.purpose == LoadFor::advising) return load_fact_ids(in, json);
  read_entries(in, json, kFacts, in.facts, in.pack.facts);
}

void list_knowledge_keys(std::vector<KeyTable>& into) {
  list_keys<Section>(into, "a section", kSectionMembers);
  list_keys<Source>(into, "a source", kSourceMembers);
  list_keys<Fact>(into, "a fact", kFactMembers);
}

}  // namespace runready
