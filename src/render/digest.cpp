#include "render/digest.hpp"

#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "pack/names.hpp"
#include "render/choices.hpp"
#include "render/headline.hpp"
#include "render/level_text.hpp"
#include "render/next_words.hpp"
#include "render/reason_words.hpp"
#include "render/session_words.hpp"
#include "text/fill.hpp"

namespace runready {

namespace {

class Writer {
 public:
  Writer(const Report& report, Detail detail)
      : report_(report),
        pack_(report.pack),
        assessment_(report.assessment),
        situation_(report.pack, report.assessment),
        detail_(detail) {}

  Digest write() {
    write_answer();
    ReasonWords reasons = reason_words(report_, situation_, detail_);
    digest_.reasons = std::move(reasons.decisive);
    digest_.also = std::move(reasons.lesser);
    if (assessment_.referral < Referral::urgent) {
      write_sessions();
      write_avoid();
      write_feel_check();
      digest_.ask_again = ask_again_words(report_, situation_);
      digest_.see_someone = see_someone_words(report_, situation_);
      write_tips();
    }
    digest_.standing = standing_words(report_);
    return std::move(digest_);
  }

 private:
  const std::string& text(std::string_view key) const { return situation_.text(key); }

  void write_answer() {
    const Recommendation recommendation = assessment_.recommendation;
    const Referral referral = assessment_.referral;
    if (referral >= Referral::urgent) {
      const bool emergency = referral == Referral::emergency;
      digest_.tone = emergency ? Digest::Tone::emergency : Digest::Tone::urgent;
      digest_.banner = level_text(situation_, "banner", referral);
      digest_.lead.push_back(level_text(situation_, "referral", referral));
      if (!emergency) digest_.lead.push_back(text("report.urgent.worse"));
      return;
    }
    constexpr std::array kTones = {Digest::Tone::go, Digest::Tone::go, Digest::Tone::careful,
                                   Digest::Tone::stop};
    digest_.tone = kTones[static_cast<std::size_t>(recommendation)];
    const bool conditional = recommendation <= Recommendation::easy_run && is_conditional(report_);
    if (conditional) digest_.tone = Digest::Tone::careful;
    digest_.banner = conditional
                         ? text("banner." + std::string(name(recommendation)) + ".unsettled")
                         : level_text(situation_, "banner", recommendation);
    digest_.lead.push_back(headline(report_, situation_));
    if (referral == Referral::see)
      digest_.lead.push_back(level_text(situation_, "referral", referral));
  }

  void write_sessions() {
    const Choices choice = choices(report_);
    for (const WorkoutId id : choice.shown) digest_.sessions.push_back(session_words(report_, id));
    if (!choice.at_hand) {
      digest_.session_note = text("report.not-at-hand");
    } else if (assessment_.recommendation == Recommendation::run && assessment_.offered.empty()) {
      digest_.session_note = text("report.as-planned");
    }
  }

  void write_avoid() {
    if (assessment_.recommendation == Recommendation::rest) return;
    std::vector<std::string> labels;
    for (const Exclusion& exclusion : assessment_.excluded) {
      const bool goes_without_saying = exclusion.activity == pack_.running &&
                                       assessment_.recommendation >= Recommendation::cross_train;
      if (!goes_without_saying) labels.push_back(pack_.activities[exclusion.activity.index].label);
    }
    if (!labels.empty()) digest_.avoid = fill(text("report.avoid"), {enumeration(pack_, labels)});
  }

  void write_feel_check() {
    if (assessment_.recommendation > Recommendation::easy_run) return;
    digest_.go_on_if = fill(text("report.go-on"), {std::to_string(pack_.feel_check.after_minutes),
                                                   text("feel-check.go-on-if")});
    digest_.stop_if = fill(text("report.stop"), {text("feel-check.stop-if")});
  }

