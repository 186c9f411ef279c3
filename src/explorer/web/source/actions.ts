import type { App } from "./app";
import type { CardRelation } from "./model/card";
import { keyOf, otherEnd, type Direction, type EdgeKey, type GraphEdge, type GraphNode } from "./model/graph";
import type { Branch, Step } from "./model/view";

/** What a person can do, apart from narrowing. */

export const PAGE = 25;

/** Opens the card of a node, and brings it into the picture with its best-connected neighbours if it is not there. */
export async function openNode(app: App, id: string, thenGo = false): Promise<void> {
  await app.attempt(async () => {
    if (!app.stage.nodes.has(id)) await bring(app, id);
    app.change((view) => {
      view.selection = { kind: "node", id };
      view.hidden.delete(id);
    });
    if (thenGo) app.camera?.goTo([id]);
  });
}

/** Opens the evidence of an edge; `edge` is what is known of it where it may not be in the picture yet. */
export async function openEdge(app: App, key: EdgeKey, edge?: GraphEdge, thenGo = true): Promise<void> {
  await app.attempt(async () => {
    for (const id of [key.from, key.to]) if (!app.stage.nodes.has(id)) await bring(app, id);
    if (edge && !app.stage.edges.has(keyOf(edge))) app.put({ nodes: [], edges: [edge] });
    app.change((view) => {
      view.selection = { kind: "edge", key };
      view.hidden.delete(key.from);
      view.hidden.delete(key.to);
    });
    if (thenGo) app.camera?.goTo([key.from, key.to]);
  });
}

async function bring(app: App, id: string): Promise<void> {
  const [card, page] = await Promise.all([app.provider.card(id), app.provider.neighbours({ id, limit: PAGE })]);
  const node = { ...card.node, documents: card.documents, degree: card.degree };
  await putTied(app, [node, ...page.nodes], page.edges);
}

/** Adds nodes and edges, and what else is between the nodes and all that is in the picture. */
async function putTied(app: App, nodes: GraphNode[], edges: GraphEdge[]): Promise<void> {
  app.put({ nodes, edges });
  await tie(app, nodes);
}

async function tie(app: App, nodes: readonly GraphNode[]): Promise<void> {
  const ids = nodes.map((node) => node.id).filter((id) => app.stage.nodes.has(id));
  app.put({ nodes: [], edges: await app.provider.edgesAmong(ids, app.stage.nodes.keys()) });
}

const isBranch = (a: Branch, b: Branch): boolean =>
  a.id === b.id && a.relation === b.relation && a.direction === b.direction;

/** Whether a person added neighbours by a branch and did not take them away. */
export const isExpanded = (app: App, branch: Branch): boolean =>
  app.view.steps.some((step) => step.act === "add" && isBranch(step.branch, branch));

export function directionOf(app: App, edge: EdgeKey, id: string): Direction {
  if (app.relations.get(edge.relation)?.symmetric) return "both";
  return edge.from === id ? "out" : "in";
}

/** The neighbours by a branch that are on the stage. */
export function shownOf(app: App, branch: Branch): Set<string> {
  const edges = app.stage
    .edgesOf(branch.id)
    .filter((edge) => edge.relation === branch.relation && directionOf(app, edge, branch.id) === branch.direction);
  return new Set(edges.map((edge) => otherEnd(edge, branch.id)).filter((id) => !app.view.hidden.has(id)));
}

/** Adds the next neighbours by a branch that are not there yet, at most PAGE of them. */
export async function expand(app: App, branch: Branch): Promise<void> {
  await app.attempt(async () => {
    await addPages(app, branch, 1);
    app.change(({ steps }) => {
      const last = steps.at(-1);
      if (last?.act === "add" && isBranch(last.branch, branch)) last.pages += 1;
      else steps.push({ act: "add", branch, pages: 1 });
    });
  });
}

