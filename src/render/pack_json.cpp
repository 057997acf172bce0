#include "render/pack_json.hpp"

namespace runready {

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
