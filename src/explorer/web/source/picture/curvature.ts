import { keyOf, type GraphEdge } from "../model/graph";

const STEP = 0.28;

/**
 * How far each edge bends so that edges between the same two nodes do not cover each other: the middle of an odd number is
 * straight, and so is an edge that is not in the answer. Bends count in the direction of the edge, so one that runs the other way bends by the opposite.
 */
export function curvatures(edges: Iterable<GraphEdge>): Map<string, number> {
  const firsts = new Map<string, GraphEdge>();
  const bundles = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const pair = edge.from < edge.to ? `${edge.from}\u001f${edge.to}` : `${edge.to}\u001f${edge.from}`;
    const first = firsts.get(pair);
    if (!first) firsts.set(pair, edge);
    else bundles.set(pair, [...(bundles.get(pair) ?? [first]), edge]);
  }
  const result = new Map<string, number>();
  for (const bundle of bundles.values()) {
    bundle.forEach((edge, i) => {
      const bend = (i - (bundle.length - 1) / 2) * STEP;
      result.set(keyOf(edge), edge.from < edge.to ? bend : -bend || 0);
    });
  }
  return result;
}
