import type { Settings } from "sigma/settings";
import type { Palette } from "./colours";
import type { Labelled } from "./labels";

/** A ring around the node and its whole label on paper, in the colours of the page. */
export function drawHover(context: CanvasRenderingContext2D, data: Labelled, settings: Pick<Settings, "labelFont" | "labelSize">, colours: Palette, viewWidth: number): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.lineWidth = 2.5;
  context.strokeStyle = colours.accent;
  context.stroke();
  if (!data.label) return;
  const { labelSize } = settings;
  context.font = `600 ${labelSize}px ${settings.labelFont}`;
  const width = context.measureText(data.label).width + 12;
  const right = data.x + data.size + 6;
  const left = right + width <= viewWidth ? right : data.x - data.size - 6 - width;
  context.fillStyle = colours.paper;
  context.strokeStyle = colours.edge;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, data.y - labelSize / 2 - 5, width, labelSize + 10, 5);
  context.fill();
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(data.label, left + 6, data.y + labelSize / 3);
}
