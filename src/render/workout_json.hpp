#pragma once

#include <vector>

#include "render/fields.hpp"
#include "runready/pack.hpp"
#include "text/json_writer.hpp"

/// Parts of a pack that a report cites, as JSON.
namespace runready {

/// Heart-rate figures, zones among them, only where they are allowed.
enum class HeartRateFigures : bool { left_out, shown };

void write_workout(JsonWriter& out, const Pack& pack, WorkoutId id, HeartRateFigures figures,
                   const Fields& fields);

/// `["A2.9","B5"]`
void write_fact_ids(JsonWriter& out, const Pack& pack, const std::vector<FactId>& facts);

/// A fact in full, with where it comes from.
void write_fact(JsonWriter& out, const Pack& pack, FactId id, const Fields& fields);

}  // namespace runready
