#pragma once

#include <span>
#include <string>

#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

namespace runready {

/// A pack as a graph for Graphviz, from left to right: questions by section, terms and rules by
/// file, recommendations and referrals. Sentences are tooltips, so that the drawing stays readable
/// with many rules.
std::string graph(const Pack& pack, std::span<const SourceFile> files);

}  // namespace runready
