#pragma once

#include <cstdint>

#include "runready/pack.hpp"
#include "text/json_writer.hpp"

/// Gates in a JSON Schema of answers: what is told behind a gate that other answers shut, or leave
/// open in more than one way, is refused by `infer`, so no generator is to make it.
namespace runready {

/// Whose answers a schema looks at.
enum class Seen : std::uint8_t {
  everything,  ///< flat answers
  complaint,   ///< an entry of `complaints`: the runner's are elsewhere
  runner       ///< all answers with `complaints`, whose entries are looked at alone
};

/// The members of a list of schemas, all of which hold: one for each question with a gate.
void write_gates(JsonWriter& out, const Pack& pack, Seen seen);

}  // namespace runready
