#include "render/svg.h"

#include <string>

namespace quanhe {
namespace {

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// The text of xlink:title in an <a> element's line, escaped as it stands, or "".
std::string_view tooltip_of(std::string_view line) {
  constexpr std::string_view kName = " xlink:title=\"";
  const auto at = line.find(kName);
  if (!line.starts_with("<g id=\"a_") || at == std::string_view::npos) return {};
  const auto begin = at + kName.size();
  return line.substr(begin, line.find('"', begin) - begin);
}

// Graphviz writes the name of each node, edge and cluster on a line of its own.
bool is_raw_name(std::string_view line) { return line.starts_with("<title>") && line.ends_with("</title>"); }

}  // namespace

std::string make_accessible(std::string_view svg, std::string_view title, std::string_view description) {
  std::string out;
  bool in_root = false;
  while (!svg.empty()) {
    const auto end = svg.find('\n');
    std::string line(svg.substr(0, end));
    svg.remove_prefix(end == std::string_view::npos ? svg.size() : end + 1);
    if (is_raw_name(line)) continue;
    if (line.starts_with("<svg ")) {
      line.replace(0, 5, "<svg role=\"img\" aria-labelledby=\"quanhe-title quanhe-description\" ");
      in_root = true;
    }
    replace_all(line, "font-family=\"Noto Sans\"", "font-family=\"Noto Sans, DejaVu Sans, Arial, sans-serif\"");
    out += line + "\n";
    if (in_root && line.ends_with('>')) {
      out += "<title id=\"quanhe-title\">" + escape(title) + "</title>\n";
      out += "<desc id=\"quanhe-description\">" + escape(description) + "</desc>\n";
      in_root = false;
    }
    if (const auto tooltip = tooltip_of(line); !tooltip.empty()) out += "<title>" + std::string(tooltip) + "</title>\n";
  }
  return out;
}

}  // namespace quanhe
