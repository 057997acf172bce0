#include "render/pack_json.hpp"

#include <string_view>

#include "runready/version.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

std::string short_digest(const Pack& pack) {
  constexpr std::size_t kShown = std::string_view("sha256:").size() + 12;
  return pack.digest.substr(0, kShown);
}

std::string add_on_words(const Pack& pack, std::string_view before) {
  std::string text;
  for (const AddOn& add_on : pack.add_ons) {
    text += std::string(text.empty() ? before : ", ") + printable(add_on.id) + " " +
            printable(add_on.version);
  }
  return text;
}

}  // namespace

std::string pack_words(const Pack& pack) {
  return printable(pack.id) + " " + printable(pack.version) + add_on_words(pack, " with ") + " (" +
         short_digest(pack) + ")";
}

std::string version_words(const Pack& pack) {
  return pack.version + add_on_words(pack, ", ") + " (" + short_digest(pack) +
         "; runready " RUNREADY_VERSION ")";
}

void write_which_pack(JsonWriter& out, const Pack& pack, const Fields& fields) {
  if (fields.has("id")) out.key("id").value(pack.id);
  if (fields.has("version")) out.key("version").value(pack.version);
  if (fields.has("add_ons")) {
    out.key("add_ons").begin_array();
    for (const AddOn& add_on : pack.add_ons) {
      out.begin_object().key("id").value(add_on.id).key("version").value(add_on.version);
      out.end_object();
    }
    out.end_array();
  }
  if (fields.has("digest")) out.key("digest").value(pack.digest);
}

}  // namespace runready
