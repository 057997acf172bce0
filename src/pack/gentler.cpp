#include "pack/gentler.hpp"

#include <algorithm>
#include <bitset>
#include <span>
#include <string>

#include "pack/targets.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

void read_order(Loading& in) {
  for (const Pending& told : in.gentler_than) {
    Activity& activity = in.pack.activities[told.index];
    activity.gentler_than = read_activities(in, *told.json, Empty::refused);
    for (const JsonValue& name : told.json->items) {
      activity.gentler_than_names.push_back(name.string);
    }
  }
}

/// Activities with each after all that it is gentler than; those on or behind a circle are left
/// out (Kahn's algorithm).
std::vector<ActivityId> gentlest_last(const std::vector<Activity>& activities) {
  std::vector<std::size_t> waits_for;
  std::vector<std::vector<ActivityId>> gentler(activities.size());
  std::vector<ActivityId> order;
  for (std::uint32_t a = 0; a < activities.size(); ++a) {
    waits_for.push_back(activities[a].gentler_than.size());
    for (const ActivityId than : activities[a].gentler_than) gentler[than.index].push_back({a});
    if (waits_for.back() == 0) order.push_back({a});
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const ActivityId next : gentler[order[i].index]) {
      if (--waits_for[next.index] == 0) order.push_back(next);
    }
  }
  return order;
}

void add_what_follows(std::vector<Activity>& activities, std::span<const ActivityId> order) {
  std::vector<std::bitset<kMaxEntries>> below(activities.size());
  for (const ActivityId id : order) {
    auto& gentler_than = activities[id.index].gentler_than;
    for (const ActivityId than : gentler_than) {
      below[id.index].set(than.index);
      below[id.index] |= below[than.index];
    }
    gentler_than.clear();
    for (std::uint32_t a = 0; a < activities.size(); ++a) {
      if (below[id.index].test(a)) gentler_than.push_back({a});
    }
  }
}

/// Goes from one activity without a place in the order to the next until one comes again.
void report_circle(Loading& in, std::span<const ActivityId> order) {
  std::vector<bool> placed(in.pack.activities.size(), false);
  for (const ActivityId id : order) placed[id.index] = true;
  const auto is_open = [&](ActivityId id) { return !placed[id.index]; };
  const auto first = static_cast<std::uint32_t>(std::ranges::find(placed, false) - placed.begin());
  std::vector<ActivityId> path = {{first}};
  auto begin = path.end();
  while (begin == path.end()) {
    const auto& than = in.pack.activities[path.back().index].gentler_than;
    path.push_back(*std::ranges::find_if(than, is_open));
    begin = std::find(path.begin(), path.end() - 1, path.back());
    if (begin == path.end() - 1) begin = path.end();
  }
  std::string circle;
  for (auto id = begin; id != path.end(); ++id) {
    circle += (id == begin ? "" : " → ") + in_backticks(in.pack.activities[id->index].id);
  }
  const auto told = std::ranges::find(in.gentler_than, begin->index, &Pending::index);
  in.error("circle", told->json->span, "these are gentler than each other in a circle: " + circle);
}

}  // namespace

void order_activities(Loading& in) {
  read_order(in);
  const std::vector<ActivityId> order = gentlest_last(in.pack.activities);
  if (order.size() < in.pack.activities.size()) return report_circle(in, order);
  add_what_follows(in.pack.activities, order);
}

}  // namespace runready