  void write_tips() {
    std::array<std::vector<TipId>, kPhaseNames.size()> by_phase;
    for (const TipId id : assessment_.tips) {
      by_phase[static_cast<std::size_t>(pack_.tips[id.index].phase)].push_back(id);
    }
    if (detail_ == Detail::short_form) keep_some(by_phase);
    const auto tips = [&](Phase phase) { return by_phase[static_cast<std::size_t>(phase)]; };
    const auto add_section = [&](Phase phase, std::string_view title) {
      if (!tips(phase).empty()) digest_.phases.push_back({text(title), advice(tips(phase))});
    };
    digest_.feel_check = advice(tips(Phase::feel_check));
    add_section(Phase::before, "phase.before");
    add_section(Phase::during, "phase.during");
    add_section(Phase::after, "phase.after");
    add_section(Phase::recovery, "phase.recovery");
    add_section(Phase::race, "phase.race");
    for (const TipId id : tips(Phase::ask_again)) digest_.ask_again.push_back(tip(id).text);
    for (const TipId id : tips(Phase::see_someone)) digest_.see_someone.push_back(tip(id).text);
  }

  const Tip& tip(TipId id) const { return pack_.tips[id.index]; }

  std::vector<Digest::Advice> advice(const std::vector<TipId>& tips) const {
    std::vector<Digest::Advice> advice;
    for (const TipId id : tips) advice.push_back({tip(id).text, tip(id).sources});
    return advice;
  }

  /// Of what to do before, during and after a session and to recover: the first tip of each phase,
  /// then the second of each, until a page has enough. The other phases are short by themselves.
  static void keep_some(std::span<std::vector<TipId>> by_phase) {
    constexpr std::size_t kEnough = 6;
    const auto some = by_phase.subspan(static_cast<std::size_t>(Phase::before), 4);
    std::array<std::size_t, 4> kept{};
    std::size_t total = 0;
    for (bool added = true; added && total < kEnough;) {
      added = false;
      for (std::size_t phase = 0; phase < some.size() && total < kEnough; ++phase) {
        if (kept[phase] == some[phase].size()) continue;
        ++kept[phase];
        ++total;
        added = true;
      }
    }
    for (std::size_t phase = 0; phase < some.size(); ++phase) some[phase].resize(kept[phase]);
  }

  const Report& report_;
  const Pack& pack_;
  const Assessment& assessment_;
  Situation situation_;
  Detail detail_;
  Digest digest_;
};

}  // namespace

std::string Digest::Reason::words() const {
  std::string words = because;
  for (const std::string& part : {said, missing}) {
    if (!part.empty()) words += " " + part;
  }
  return words;
}

Digest digest_of(const Report& report, Detail detail) { return Writer(report, detail).write(); }

std::vector<FactId> cited_facts(const Digest& digest, Cited cited) {
  std::vector<FactId> facts;
  const auto add = [&](const auto& items) {
    for (const auto& item : items) {
      facts.insert(facts.end(), item.sources.begin(), item.sources.end());
    }
  };
  add(digest.reasons);
  add(digest.also);
  if (cited == Cited::advice) {
    add(digest.sessions);
    for (const Digest::Phase& phase : digest.phases) add(phase.tips);
  }
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

std::string fact_in_full(const Pack& pack, FactId id) {
  const Fact& fact = pack.facts[id.index];
  std::string line = "[" + fact.id + "] " + fact.text;
  for (const std::uint32_t at : fact.from) {
    const Source& source = pack.source_list[at];
    line += " " + source.title;
    if (!source.author.empty()) line += ", " + source.author;
    if (source.year) line += ", " + std::to_string(*source.year);
    if (!source.doi.empty()) line += ", doi " + source.doi;
    line += ".";
  }
  return line;
}

std::string references(const Pack& pack, const std::vector<FactId>& facts) {
  std::string ids;
  for (const FactId id : facts) ids += (ids.empty() ? "[" : ", ") + pack.facts[id.index].id;
  return ids.empty() ? ids : ids + "]";
}

}  // namespace runready
