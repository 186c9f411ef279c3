#include "render/drawing.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "base/strings.h"
#include "render/legend.h"
#include "render/png.h"
#include "render/svg.h"
#include "render/unlinked.h"

namespace quanhe {
namespace {

constexpr std::array<std::string_view, 10> kReadsFiles = {"image",      "shapefile",  "imagepath",   "fontpath",
                                                          "stylesheet", "imagescale", "_background", "layers",
                                                          "postaction", "target"};
constexpr std::string_view kMissing =
    "; a plug-in may be missing: install the Debian package graphviz, then run 'dot -c' as root";

// Graphviz reports through this function; what it says is kept for the one message that a caller prints.
std::string said;
int keep_words(char* words) {
  if (said.size() < 2000) said += words;
  return 0;
}

std::string graphviz_words() { return collapse_blanks(said); }

char* writable(std::string& text) { return text.data(); }

std::string attribute(Agraph_t* graph, std::string name) {
  const char* value = agget(graph, writable(name));
  return value == nullptr ? "" : value;
}

// The text that a label or tooltip of the DOT stands for: backslashes are doubled in it and '&' is encoded.
std::string text_of(Agraph_t* graph, const std::string& name) {
  const std::string value = attribute(graph, name);
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    text += value[i];
    if (value.compare(i, 5, "&amp;") == 0) i += 4;
    if (value.compare(i, 2, "\\\\") == 0) i += 1;
  }
  return text;
}

// Empties one attribute of an object when it is dangerous: its name is in the list, or its value is HTML.
void disarm(Agraph_t* graph, void* object, Agsym_t* symbol) {
  const bool reads = std::find(kReadsFiles.begin(), kReadsFiles.end(), symbol->name) != kReadsFiles.end();
  const char* value = agxget(object, symbol);
  if (value == nullptr || *value == '\0') return;
  std::string empty;
  if (reads || aghtmlstr(const_cast<char*>(value)) != 0) agxset(object, symbol, agstrdup(graph, writable(empty)));
}

void disarm_all(Agraph_t* root, Agraph_t* graph) {
  for (Agsym_t* s = agnxtattr(root, AGRAPH, nullptr); s != nullptr; s = agnxtattr(root, AGRAPH, s)) {
    disarm(root, graph, s);
  }
  for (Agraph_t* inner = agfstsubg(graph); inner != nullptr; inner = agnxtsubg(inner)) disarm_all(root, inner);
}

void disarm_graph(Agraph_t* graph) {
  disarm_all(graph, graph);
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    for (Agsym_t* s = agnxtattr(graph, AGNODE, nullptr); s != nullptr; s = agnxtattr(graph, AGNODE, s)) {
      disarm(graph, node, s);
    }
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      for (Agsym_t* s = agnxtattr(graph, AGEDGE, nullptr); s != nullptr; s = agnxtattr(graph, AGEDGE, s)) {
        disarm(graph, edge, s);
      }
    }
  }
}

std::string engine_of(Agraph_t* graph) {
  const std::string layout = attribute(graph, "layout");
  return layout == "neato" || layout == "sfdp" ? layout : "dot";
}

// Lowers the resolution until width times height is allowed. Points are 1/72 inch.
void cap_pixels(Agraph_t* graph, double most) {
  const boxf box = GD_bb(graph);
  const double inches = (box.UR.x - box.LL.x + 72) / 72 * ((box.UR.y - box.LL.y + 72) / 72);
  const double wanted = GD_drawing(graph)->dpi > 0 ? GD_drawing(graph)->dpi : 96;
  GD_drawing(graph)->dpi = std::min(wanted, std::sqrt(most / inches));
}

// A page of a PDF has at most 200 inches; a larger drawing is scaled down to them.
void cap_page(Agraph_t* graph) {
  std::string name = "size";
  std::string most = "195,195";
  std::string empty;
  agsafeset(graph, name.data(), most.data(), empty.data());
}

Result<std::string> render(GVC_t* context, Agraph_t* graph, const std::string& format) {
  char* bytes = nullptr;
  unsigned int length = 0;
  const int code = gvRenderData(context, graph, format.c_str(), &bytes, &length);
  if (code != 0 || bytes == nullptr || length == 0) {
    return Error{"Graphviz cannot write '" + format + "': " + graphviz_words() + std::string(kMissing)};
  }
  return std::string(bytes, length);
}

}  // namespace

Result<std::string> draw(const std::string& dot, const std::string& format, const RenderLimits& limits) {
  // With this variable set, Graphviz refuses to open files that a graph names.
  ::setenv("SERVER_NAME", "quanhe-render", 1);
  ::unsetenv("GV_FILE_PATH");
  agseterrf(keep_words);
  GVC_t* context = gvContext();
  if (context == nullptr) return Error{"Graphviz does not start" + std::string(kMissing)};
  Agraph_t* graph = agmemread(dot.c_str());
  if (graph == nullptr) return Error{"not a graph that Graphviz can read: " + graphviz_words()};
  disarm_graph(graph);

  if (format == "pdf") cap_page(graph);
  const std::string engine = engine_of(graph);
  if (engine == "dot") set_unlinked_in_rows(graph);
  if (gvLayout(context, graph, engine.c_str()) != 0) {
    return Error{"Graphviz cannot lay out with '" + engine + "': " + graphviz_words() + std::string(kMissing)};
  }
  if (engine != "dot" && !gather_legend(context, graph)) {
    return Error{"Graphviz cannot place the legend: " + graphviz_words()};
  }
  if (format == "png") {
    cap_pixels(graph, limits.pixels);
    Result<std::string> picture = draw_png(context, graph);
    return picture ? picture : Error{picture.error().message + ": " + graphviz_words() + std::string(kMissing)};
  }
  // An SVG has no pixels: one point of the layout is one point of the page.
  if (format == "svg") GD_drawing(graph)->dpi = 72;
  Result<std::string> picture = render(context, graph, format);
  if (!picture || format != "svg") return picture;
  return make_accessible(picture.value(), text_of(graph, "tooltip"), text_of(graph, "comment"));
}

}  // namespace quanhe
