#pragma once

/// A wish to stop that reaches a thread waiting for input: from Ctrl-C, which does not end the
/// program at once while an object of this class lives (a second one does), or from another thread.
///
///     StopRequest stop;
///     poll on {input, stop.descriptor()}, then look at stop.is_made()
namespace runready {

class StopRequest {
 public:
  /// At most one at a time.
  StopRequest();
  ~StopRequest();
  StopRequest(const StopRequest&) = delete;
  StopRequest& operator=(const StopRequest&) = delete;

  void make();

  bool is_made() const;
  bool is_from_interrupt() const;

  /// Can be read from once the request is made.
  int descriptor() const;
};

}  // namespace runready
