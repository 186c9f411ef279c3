import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import type { Palette } from "./colours";

/** A node on the screen, as sigma gives it to what draws its label. */
export type Labelled = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color"> & { key?: string };

export interface Circle {
  x: number;
  y: number;
  size: number;
}

/** Where a label's text begins; `y` is the line on which its letters stand. */
export interface PlacedLabel {
  x: number;
  y: number;
  text: string;
}

type LabelSettings = Pick<Settings, "labelFont" | "labelSize" | "labelWeight">;

interface View {
  width: number;
  height: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const GAP = 4;
const BESIDE = 3;

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxOf = ({ x, y, size }: Circle): Box => ({ left: x - size, top: y - size, right: x + size, bottom: y + size });

/** The places for a label of this size beside a node, the best first; below and above it is shifted into the view. */
function boxesBeside({ x, y, size }: Circle, width: number, height: number, view: View): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  const level = y - height / 2;
  const middle = Math.max(0, Math.min(x - width / 2, view.width - width));
  return [
    at(x + size + BESIDE, level),
    at(x - size - BESIDE - width, level),
    at(middle, y + size + 1),
    at(middle, y - size - 1 - height),
  ];
}

/**
 * Places labels so that none covers another or a node: sigma only sees to it that few begin in the same square. They are
 * collected while sigma draws, and placed when it has: first those that must be seen, then those of greater nodes, each
 * at the first free side of its node, or nowhere.
 */
export class Labels {
  /** Those of the last frame, by node. */
  readonly placed = new Map<string, PlacedLabel>();
  private wishes: Labelled[] = [];

  begin(): void {
    this.wishes = [];
  }

  wish(data: Labelled): void {
    if (data.label) this.wishes.push(data);
  }

  /** Labels should cover none of `nodes`. */
  draw(context: CanvasRenderingContext2D, settings: LabelSettings, colours: Palette, view: View, nodes: Iterable<Circle>): void {
    const { labelFont, labelSize, labelWeight } = settings;
    this.placed.clear();
    const taken = Array.from(nodes, boxOf);
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.label;
    const isMust = (data: Labelled): number => Number(data.forceLabel || data.highlighted);
    const ordered = this.wishes.sort((a, b) => isMust(b) - isMust(a) || b.size - a.size);
    for (const data of ordered) {
      const text = data.label ?? "";
      const boxes = boxesBeside(data, context.measureText(text).width + GAP, labelSize + GAP, view);
      const isFree = (box: Box): boolean =>
        box.left >= 0 && box.top >= 0 && box.right <= view.width && box.bottom <= view.height && !taken.some((other) => overlap(box, other));
      const box = boxes.find(isFree) ?? (isMust(data) ? boxes[0] : undefined);
      if (!box) continue;
      taken.push(box);
      const label = { x: box.left + GAP / 2, y: box.bottom - labelSize / 4 - GAP / 2, text };
      this.placed.set(data.key ?? "", label);
      context.strokeText(text, label.x, label.y);
      context.fillText(text, label.x, label.y);
    }
  }
}
