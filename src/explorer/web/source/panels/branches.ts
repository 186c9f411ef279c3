import type { App } from "../app";
import { collapse, directionOf, expand, isExpanded, openEdge, openNode, PAGE, shownOf } from "../actions";
import type { Card, CardRelation } from "../model/card";
import type { Branch } from "../model/view";
import { keyOf, otherEnd, type GraphEdge } from "../model/graph";
import { confidenceText, statusWord } from "../words/words";
import { button, el, nameText, shown, signButton, unseen } from "./dom";
import { swatch } from "./swatch";

interface OpenList {
  edges: GraphEdge[];
  nodes: number;
  next: string | null;
}

const ARROWS = { out: "→", in: "←", both: "↔" } as const;

/** The relations of a node: how many neighbours each leads to, which are in the picture, and the list of them. */
export class Branches {
  private readonly lists = new Map<string, OpenList>();

  constructor(
    private readonly app: App,
    private readonly card: Card,
    private readonly redraw: () => void,
  ) {}

  view(): HTMLElement {
    const { words } = this.app;
    return el(
      "section",
      { class: "branches", "aria-label": words.relations_of },
      el("h3", {}, words.relations_of),
      el("ul", {}, ...this.card.relations.map((relation) => this.branch(relation))),
    );
  }

  private branch(relation: CardRelation): HTMLElement {
    const { app } = this;
    const { words } = app;
    const branch: Branch = { id: this.card.node.id, relation: relation.relation, direction: relation.direction };
    const key = `${branch.direction} ${branch.relation}`;
    const name = `${ARROWS[branch.direction]} ${app.relationLabel(branch.relation)}`;
    const here = shownOf(app, branch).size;
    const left = Math.max(0, relation.nodes - here);
    const open = this.lists.get(key);
    return el(
      "li",
      { class: "branch" },
      el(
        "div",
        { class: "branch-head" },
        el(
          "button",
          {
            type: "button",
            class: "branch-name",
            "aria-expanded": String(open !== undefined),
            "aria-label": `${words.list_of(app.relationLabel(branch.relation))}, ${words.neighbours(relation.nodes)}, ${words.said(relation.statements)}`,
            "data-key": `list ${key}`,
            onclick: () => void this.toggle(key, branch),
          },
          el("span", { class: "arrow" }, ARROWS[branch.direction]),
          el("span", {}, app.relationLabel(branch.relation)),
        ),
        el("span", { class: "quiet", title: words.on_picture(here, relation.nodes) }, `${here}/${relation.nodes}`, unseen(` ${words.on_picture(here, relation.nodes)}`)),
        signButton("−", words.collapse_of(name), () => collapse(app, branch), {
          class: "small",
          "data-key": `take ${key}`,
          disabled: here === 0,
        }),
        signButton("+", words.expand_of(name, Math.min(left, PAGE)), () => void expand(app, branch), {
          class: "small",
          "data-key": `add ${key}`,
          disabled: left === 0,
        }),
      ),
      left > 0 && here > 0 && isExpanded(app, branch)
        ? button(words.more(left), () => void expand(app, branch), { class: "link", "data-key": `grow ${key}` })
        : null,
      open && this.list(key, branch, open, relation.nodes),
    );
  }

  private list(key: string, branch: Branch, open: OpenList, all: number): HTMLElement {
    const { app } = this;
    return el(
      "div",
      { class: "branch-list" },
      el("ul", {}, ...open.edges.map((edge) => this.row(edge))),
      open.next !== null &&
        button(app.words.more(all - open.nodes), () => void this.load(key, branch, open), { class: "link", "data-key": `more ${key}` }),
    );
  }

  private row(edge: GraphEdge): HTMLElement {
    const { app } = this;
    const other = otherEnd(edge, this.card.node.id);
    const note = [statusWord(app.words, edge.status), confidenceText(app.view.language, edge.confidence), ...(edge.values ?? []).map(shown), ...edge.dates.slice(0, 2).map(shown)];
    return el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "neighbour", "data-key": `node ${keyOf(edge)}`, onclick: () => void openNode(app, other, true) },
        swatch(app.lookOf(app.typeOf(other))),
        nameText(app.nameOf(other)),
      ),
      el("span", { class: "quiet" }, note.join(" · ")),
      button(app.words.why, () => void openEdge(app, edge, edge), {
        class: "small",
        "aria-label": app.words.why_edge(shown(app.edgeText(edge))),
        "data-key": `why ${keyOf(edge)}`,
      }),
    );
  }

  private async toggle(key: string, branch: Branch): Promise<void> {
    if (this.lists.delete(key)) return this.redraw();
    await this.load(key, branch, { edges: [], nodes: 0, next: null });
  }

  private async load(key: string, branch: Branch, open: OpenList): Promise<void> {
    await this.app.attempt(async () => {
      const page = await this.app.provider.neighbours({
        ...branch,
        limit: PAGE,
        ...(open.next === null ? {} : { after: open.next }),
      });
      this.app.know(page.nodes);
      const edges = page.edges.filter((edge) => directionOf(this.app, edge, branch.id) === branch.direction);
      this.lists.set(key, { edges: [...open.edges, ...edges], nodes: open.nodes + page.nodes.length, next: page.next });
      this.redraw();
    });
  }
}
