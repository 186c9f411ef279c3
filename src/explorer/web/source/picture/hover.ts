import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import type { Palette } from "./colours";

type Shown = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;

/** A ring around the node and its whole label on paper, in the colours of the page. */
export function drawHover(context: CanvasRenderingContext2D, data: Shown, settings: Pick<Settings, "labelFont" | "labelSize">, colours: Palette): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.lineWidth = 2.5;
  context.strokeStyle = colours.accent;
  context.stroke();
  if (!data.label) return;
  const { labelSize } = settings;
  context.font = `600 ${labelSize}px ${settings.labelFont}`;
  const width = context.measureText(data.label).width;
  const left = data.x + data.size + 6;
  context.fillStyle = colours.paper;
  context.strokeStyle = colours.edge;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, data.y - labelSize / 2 - 5, width + 12, labelSize + 10, 5);
  context.fill();
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(data.label, left + 6, data.y + labelSize / 3);
}
