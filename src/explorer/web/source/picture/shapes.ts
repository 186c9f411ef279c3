import type { About, NodeType } from "../model/graph";

/** A regular star: points at radius 1 and, halfway between them, at `inner`. No corners make a circle. */
export interface Shape {
  corners: number;
  /** In radians, of the first corner, clockwise from the right. */
  turn: number;
  inner: number;
}

const UP = -Math.PI / 2;
const polygon = (corners: number, turn = UP): Shape => ({ corners, turn, inner: Math.cos(Math.PI / corners) });

export const CIRCLE: Shape = { corners: 0, turn: 0, inner: 1 };

const SHAPES = {
  circle: CIRCLE,
  square: polygon(4, Math.PI / 4),
  diamond: polygon(4),
  pentagon: polygon(5),
  hexagon: polygon(6, 0),
  star: { corners: 5, turn: UP, inner: 0.5 },
  triangle: polygon(3),
  spark: { corners: 4, turn: UP, inner: 0.42 },
} satisfies Record<string, Shape>;

type ShapeName = keyof typeof SHAPES;

/** What comes nearest to a shape of Graphviz among those that are told apart at the size of a node. */
const NEAREST: Record<string, ShapeName> = {
  ellipse: "circle",
  circle: "circle",
  box: "square",
  square: "square",
  component: "diamond",
  diamond: "diamond",
  house: "pentagon",
  pentagon: "pentagon",
  hexagon: "hexagon",
  octagon: "star",
  star: "star",
  note: "triangle",
  triangle: "triangle",
  tab: "spark",
};

const SPARE_COLOURS = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442", "#999999"];

export interface Look {
  colour: string;
  shape: Shape;
}

/** A colour and a shape for each type, so that nobody needs to see the colour; shapes differ as long as there are some. */
export function looksOf(about: About): Map<string, Look> {
  const looks = new Map<string, Look>();
  const taken = new Set<ShapeName>();
  const shapeFor = (type: NodeType): ShapeName => {
    const wished = NEAREST[type.shape] ?? "circle";
    const free = (Object.keys(SHAPES) as ShapeName[]).find((name) => !taken.has(name));
    return taken.has(wished) ? (free ?? wished) : wished;
  };
  about.types.forEach((type, i) => {
    const name = shapeFor(type);
    taken.add(name);
    const spare = SPARE_COLOURS[i % SPARE_COLOURS.length] ?? "#999999";
    looks.set(type.name, { colour: /^#[0-9a-f]{6}$/i.test(type.color) ? type.color : spare, shape: SHAPES[name] });
  });
  return looks;
}

export const UNKNOWN_LOOK: Look = { colour: "#999999", shape: CIRCLE };

/** The path of a shape in SVG. */
export function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  const at = (value: number): string => value.toFixed(2);
  if (shape.corners === 0) {
    const r = radius * 0.88;
    return `M${at(x - r)} ${at(y)}a${at(r)} ${at(r)} 0 1 0 ${at(2 * r)} 0a${at(r)} ${at(r)} 0 1 0 ${at(-2 * r)} 0z`;
  }
  const points: string[] = [];
  for (let i = 0; i < shape.corners * 2; i += 1) {
    const angle = shape.turn + (i * Math.PI) / shape.corners;
    const r = radius * (i % 2 === 0 ? 1 : shape.inner);
    points.push(`${at(x + r * Math.cos(angle))} ${at(y + r * Math.sin(angle))}`);
  }
  return `M${points.join("L")}z`;
}
