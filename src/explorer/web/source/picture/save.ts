import type { App } from "../app";
import { svg } from "../panels/dom";
import { palette } from "./colours";
import { controlOf } from "./edge_at";
import type { Picture } from "./picture";
import { shapePath } from "./shapes";

const FONT = "system-ui, 'Noto Sans', 'Segoe UI', Roboto, sans-serif";

function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What the canvases show, on paper. */
export async function savePng(picture: Picture, name: string): Promise<void> {
  const layers = picture.sigma.getCanvases();
  const first = Object.values(layers)[0];
  if (!first) return;
  const canvas = document.createElement("canvas");
  canvas.width = first.width;
  canvas.height = first.height;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = palette().paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // A canvas of WebGL holds its picture only until the browser has shown it.
  picture.sigma.refresh();
  for (const each of ["edges", "edgeLabels", "nodes", "labels", "hoverNodes", "hovers"]) {
    const layer = layers[each];
    if (layer) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) download(blob, name);
}

/** What is within the screen, drawn anew from the same places. */
export function svgOf(app: App, picture: Picture): SVGSVGElement {
  const { sigma } = picture;
  // Where things are on the screen is known only once they were drawn from where the camera is now.
  sigma.refresh();
  const { width, height } = sigma.getDimensions();
  const colours = palette();
  const placed = new Map(
    [...app.visible.nodes.keys()].flatMap((id) => {
      const data = sigma.getNodeDisplayData(id);
      return data ? [[id, { ...data, ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) }] as const] : [];
    }),
  );
  const isOnScreen = (at: { x: number; y: number }): boolean => at.x > -50 && at.y > -50 && at.x < width + 50 && at.y < height + 50;
  const lines = [...picture.lines()].flatMap((line) => {
    const { key, from, to } = line;
    const edge = app.visible.edges.get(key);
    const data = sigma.getEdgeDisplayData(key);
    if (!edge || !data || (!isOnScreen(from) && !isOnScreen(to))) return [];
    const middle = controlOf(line);
    const isDirected = !app.relations.get(edge.relation)?.symmetric;
    const path = svg("path", {
      d: `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`,
      fill: "none",
      stroke: data.color,
      "stroke-width": Math.max(1, sigma.scaleSize(data.size)).toFixed(1),
    }, svg("title", {}, xmlText(app.edgeText(edge))));
    return isDirected ? [path, arrowHead(middle, to, placed.get(edge.to)?.radius ?? 0, data.color)] : [path];
  });
  const nodes = [...placed].filter(([, at]) => isOnScreen(at));
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": FONT, "font-size": 13 },
    svg("title", {}, xmlText(document.title)),
    svg("rect", { width, height, fill: colours.paper }),
    svg("g", {}, ...lines),
    svg(
      "g",
      { stroke: colours.ink, "stroke-opacity": 0.55 },
      ...nodes.map(([id, at]) =>
        svg("path", { d: shapePath(app.lookOf(app.typeOf(id)).shape, at.x, at.y, at.radius), fill: at.color }, svg("title", {}, xmlText(app.nameOf(id)))),
      ),
    ),
    svg(
      "g",
      { fill: colours.label, stroke: colours.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke", "font-weight": 500 },
      ...Array.from(picture.labels.placed.values(), ({ x, y, text }) => svg("text", { x: x.toFixed(1), y: y.toFixed(1) }, xmlText(text))),
    ),
  );
}

function arrowHead(from: { x: number; y: number }, to: { x: number; y: number }, radius: number, colour: string): SVGPathElement {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const at = (distance: number, aside: number): string =>
    `${(to.x - distance * Math.cos(angle) - aside * Math.sin(angle)).toFixed(1)} ${(to.y - distance * Math.sin(angle) + aside * Math.cos(angle)).toFixed(1)}`;
  return svg("path", { d: `M${at(radius, 0)}L${at(radius + 8, 3.5)}L${at(radius + 8, -3.5)}z`, fill: colour });
}

/** Text without what XML cannot hold. */
const xmlText = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");

export function saveSvg(app: App, picture: Picture, name: string): void {
  const text = new XMLSerializer().serializeToString(svgOf(app, picture));
  download(new Blob([text], { type: "image/svg+xml" }), name);
}
