#pragma once

/// What the program's exit status tells. `runready help exit-status` says it in full.
namespace runready {

enum ExitStatus : int {
  kDone = 0,
  kWorldFailed = 1,  ///< a file, the disk
  kUsage = 2,        ///< bad flags or answers
  kBadPack = 3,      ///< rules that cannot be read, are refuted, or fail their cases
  kUndecided = 4,    ///< nothing told, not settled under --strict, or not proved
  kInterrupted = 130,
};

}  // namespace runready
