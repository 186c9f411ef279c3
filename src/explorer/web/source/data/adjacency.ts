import { otherEnd, type GraphEdge } from "../model/graph";

/** Edges by the nodes at their ends. */
export class Adjacency {
  private readonly edges = new Map<string, GraphEdge[]>();

  constructor(edges: Iterable<GraphEdge>) {
    for (const edge of edges) {
      this.put(edge.from, edge);
      if (edge.to !== edge.from) this.put(edge.to, edge);
    }
  }

  of(id: string): readonly GraphEdge[] {
    return this.edges.get(id) ?? [];
  }

  private put(id: string, edge: GraphEdge): void {
    const known = this.edges.get(id);
    if (known) known.push(edge);
    else this.edges.set(id, [edge]);
  }
}

/** The nodes of a shortest path over edges that `passes` lets through, in its order; none where there is no path. */
export function shortestPath(
  adjacency: Adjacency,
  from: string,
  to: string,
  passes: (edge: GraphEdge) => boolean,
): string[] {
  const before = new Map<string, string>([[from, from]]);
  let border = [from];
  while (border.length > 0 && !before.has(to)) {
    const next: string[] = [];
    for (const id of border) {
      for (const edge of adjacency.of(id)) {
        const other = otherEnd(edge, id);
        if (before.has(other) || !passes(edge)) continue;
        before.set(other, id);
        next.push(other);
      }
    }
    border = next;
  }
  const path: string[] = [];
  for (let at = before.has(to) ? to : undefined; at !== undefined; at = at === from ? undefined : before.get(at)) {
    path.unshift(at);
  }
  return path;
}
