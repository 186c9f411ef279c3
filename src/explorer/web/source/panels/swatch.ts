import { shapePath, type Look } from "../picture/shapes";
import { svg } from "./dom";

/** The mark of a type as nodes have it in the picture. */
export const swatch = (look: Look): SVGSVGElement =>
  svg(
    "svg",
    { class: "swatch", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: shapePath(look.shape, 10, 10, 8.5), fill: look.colour }),
  );
