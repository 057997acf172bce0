#pragma once

/// What the program's exit status tells. `runready help exit-status` says it in full.
namespace runready {

inline constexpr int kDone = 0;
inline constexpr int kWorldFailed = 1;  ///< a file, the disk
inline constexpr int kUsage = 2;        ///< bad flags or answers
inline constexpr int kBadPack = 3;      ///< rules that are unreadable, refuted or fail their cases
inline constexpr int kUndecided = 4;    ///< nothing told, not settled under --strict, not proved
inline constexpr int kInterrupted = 130;

}  // namespace runready
