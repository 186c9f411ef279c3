import type { Card, FoundName } from "../model/card";
import type { Evidence } from "../model/evidence";
import type { About, Direction, EdgeKey, GraphEdge, Part } from "../model/graph";

export interface NeighbourQuery {
  id: string;
  relation?: string;
  direction?: Direction;
  limit: number;
  /** `next` of the page before. */
  after?: string;
}

export interface NeighbourPage extends Part {
  next: string | null;
}

export interface FoundPath extends Part {
  cut: boolean;
}

/** Where the page has the graph from: what a file holds, or a server. */
export interface Provider {
  about(): Promise<About>;
  /** What is on the screen at first. */
  start(): Promise<Part>;
  search(text: string, limit: number): Promise<FoundName[]>;
  card(id: string): Promise<Card>;
  neighbours(query: NeighbourQuery): Promise<NeighbourPage>;
  /** The edges at nodes of `fresh` whose other end is one of them or of `others`; others may be among them. */
  edgesAmong(fresh: readonly string[], others: Iterable<string>): Promise<GraphEdge[]>;
  path(from: string, to: string): Promise<FoundPath>;
  evidence(key: EdgeKey, limit: number): Promise<Evidence>;
  /** How many nodes and edges may be on the screen at once. */
  readonly mostShown: number;
}

export class ProviderError extends Error {
  constructor(
    readonly code: "unauthorized" | "not_found" | "unreachable" | "refused",
    message: string,
  ) {
    super(message);
  }
}
