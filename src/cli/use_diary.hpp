#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "diary/diary.hpp"
#include "diary/past.hpp"
#include "runready/assessment.hpp"
#include "runready/interview.hpp"

/// The diary of a run of the program: where it is, and what is said where it cannot be used.
namespace runready {

/// `$XDG_DATA_HOME/runready/diary.db`, else the same in ~/.local/share; empty if there is no place.
/// (A relative XDG_DATA_HOME does not count, as its specification says.)
std::string diary_path(const Environment& environment);

class DiaryOfRun {
 public:
  explicit DiaryOfRun(Session& session);

  Moment now() const { return now_; }

  /// Hands it over if there is one. What goes wrong is said on standard error and makes the status
  /// kWorldFailed; a damaged file is put aside.
  void read(const std::function<void(Diary&)>& use);
  /// The same, and it is made if there is none. Whether it was done. With a damaged file put aside
  /// it is done to a new one.
  bool write(const std::function<void(Diary&)>& use);

  /// What it holds of the last so many days, today with them.
  struct Days {
    std::chrono::local_days from, to;
    std::vector<CheckIn> check_ins;
    std::vector<Run> runs;
  };
  Days read_days(std::size_t count);

  /// Whether the clock stands before what the diary holds already: then neither is to be trusted,
  /// which is said.
  bool is_behind(Diary& diary);

  int status() const { return status_; }
  bool was_put_aside() const { return was_put_aside_; }

 private:
  bool attempt(const std::function<std::optional<Diary>()>& open,
               const std::function<void(Diary&)>& use, bool& was_damaged);
  void put_aside();
  void say(const DiaryError& error);
  bool fail(std::string_view code, const std::string& message, const std::string& help);

  Session& session_;
  std::string path_;
  Moment now_;
  int status_ = kDone;
  bool was_put_aside_ = false;
};

/// What a check keeps: all that was told, and what it gave.
CheckIn check_in_of(const Pack& pack, const Assessment& assessment, const Answers& derived,
                    const Moment& now);

// What the diary does in `check`: what follows from earlier days is told before, and the check-in
// is kept afterwards.

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
