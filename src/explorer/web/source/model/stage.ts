import { Adjacency } from "../data/adjacency";
import { keyOf, otherEnd, type GraphEdge, type GraphNode, type Part } from "./graph";

/** The nodes and edges that are on the screen or would be, were they not narrowed away. */
export class Stage {
  /** In the order in which they came; ones that come again count as new. */
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Map<string, GraphEdge>();
  /** Grows with every change. */
  version = 0;
  private adjacency: Adjacency | null = null;

  constructor(private readonly most: number) {}

  get size(): number {
    return this.nodes.size + this.edges.size;
  }

  /**
   * Adds nodes, and edges whose ends are both there. Where that is too much, the nodes that came first go, but for those
   * in `kept`; if need be, then the last of those that came now. Gives how many went.
   */
  add(part: Part, kept: ReadonlySet<string>): number {
    for (const node of part.nodes) {
      const known = this.nodes.get(node.id);
      this.nodes.delete(node.id);
      this.nodes.set(node.id, known ?? node);
    }
    for (const edge of part.edges) {
      if (this.nodes.has(edge.from) && this.nodes.has(edge.to)) this.edges.set(keyOf(edge), edge);
    }
    this.changed();
    const fresh = part.nodes.map((node) => node.id);
    const gone = this.makeRoom([...this.nodes.keys()], new Set([...kept, ...fresh]));
    return gone + this.makeRoom(fresh.reverse(), kept);
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      for (const edge of this.edgesOf(id)) this.edges.delete(keyOf(edge));
      this.nodes.delete(id);
    }
    this.changed();
  }

  edgesOf(id: string): readonly GraphEdge[] {
    this.adjacency ??= new Adjacency(this.edges.values());
    return this.adjacency.of(id);
  }

  neighboursOf(id: string): Set<string> {
    return new Set(this.edgesOf(id).map((edge) => otherEnd(edge, id)));
  }

  private makeRoom(candidates: readonly string[], kept: ReadonlySet<string>): number {
    if (this.size <= this.most) return 0;
    const going: string[] = [];
    const gone = new Set<string>();
    let size = this.size;
    for (const id of candidates) {
      if (size <= this.most) break;
      if (kept.has(id)) continue;
      size -= 1 + this.edgesOf(id).filter((edge) => !gone.has(otherEnd(edge, id))).length;
      going.push(id);
      gone.add(id);
    }
    this.remove(going);
    return going.length;
  }

  private changed(): void {
    this.adjacency = null;
    this.version += 1;
  }
}
