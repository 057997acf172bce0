#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diary/database.hpp"
#include "diary/entries.hpp"

/// The diary: one file that only its owner can read. Every change is done whole or not at all, also
/// when the program is killed or the disk is full in the middle of it.
///
///     if (std::optional<Diary> diary = Diary::open(path)) diary->check_ins(monday, today);
///
/// Everything throws DiaryError.
namespace runready {

class Diary {
 public:
  /// The diary that is there; nothing if there is none.
  static std::optional<Diary> open(const std::string& path);
  /// The same, made if there is none, with the folders it needs.
  static Diary open_or_make(const std::string& path);

  /// Whether another check-in of the same day gives way to this one.
  enum class SameDay : bool { is_replaced, stays };
  void keep(const CheckIn& check_in, SameDay same_day = SameDay::is_replaced);

  /// What is new of a list, and how much of it was there already.
  struct Added {
    std::size_t check_ins = 0;
    std::size_t runs = 0;
    std::size_t known = 0;
  };
  /// All of both, or nothing. The same run from another export is one run.
  Added take_in(std::span<const CheckIn> check_ins, std::span<const Run> runs);

  /// Oldest first, of these days and all between.
  std::vector<CheckIn> check_ins(std::chrono::local_days from, std::chrono::local_days to);
  std::vector<Run> runs(std::chrono::local_days from, std::chrono::local_days to);

  /// The latest point in time of which there is a check-in.
  std::optional<Moment> latest();

  struct Forgotten {
    std::size_t check_ins = 0;
    std::size_t runs = 0;
  };
  /// Takes a day, or everything, out of the file so that it cannot be found in it any more.
  Forgotten forget(std::optional<std::chrono::local_days> day);

  /// Throws where the file is damaged anywhere.
  void verify();

 private:
  explicit Diary(const std::string& path);
  std::optional<std::int64_t> same_run(const Run& run);
  bool add_one(const Run& run, Statement& insert);
  void insert(const CheckIn& check_in);

  Database database_;
};

/// Puts a damaged file where it is out of the way, and says where. It is never deleted.
std::string set_aside(const std::string& path, const Moment& now);

}  // namespace runready
