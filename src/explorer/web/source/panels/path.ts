import type { App } from "../app";
import { clearPath, openEdge, openNode } from "../actions";
import { keyOf, otherEnd } from "../model/graph";
import { button, el, nameText, refill, shown } from "./dom";

function steps(app: App): HTMLElement[] {
  const path = app.path;
  if (!path) return [];
  return path.nodes.map((node, i) => {
    const next = path.nodes[i + 1];
    const edges = next ? path.edges.filter((edge) => edge.from === node.id || edge.to === node.id).filter((edge) => otherEnd(edge, node.id) === next.id) : [];
    return el(
      "li",
      {},
      el("button", { type: "button", class: "link", "data-key": `step ${node.id}`, onclick: () => void openNode(app, node.id, true) }, nameText(node.name)),
      next &&
        el(
          "ul",
          {},
          ...edges.map((edge) => {
            const isSymmetric = app.relations.get(edge.relation)?.symmetric;
            const arrow = isSymmetric ? "↔" : edge.from === node.id ? "↓" : "↑";
            return el(
              "li",
              {},
              button(`${arrow} ${app.relationLabel(edge.relation)}`, () => void openEdge(app, edge, edge), {
                class: "link",
                "aria-label": app.words.why_edge(shown(app.edgeText(edge))),
                "data-key": keyOf(edge),
              }),
            );
          }),
        ),
    );
  });
}

function message(app: App): string {
  const { words, view, path } = app;
  const { pathFrom, pathTo } = view;
  if (pathFrom && !pathTo) return words.path_choose_other(app.nameOf(pathFrom));
  if (pathTo && !pathFrom) return words.path_choose_start(app.nameOf(pathTo));
  if (!path) return words.loading;
  if (path.cut) return words.path_cut;
  if (path.nodes.length === 0) return words.path_none(app.nameOf(pathFrom ?? ""), app.nameOf(pathTo ?? ""));
  return words.path_steps(path.nodes.length - 1);
}

/** The shortest path between two chosen nodes, a step a line, each with the edges that make it. */
export function pathPanel(app: App): HTMLElement {
  const element = el("section", { class: "path", "aria-label": app.words.path, hidden: true });
  const update = (): void => {
    const { pathFrom, pathTo } = app.view;
    element.hidden = !pathFrom && !pathTo;
    if (element.hidden) return;
    refill(
      element,
      el("h2", {}, app.words.path),
      button(app.words.path_clear, () => clearPath(app), { class: "small", "data-key": "clear" }),
      el("p", { role: "status" }, shown(message(app))),
      el("ol", {}, ...steps(app)),
    );
  };
  app.listen(update);
  update();
  return element;
}
