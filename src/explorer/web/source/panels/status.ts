import type { App } from "../app";
import { numberText } from "../words/words";
import { el } from "./dom";

/** How much is shown, and what was just said; those who hear the page hear it. */
export function statusLine(app: App): HTMLElement {
  const { about, words, view: { language } } = app;
  const counts = el("p", { class: "counts" });
  const said = el("p", { class: "said", role: "status" });
  const isPart = (about.shown_nodes ?? about.nodes) < about.nodes || (about.shown_edges ?? about.edges) < about.edges;
  const number = (value: number): string => numberText(language, value);
  const bound =
    about.form === "served"
      ? words.bounded(app.provider.mostShown)
      : isPart
        ? words.part_of_graph(about.nodes, about.edges)
        : "";
  const update = (): void => {
    const { visible } = app;
    counts.textContent = [
      words.counts(visible.nodes.size, visible.edges.size, about.nodes, about.edges).replace(/\d+/g, (digits) => number(Number(digits))),
      visible.nodes.size === 0 ? words.nothing_visible : "",
    ]
      .filter(Boolean)
      .join(". ");
  };
  app.onSay((text) => {
    said.textContent = text;
  });
  app.listen(update);
  update();
  return el("footer", {}, counts, bound && el("p", { class: "quiet" }, bound), said);
}
