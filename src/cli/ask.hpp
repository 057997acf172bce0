#pragma once

#include "cli/terminal.hpp"
#include "runready/interview.hpp"

/// The interview at a terminal: nothing but carrying texts there and lines back.
namespace runready {

enum class Ending { settled, quit, interrupted };

struct AskOptions {
  bool color = false;
  bool echo = false;  ///< show the lines read, as a terminal does by itself
};

/// Until it is over. The end of input is as good as `q`, or as Enter where all is settled.
Ending ask(Interview& interview, Terminal& terminal, const AskOptions& options);

}  // namespace runready