async function addPages(app: App, branch: Branch, pages: number): Promise<void> {
  const came: GraphNode[] = [];
  let wanted = pages * PAGE;
  let after: string | undefined;
  do {
    const page = await app.provider.neighbours({ ...branch, limit: PAGE, ...(after === undefined ? {} : { after }) });
    const fresh = page.nodes.filter((node) => !app.stage.nodes.has(node.id) || app.view.hidden.has(node.id)).slice(0, wanted);
    for (const node of fresh) app.view.hidden.delete(node.id);
    wanted -= fresh.length;
    app.put({ nodes: fresh, edges: page.edges });
    came.push(...fresh);
    after = page.next ?? undefined;
  } while (wanted > 0 && after !== undefined);
  await tie(app, came);
}

/** Takes the neighbours by a branch off the stage, but for those that are pinned. */
export function collapse(app: App, branch: Branch): void {
  takeAway(app, branch);
  app.change((view) => {
    view.steps = view.steps.filter((step) => step.act === "only" || !isBranch(step.branch, branch));
    view.steps.push({ act: "take", branch });
  });
}

const takeAway = (app: App, branch: Branch): void =>
  app.stage.remove([...shownOf(app, branch)].filter((id) => !app.view.pinned.has(id)));

const takeAllBut = (app: App, id: string): void =>
  app.stage.remove([...app.stage.nodes.keys()].filter((each) => each !== id && !app.view.pinned.has(each)));

/** Adds to the picture what is next to a node, whatever the relation. */
export async function expandAll(app: App, id: string, relations: readonly CardRelation[]): Promise<void> {
  for (const { relation, direction, nodes } of relations) {
    const branch = { id, relation, direction };
    if (shownOf(app, branch).size < nodes) await expand(app, branch);
  }
}

/** Does once more what an address says was done. */
export async function replay(app: App, steps: readonly Step[]): Promise<void> {
  const { hidden } = app.view;
  app.view.hidden = new Set();
  for (const step of steps) {
    await app.attempt(async () => {
      const id = step.act === "only" ? step.id : step.branch.id;
      if (!app.stage.nodes.has(id)) await bring(app, id);
      if (step.act === "only") takeAllBut(app, id);
      else if (step.act === "take") takeAway(app, step.branch);
      else await addPages(app, step.branch, step.pages);
    });
  }
  app.view.hidden = hidden;
}

/** Looks for the path once both of its ends are chosen. */
export async function findPath(app: App): Promise<void> {
  const { pathFrom, pathTo } = app.view;
  if (!pathFrom || !pathTo) return;
  await app.attempt(async () => {
    const path = await app.provider.path(pathFrom, pathTo);
    app.path = path;
    await putTied(app, path.nodes, path.edges);
    app.change();
    app.camera?.goTo(path.nodes.map((node) => node.id));
  });
}

export async function choosePathEnd(app: App, end: "pathFrom" | "pathTo", id: string): Promise<void> {
  app.path = null;
  app.change((view) => {
    view[end] = id;
  });
  await findPath(app);
}

export function clearPath(app: App): void {
  app.path = null;
  app.change((view) => {
    view.pathFrom = null;
    view.pathTo = null;
  });
}

/** Empties the picture but for one node and what is pinned. */
export function keepOnly(app: App, id: string): void {
  takeAllBut(app, id);
  app.change((view) => {
    view.steps = [{ act: "only", id }];
    view.focus = null;
  });
}

export function toggle<Item>(set: Set<Item>, item: Item): void {
  if (!set.delete(item)) set.add(item);
}

export function hideNode(app: App, id: string): void {
  app.change((view) => {
    view.hidden.add(id);
    view.selection = null;
    if (view.focus === id) view.focus = null;
  });
}

export const togglePin = (app: App, id: string): void => app.change((view) => toggle(view.pinned, id));

export const toggleFocus = (app: App, id: string): void =>
  app.change((view) => {
    view.focus = view.focus === id ? null : id;
  });
