// libFuzzer's mutator for the targets whose bytes are one text of JSON.
#include "fuzz/json_mutation.hpp"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  return runready::fuzz::mutate_json(data, size, max_size, seed);
}
