#pragma once

#include "runready/render.hpp"
#include "text/document.hpp"

/// What a report says to a person, in words and in order, before anything is laid out.
namespace runready {

/// A screen has room for what is to be done; paper, for a diary or for somebody who treats the
/// runner, has every reason, every reply and what was assumed beside it.
enum class Medium : bool { screen, paper };

Document report_content(const Report& report, Medium medium);

/// `[A2.9]` and where it is from, as one paragraph.
std::string fact_in_full(const Pack& pack, FactId id);

}  // namespace runready
