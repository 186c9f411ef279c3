import type { App } from "../app";
import { openEdge, openNode } from "../actions";
import type { Evidence } from "../model/evidence";
import { keyOf, type EdgeKey, type GraphEdge } from "../model/graph";
import { confidenceText, periodText, statusWord } from "../words/words";
import { button, el, nameText, refill, shown } from "./dom";
import { MARKS, markWord, quotationView } from "./quotation";

const FIRST = 20;
const MOST = 500;

const legend = (app: App): HTMLElement =>
  el(
    "p",
    { class: "legend" },
    el("span", { class: "quiet" }, `${app.words.legend}: `),
    ...MARKS.flatMap((mark) => [el("mark", { class: `mark-${mark}` }, markWord(app.words, mark)), " "]),
  );

function end(app: App, id: string): HTMLElement {
  return el(
    "button",
    { type: "button", class: "end", "data-key": `end ${id}`, onclick: () => void openNode(app, id) },
    nameText(app.nameOf(id)),
  );
}

/** The edge as a sentence of three words, and in figures. */
function head(app: App, key: EdgeKey, edge: GraphEdge | undefined): HTMLElement[] {
  const { words } = app;
  const isSymmetric = app.relations.get(key.relation)?.symmetric;
  const title = el(
    "h2",
    { id: "details-title", tabindex: -1, class: "edge-title" },
    end(app, key.from),
    el("span", { class: "edge-relation" }, app.relationLabel(key.relation), el("span", { "aria-hidden": "true" }, isSymmetric ? " ↔" : " →")),
    end(app, key.to),
  );
  if (!edge) return [title];
  const dates = edge.first || edge.last ? [periodText(words, edge.first, edge.last)] : edge.dates;
  return [
    title,
    el("p", { class: "figure" }, words.evidence_count(edge.documents, edge.sources)),
    el(
      "p",
      { class: "tags" },
      el("span", { class: `tag status-${edge.status}` }, statusWord(words, edge.status)),
      el("span", { class: "tag" }, words.confidence_of(confidenceText(app.view.language, edge.confidence))),
      el("span", { class: "tag" }, words.said(edge.statements)),
      ...(edge.values ?? []).map((value) => el("span", { class: "tag" }, nameText(value))),
      ...dates.slice(0, 6).map((date) => el("span", { class: "tag date" }, shown(date))),
      dates.length > 6 && el("span", { class: "tag date" }, `+${dates.length - 6}`),
    ),
  ];
}

function judged(app: App, evidence: Evidence): HTMLElement | null {
  const { judgement } = evidence;
  if (!judgement) return null;
  const verdict = judgement.decision === "confirmed" ? app.words.judged_confirmed : app.words.judged_rejected;
  const more = [judgement.because, judgement.who, judgement.when].filter((each) => each !== undefined && each !== "");
  return el("p", { class: `judged ${judgement.decision}` }, [verdict, ...more.map((each) => shown(each ?? ""))].join(" · "));
}

function parallel(app: App, key: EdgeKey): HTMLElement | null {
  const others = app.stage
    .edgesOf(key.from)
    .filter((edge) => (edge.to === key.to || edge.from === key.to) && keyOf(edge) !== keyOf(key));
  if (others.length === 0) return null;
  return el(
    "div",
    { class: "parallel" },
    el("h3", {}, app.words.between),
    el(
      "ul",
      {},
      ...others.map((edge) =>
        el("li", {}, button(shown(app.edgeText(edge)), () => void openEdge(app, edge), { class: "link", "data-key": keyOf(edge) })),
      ),
    ),
  );
}

/** Why an edge is there: every quotation with the words that matter marked. */
export class EvidencePanel {
  readonly element = el("div", { class: "evidence" });
  private key = "";
  private evidence: Evidence | null = null;

  constructor(private readonly app: App) {}

  async show(key: EdgeKey): Promise<void> {
    if (keyOf(key) === this.key) return;
    this.key = keyOf(key);
    this.evidence = null;
    this.draw(key);
    await this.load(key, FIRST);
  }

  private async load(key: EdgeKey, limit: number): Promise<void> {
    const asked = this.key;
    try {
      const evidence = await this.app.provider.evidence(key, limit);
      if (asked !== this.key) return;
      this.evidence = evidence;
      this.draw(key);
    } catch (error) {
      if (asked === this.key) this.element.append(el("p", { class: "failure", role: "alert" }, this.app.failure(error)));
    }
  }

  private draw(key: EdgeKey): void {
    const { app, evidence } = this;
    const { words } = app;
    const edge = app.stage.edges.get(keyOf(key));
    const quotations = evidence?.evidence ?? [];
    const rest = evidence && evidence.total > quotations.length;
    refill(
      this.element,
      ...head(app, key, edge),
      evidence && judged(app, evidence),
      el("h3", {}, words.evidence, evidence && el("span", { class: "quiet count" }, words.evidence_shown(quotations.length, evidence.total))),
      legend(app),
      evidence ? null : el("p", { class: "quiet", role: "status" }, words.loading),
      el("ol", { class: "quotations" }, ...quotations.map((quotation) => quotationView(app, key, quotation))),
      rest && app.about.form === "served" && quotations.length < MOST
        ? button(words.evidence_more, () => void this.load(key, MOST), { class: "more", "data-key": "more" })
        : rest && el("p", { class: "quiet" }, words.evidence_rest),
      parallel(app, key),
    );
  }
}
