#include "render/png.h"

#include <graphviz/gvplugin_device.h>
#include <png.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <vector>

namespace quanhe {
namespace {

// Graphviz hands a device nothing that is the caller's, so what the device made waits here.
std::optional<Result<std::string>> made;

// Of premultiplied colours on white, in the order blue, green, red, alpha.
std::vector<std::uint8_t> opaque(const std::uint8_t* drawn, std::size_t pixels) {
  std::vector<std::uint8_t> colours(pixels * 3);
  std::uint8_t* colour = colours.data();
  for (std::size_t i = 0; i < pixels; ++i, drawn += 4, colour += 3) {
    const int white = 255 - drawn[3];
    for (int channel = 0; channel < 3; ++channel) colour[channel] = static_cast<std::uint8_t>(drawn[2 - channel] + white);
  }
  return colours;
}

Result<std::string> packed(const std::uint8_t* drawn, std::uint32_t width, std::uint32_t height) {
  const std::vector<std::uint8_t> colours = opaque(drawn, std::size_t{width} * height);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, colours.data(), 0, nullptr) == 0) {
    return Error{std::string("libpng cannot write: ") + image.message};
  }
  bytes.resize(size);
  return bytes;
}

void begin(GVJ_t*) {}

// No exception may pass through Graphviz.
void format(GVJ_t* job) {
  try {
    made = packed(reinterpret_cast<const std::uint8_t*>(job->imagedata), job->width, job->height);
  } catch (const std::bad_alloc&) {
    made = Error{"not enough memory for the pixels of this picture"};
  }
}

void end(GVJ_t*) {}

gvdevice_engine_t engine = {begin, format, end};
gvdevice_features_t features = {GVDEVICE_BINARY_FORMAT | GVDEVICE_DOES_TRUECOLOR, {0, 0}, {0, 0}, {96, 96}};

std::string device_name = "pixels";
std::string device_type = device_name + ":cairo";  // what draws the pixels stands behind the colon
std::array<gvplugin_installed_t, 2> devices = {{{0, device_type.data(), 0, &engine, &features}, {}}};
std::array<gvplugin_api_t, 2> interfaces = {{{API_device, devices.data()}, {}}};
std::string library_name = "quanhe";
gvplugin_library_t library = {library_name.data(), interfaces.data()};

}  // namespace

Result<std::string> draw_png(GVC_t* context, Agraph_t* graph) {
  gvAddLibrary(context, &library);
  char* unused = nullptr;
  unsigned int length = 0;
  if (gvRenderData(context, graph, device_name.c_str(), &unused, &length) != 0 || !made) {
    return Error{"Graphviz cannot draw pixels with cairo"};
  }
  gvFreeRenderData(unused);
  return *made;
}

}  // namespace quanhe
