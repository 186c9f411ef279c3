import type { App } from "../app";
import { openEdge, openNode } from "../actions";
import { keyOf, type GraphEdge, type GraphNode } from "../model/graph";
import { confidenceText, numberText, statusWord } from "../words/words";
import { button, el, nameText, refill, shown } from "./dom";
import { swatch } from "./swatch";

const PAGE = 100;

interface Column<Row> {
  title: string;
  cell: (row: Row) => Node | string;
  /** What rows are sorted by: numbers the greatest first, words by the alphabet of the language. */
  order: (row: Row) => string | number;
  isNumber?: boolean;
  isDate?: boolean;
}

/** What the picture shows as a table that can be sorted, a page at a time. */
class Table<Row> {
  readonly element: HTMLElement;
  private sortedBy = -1;
  private isTurned = false;
  private length = PAGE;
  private readonly body = el("tbody");
  private readonly head = el("tr");
  private readonly foot = el("p", { class: "table-foot" });
  private readonly collator: Intl.Collator;

  constructor(
    private readonly app: App,
    title: string,
    private readonly columns: Column<Row>[],
    private readonly rows: () => Row[],
    private readonly keyOfRow: (row: Row) => string,
  ) {
    this.collator = new Intl.Collator(app.view.language);
    this.element = el(
      "div",
      { class: "table", tabindex: 0, role: "region", "aria-label": title },
      el("table", {}, el("caption", {}, title), el("thead", {}, this.head), this.body),
      this.foot,
    );
  }

  draw(): void {
    const rows = this.sorted();
    const { words } = this.app;
    refill(this.head, ...this.columns.map((column, i) => this.header(column, i)));
    refill(this.body, ...rows.slice(0, this.length).map((row) => this.row(row)));
    refill(
      this.foot,
      el("span", { class: "quiet" }, words.rows_shown(Math.min(rows.length, this.length), rows.length)),
      rows.length > this.length &&
        button(words.more(rows.length - this.length), () => {
          this.length += PAGE;
          this.draw();
        }, { "data-key": "more" }),
    );
  }

  private header(column: Column<Row>, i: number): HTMLElement {
    const isSorted = i === this.sortedBy;
    const down = column.isNumber ? !this.isTurned : this.isTurned;
    return el(
      "th",
      { scope: "col", class: column.isNumber ? "number" : "", "aria-sort": isSorted ? (down ? "descending" : "ascending") : "none" },
      button(column.title, () => this.sortBy(i), { "data-key": `column ${i}` }),
      isSorted && el("span", { "aria-hidden": "true" }, down ? " ↓" : " ↑"),
    );
  }

  private row(row: Row): HTMLElement {
    return el("tr", { "data-row": this.keyOfRow(row) }, ...this.columns.map((column) => el("td", { class: column.isNumber ? "number" : column.isDate ? "date" : false }, column.cell(row))));
  }

  private sortBy(i: number): void {
    this.isTurned = i === this.sortedBy && !this.isTurned;
    this.sortedBy = i;
    this.draw();
  }

  private sorted(): Row[] {
    const rows = [...this.rows()];
    const column = this.columns[this.sortedBy];
    if (!column) return rows;
    const turn = this.isTurned ? -1 : 1;
    return rows.sort((a, b) => {
      const [left, right] = [column.order(a), column.order(b)];
      if (typeof left === "number" && typeof right === "number") return turn * (right - left);
      return turn * this.collator.compare(String(left), String(right));
    });
  }
}

function nodeButton(app: App, id: string): HTMLElement {
  return el(
    "button",
    { type: "button", class: "link", "data-key": `node ${id}`, onclick: () => void openNode(app, id) },
    swatch(app.lookOf(app.typeOf(id))),
    nameText(app.nameOf(id)),
  );
}

const MOST_DATES = 2;

function datesText({ dates }: GraphEdge): string {
  const shownDates = dates.slice(0, MOST_DATES).map(shown).join(", ");
  return dates.length > MOST_DATES ? `${shownDates} +${dates.length - MOST_DATES}` : shownDates;
}

export function nodeTable(app: App) {
  const { words, view: { language } } = app;
  const columns: Column<GraphNode>[] = [
    { title: words.column_name, cell: (node) => nodeButton(app, node.id), order: (node) => node.name },
    { title: words.column_type, cell: (node) => app.typeLabel(node.type), order: (node) => app.typeLabel(node.type) },
    { title: words.column_documents, cell: (node) => numberText(language, node.documents), order: (node) => node.documents, isNumber: true },
    { title: words.column_degree, cell: (node) => numberText(language, node.degree), order: (node) => node.degree, isNumber: true },
  ];
  const rows = (): GraphNode[] => [...app.visible.nodes.values()].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  return new Table<GraphNode>(app, words.table_nodes, columns, rows, (node) => node.id);
}

export function edgeTable(app: App) {
  const { words, view: { language } } = app;
  const columns: Column<GraphEdge>[] = [
    { title: words.column_from, cell: (edge) => nodeButton(app, edge.from), order: (edge) => app.nameOf(edge.from) },
    { title: words.column_relation, cell: (edge) => app.relationLabel(edge.relation), order: (edge) => app.relationLabel(edge.relation) },
    { title: words.column_to, cell: (edge) => nodeButton(app, edge.to), order: (edge) => app.nameOf(edge.to) },
    {
      title: words.column_why,
      cell: (edge) =>
        button(words.why, () => void openEdge(app, edge), {
          class: "small",
          "aria-label": words.why_edge(shown(app.edgeText(edge))),
          "data-key": `why ${keyOf(edge)}`,
        }),
      order: (edge) => edge.confidence,
    },
    { title: words.column_status, cell: (edge) => statusWord(words, edge.status), order: (edge) => statusWord(words, edge.status) },
    { title: words.column_dates, cell: (edge) => datesText(edge), order: (edge) => edge.dates[0] ?? "", isDate: true },
    { title: words.column_said, cell: (edge) => numberText(language, edge.statements), order: (edge) => edge.statements, isNumber: true },
    { title: words.column_sources, cell: (edge) => numberText(language, edge.sources), order: (edge) => edge.sources, isNumber: true },
    { title: words.column_confidence, cell: (edge) => confidenceText(language, edge.confidence), order: (edge) => edge.confidence, isNumber: true },
  ];
  return new Table<GraphEdge>(app, words.table_edges, columns, () => [...app.visible.edges.values()], keyOf);
}
