import type { App } from "../app";
import { choosePathEnd, hideNode, keepOnly, openNode, toggleFocus, togglePin } from "../actions";
import type { Card, CardState } from "../model/card";
import { periodText } from "../words/words";
import { Branches } from "./branches";
import { button, el, nameText, refill, shown } from "./dom";
import { swatch } from "./swatch";

function stateRow(app: App, state: CardState): HTMLElement {
  const { words } = app;
  const values = state.values.map(shown).join(", ");
  const period = state.first || state.last ? periodText(words, state.first, state.last) : "";
  return el(
    "li",
    {},
    el("span", { class: "state-what" }, values || app.relationLabel(state.relation)),
    el(
      "button",
      { type: "button", class: "link", "data-key": `state ${state.relation} ${state.node.id}`, onclick: () => void openNode(app, state.node.id, true) },
      nameText(state.node.name),
    ),
    period && el("span", { class: "quiet" }, shown(period)),
  );
}

/** The card of a node: what it is called, its offices with their periods, its relations, and what can be done with it. */
export class CardPanel {
  readonly element = el("div", { class: "card" });
  private id = "";
  private card: Card | null = null;
  private branches: Branches | null = null;

  constructor(private readonly app: App) {}

  async show(id: string): Promise<void> {
    if (this.id === id) {
      if (this.card) this.draw(this.card);
      return;
    }
    this.id = id;
    this.card = null;
    refill(this.element, el("p", { class: "quiet", role: "status" }, this.app.words.loading));
    try {
      const card = await this.app.provider.card(id);
      if (this.id !== id) return;
      this.card = card;
      this.app.know([card.node, ...card.states.map((state) => state.node)]);
      this.branches = new Branches(this.app, card, () => this.draw(card));
      this.draw(card);
    } catch (error) {
      if (this.id === id) refill(this.element, el("p", { class: "failure", role: "alert" }, this.app.failure(error)));
    }
  }

  /** The relations of the card that is shown. */
  get relations(): Card["relations"] {
    return this.card?.relations ?? [];
  }

  private draw(card: Card): void {
    const { app } = this;
    const states = card.states.filter(({ status }) => status !== "denied" && status !== "requested");
    const { words } = app;
    const { node } = card;
    refill(
      this.element,
      el("p", { class: "kind" }, swatch(app.lookOf(node.type)), app.typeLabel(node.type)),
      el("h2", { id: "details-title", tabindex: -1 }, nameText(node.name)),
      el("p", { class: "quiet" }, `${words.documents_naming(card.documents)} · ${words.edges_in_all(card.degree)}`),
      this.tools(card),
      card.aliases.length > 0 &&
        el("p", { class: "aliases" }, el("span", { class: "quiet" }, `${words.also_called} `), ...card.aliases.map((alias) => nameText(alias, "alias"))),
      states.length > 0 &&
        el("section", { class: "states" }, el("h3", {}, words.states), el("ul", {}, ...states.map((state) => stateRow(app, state)))),
      this.branches?.view(),
    );
  }

  private tools({ node: { id } }: Card): HTMLElement {
    const { app } = this;
    const { words, view } = app;
    const isFocus = view.focus === id;
    const isPinned = view.pinned.has(id);
    return el(
      "div",
      { class: "tools" },
      button(words.go_to, () => app.camera?.goTo([id]), { "data-key": "centre" }),
      button(isFocus ? words.unfocus : words.focus, () => toggleFocus(app, id), { "data-key": "focus", "aria-pressed": String(isFocus) }),
      button(isPinned ? words.unpin : words.pin, () => togglePin(app, id), { "data-key": "pin", "aria-pressed": String(isPinned) }),
      button(words.hide, () => hideNode(app, id), { "data-key": "hide" }),
      button(words.only_node, () => keepOnly(app, id), { "data-key": "only" }),
      button(words.path_from, () => void choosePathEnd(app, "pathFrom", id), { "data-key": "path-from", "aria-pressed": String(view.pathFrom === id) }),
      button(words.path_to, () => void choosePathEnd(app, "pathTo", id), { "data-key": "path-to", "aria-pressed": String(view.pathTo === id) }),
    );
  }
}
