import type { App } from "../app";
import { openNode } from "../actions";
import { keyOf } from "../model/graph";
import { CardPanel } from "./card";
import { el, nameText, refill, signButton } from "./dom";
import { EvidencePanel } from "./evidence";
import { swatch } from "./swatch";

const BEST = 12;

export interface Details {
  element: HTMLElement;
  card: CardPanel;
}

/** What is chosen: the card of a node, or the evidence of an edge; where nothing is, the best-connected nodes. */
export function details(app: App): Details {
  const { words } = app;
  const card = new CardPanel(app);
  const evidence = new EvidencePanel(app);
  const content = el("div", { class: "details-content" });
  const closer = signButton("×", words.close, () => app.change((view) => void (view.selection = null)), { class: "closer" });
  const element = el("section", { class: "details", id: "details", "aria-label": words.details, tabindex: -1 }, el("div", { class: "details-body" }, closer, content));
  let shownKey = "";

  const best = (): HTMLElement => {
    const nodes = [...app.visible.nodes.values()].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)).slice(0, BEST);
    return el(
      "div",
      { class: "best" },
      el("p", { class: "invitation" }, words.details_empty),
      el("h2", {}, words.details_best),
      el(
        "ol",
        {},
        ...nodes.map((node) =>
          el(
            "li",
            {},
            el(
              "button",
              { type: "button", class: "neighbour", "data-key": `best ${node.id}`, onclick: () => void openNode(app, node.id, true) },
              swatch(app.lookOf(node.type)),
              nameText(node.name),
            ),
            el("span", { class: "quiet" }, node.degree),
          ),
        ),
      ),
    );
  };

  const update = (): void => {
    const { selection } = app.view;
    const key = selection === null ? "" : selection.kind === "node" ? `node ${selection.id}` : keyOf(selection.key);
    const isNew = key !== shownKey;
    shownKey = key;
    closer.hidden = selection === null;
    element.classList.toggle("chosen", selection !== null);
    if (selection === null) refill(content, best());
    else if (selection.kind === "node") {
      if (isNew) content.replaceChildren(card.element);
      void card.show(selection.id);
    } else {
      if (isNew) content.replaceChildren(evidence.element);
      void evidence.show(selection.key);
    }
    if (isNew) element.scrollTop = 0;
  };
  app.listen(update);
  update();
  return { element, card };
}
