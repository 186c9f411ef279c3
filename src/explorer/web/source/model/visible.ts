import { daysOf, touches, type Days } from "./dates";
import { otherEnd, type GraphEdge, type GraphNode } from "./graph";
import type { Stage } from "./stage";
import type { View } from "./view";

/** What is left of the stage when all that narrows has narrowed it, and how much each choice would leave. */
export interface Visible {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
  /** Nodes of each type on the stage. */
  types: Map<string, number>;
  /** Edges of each relation and status that pass every other filter. */
  relations: Map<string, number>;
  statuses: Map<string, number>;
  /** Edges that pass all but the period, for the timeline. */
  anyTime: GraphEdge[];
}

/** The periods that an edge tells of. */
export function periodsOf(edge: GraphEdge): Days[] {
  if (edge.first || edge.last) {
    const first = edge.first ? daysOf(edge.first) : null;
    const last = edge.last ? daysOf(edge.last) : null;
    const from = first?.from ?? last?.from;
    const to = last?.to ?? first?.to;
    if (from !== undefined && to !== undefined && from <= to) return [{ from, to }];
  }
  return edge.dates.flatMap((date) => daysOf(date) ?? []);
}

const RELATION = 1;
const STATUS = 2;
const PERIOD = 4;
const OTHER = 8;

/** Which filters stop an edge, as bits. */
function stops(edge: GraphEdge, view: View): number {
  let stopped = 0;
  if (view.withoutRelations.has(edge.relation)) stopped |= RELATION;
  if (view.withoutStatuses.has(edge.status)) stopped |= STATUS;
  if (edge.confidence < view.leastConfidence || edge.sources < view.leastSources) stopped |= OTHER;
  if (view.period || !view.withUndated) {
    const periods = periodsOf(edge);
    const period = view.period;
    const passes = periods.length === 0 ? view.withUndated : !period || periods.some((days) => touches(days, period));
    if (!passes) stopped |= PERIOD;
  }
  return stopped;
}

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** Ids of nodes that the focus leaves, or nothing where there is none. */
function inFocus(stage: Stage, view: View): Set<string> | null {
  if (!view.focus || !stage.nodes.has(view.focus)) return null;
  const left = new Set([view.focus]);
  for (const edge of stage.edgesOf(view.focus)) {
    if (stops(edge, view) === 0) left.add(otherEnd(edge, view.focus));
  }
  return left;
}

/** `kept` are nodes that nothing but hiding them by hand takes away: pinned ones, the selected one, those of a path. */
export function visibleOf(stage: Stage, view: View, kept: ReadonlySet<string>, keptEdges: ReadonlySet<string>): Visible {
  const visible: Visible = {
    nodes: new Map(),
    edges: new Map(),
    types: new Map(),
    relations: new Map(),
    statuses: new Map(),
    anyTime: [],
  };
  const focus = inFocus(stage, view);
  const allowed = (node: GraphNode): boolean => {
    if (view.hidden.has(node.id)) return false;
    if (kept.has(node.id)) return true;
    return !view.withoutTypes.has(node.type) && (!focus || focus.has(node.id));
  };
  const candidates = new Set<string>();
  for (const node of stage.nodes.values()) {
    count(visible.types, node.type);
    if (allowed(node)) candidates.add(node.id);
  }
  const connected = new Set<string>();
  const withEdges = new Set<string>();
  for (const [key, edge] of stage.edges) {
    withEdges.add(edge.from).add(edge.to);
    if (!candidates.has(edge.from) || !candidates.has(edge.to)) continue;
    const stopped = keptEdges.has(key) ? 0 : stops(edge, view);
    if ((stopped & ~RELATION) === 0) count(visible.relations, edge.relation);
    if ((stopped & ~STATUS) === 0) count(visible.statuses, edge.status);
    if ((stopped & ~PERIOD) === 0) visible.anyTime.push(edge);
    if (stopped !== 0) continue;
    visible.edges.set(key, edge);
    connected.add(edge.from).add(edge.to);
  }
  for (const id of candidates) {
    const node = stage.nodes.get(id);
    const isLeft = connected.has(id) || kept.has(id) || !withEdges.has(id);
    if (node && isLeft) visible.nodes.set(id, node);
  }
  return visible;
}

