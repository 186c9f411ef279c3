import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Stage } from "../model/stage";

export interface Point {
  x: number;
  y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const ROUNDS = 400;

/** The i-th point of a spiral whose points are all about `step` apart. */
const spiral = (i: number, step: number): Point => {
  const radius = step * Math.sqrt(i + 0.5);
  return { x: radius * Math.cos(i * GOLDEN_ANGLE), y: radius * Math.sin(i * GOLDEN_ANGLE) };
};

/** Where the first nodes stand when a server gives them without places: the same graph gives the same picture. */
function firstPlaces(stage: Stage): Map<string, Point> {
  const graph = new MultiDirectedGraph();
  [...stage.nodes.keys()].forEach((id, i) => graph.addNode(id, spiral(i, 10)));
  for (const edge of stage.edges.values()) graph.addEdge(edge.from, edge.to);
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 0.6, scalingRatio: 12, adjustSizes: false, linLogMode: false };
  const places = forceAtlas2(graph, { iterations: ROUNDS, settings });
  return new Map(Object.entries(places));
}

/** Places of nodes that keep where they are once they have one. */
export class Layout {
  readonly places = new Map<string, Point>();
  private step = 1;

  /** Gives a place to each node of the stage that has none: its own, or else one beside a node that it hangs on. */
  place(stage: Stage): void {
    const isFirst = this.places.size === 0;
    const missing = [...stage.nodes.values()].filter((node) => !this.places.has(node.id));
    const told = missing.filter((node) => node.x !== undefined && node.y !== undefined);
    for (const node of told) this.places.set(node.id, { x: node.x ?? 0, y: node.y ?? 0 });
    if (isFirst) {
      if (told.length === 0) for (const [id, place] of firstPlaces(stage)) this.places.set(id, place);
      this.step = this.usualStep();
      return;
    }
    const beside = new Map<string, number>();
    for (const node of missing) {
      if (this.places.has(node.id)) continue;
      const parent = [...stage.neighboursOf(node.id)].find((id) => this.places.has(id));
      const count = beside.get(parent ?? "") ?? 0;
      beside.set(parent ?? "", count + 1);
      const middle = (parent === undefined ? undefined : this.places.get(parent)) ?? { x: 0, y: 0 };
      const offset = spiral(count + 3, this.step * 0.35);
      this.places.set(node.id, { x: middle.x + offset.x, y: middle.y + offset.y });
    }
  }

  /** How far neighbours in the picture are apart, were they spread evenly. */
  private usualStep(): number {
    const xs = [...this.places.values()].map((place) => place.x);
    const ys = [...this.places.values()].map((place) => place.y);
    const spread = (values: number[]): number =>
      values.reduce((most, value) => Math.max(most, value), -Infinity) -
      values.reduce((least, value) => Math.min(least, value), Infinity);
    const area = Math.max(spread(xs), 1) * Math.max(spread(ys), 1);
    return Math.sqrt(area / Math.max(this.places.size, 1));
  }
}
