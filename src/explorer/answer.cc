#include "explorer/answer.h"

#include "json/json_writer.h"

namespace quanhe {

Answer refusal(unsigned status, std::string_view code, std::string_view message) {
  JsonWriter json;
  json.begin_object();
  json.key("error");
  json.begin_object();
  json.field("code", code);
  json.field("message", message);
  json.end_object();
  json.end_object();
  return {status, "application/json", json.take(), kNoPage};
}

}  // namespace quanhe
