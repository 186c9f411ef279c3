/** What the page knows of a graph: docs/explorer.md is the contract. */

export interface NodeType {
  name: string;
  label: string;
  label_en: string;
  parent: string;
  color: string;
  shape: string;
}

export interface Relation {
  name: string;
  label: string;
  label_en: string;
  symmetric: boolean;
  state: boolean;
}

export interface About {
  program: string;
  pack: { name: string; version: string; hash: string; language: string };
  form: "file" | "served";
  documents: number;
  nodes: number;
  edges: number;
  /** What a file holds of them. */
  shown_nodes?: number;
  shown_edges?: number;
  types: NodeType[];
  relations: Relation[];
}

export interface GraphNode {
  id: string;
  type: string;
  name: string;
  documents: number;
  degree: number;
  x?: number;
  y?: number;
}

export const STATUSES = ["happened", "reported", "planned", "requested", "denied"] as const;
export type Status = (typeof STATUSES)[number];

export interface EdgeKey {
  from: string;
  relation: string;
  to: string;
}

export interface GraphEdge extends EdgeKey {
  status: Status;
  statements: number;
  documents: number;
  sources: number;
  /** In thousandths. */
  confidence: number;
  dates: string[];
  /** Days of states, as far as told. */
  first?: string;
  last?: string;
  values?: string[];
  judgement?: "confirmed";
}

export interface Part {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export type Direction = "out" | "in" | "both";

/** Stands for an edge in maps; no id or name of a relation holds a unit separator. */
export const keyOf = (edge: EdgeKey): string => `${edge.from}\u001f${edge.relation}\u001f${edge.to}`;

export function keyFrom(text: string): EdgeKey | null {
  const [from, relation, to] = text.split("\u001f");
  return from && relation && to ? { from, relation, to } : null;
}

export const otherEnd = (edge: EdgeKey, id: string): string => (edge.from === id ? edge.to : edge.from);
