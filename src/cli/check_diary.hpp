#pragma once

#include <optional>

#include "cli/session.hpp"
#include "cli/use_diary.hpp"
#include "diary/past.hpp"
#include "runready/assessment.hpp"
#include "runready/interview.hpp"

/// What the diary does in `check`: what follows from earlier days is told before, and the check-in
/// is kept afterwards.
namespace runready {

/// Where it is turned on, and answers do not stand for themselves.
bool uses_diary(const Session& session, const CommandLine& line);

class CheckDiary {
 public:
  CheckDiary(Session& session, const Pack& pack, bool is_used);

  /// Adds what follows, and what `--plan-km` means. False, with a message, if that cannot be told.
  bool add_to(Answers& told, const CommandLine& line, bool asks);
  std::optional<Morning> morning() const;
  /// What of it still stands in the end, with what a morning filled in.
  Answers standing(const Answers& answers, const Answers& carried) const;

  /// Keeps it, where the diary is used.
  void keep(const Assessment& assessment, const Answers& from_diary);

  int status() const { return diary_.status(); }

 private:
  bool add_plan(Answers& told, const CommandLine& line);

  Session& session_;
  const Pack& pack_;
  DiaryOfRun diary_;
  bool is_used_;
  Past past_;
  Answers derived_;
};

}  // namespace runready
