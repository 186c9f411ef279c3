import type { App } from "../app";
import { toggle } from "../actions";
import { STATUSES } from "../model/graph";
import { widen } from "../model/view";
import { confidenceText, numberText, statusWord } from "../words/words";
import { button, el, nameText } from "./dom";
import { swatch } from "./swatch";

interface Choice<Name extends string> {
  name: Name;
  label: string;
  sign?: SVGSVGElement;
}

type Update = () => void;

/** A list of check boxes with counts; `without` is the set of those that are not wanted. */
function choices<Name extends string>(
  app: App,
  title: string,
  all: Choice<Name>[],
  without: () => Set<Name>,
  counts: () => Map<string, number>,
  updates: Update[],
): HTMLElement {
  const rows = all.map(({ name, label, sign }) => {
    const box = el("input", { type: "checkbox", onchange: () => app.change(() => toggle(without(), name)) });
    const count = el("span", { class: "count" });
    const only = button(
      app.words.only,
      () =>
        app.change(() => {
          for (const each of all) without().add(each.name);
          without().delete(name);
        }),
      { class: "only", "aria-label": app.words.only_this(label) },
    );
    const row = el("li", {}, el("label", {}, box, sign, nameText(label, "choice"), count), only);
    updates.push(() => {
      const here = counts().get(name) ?? 0;
      box.checked = !without().has(name);
      count.textContent = numberText(app.view.language, here);
      row.classList.toggle("empty", here === 0);
    });
    return row;
  });
  const every = button(app.words.all, () => app.change(() => without().clear()), {
    "aria-label": `${title}: ${app.words.all}`,
  });
  const none = button(app.words.none, () => app.change(() => all.forEach(({ name }) => without().add(name))), {
    "aria-label": `${title}: ${app.words.none}`,
  });
  return el(
    "fieldset",
    {},
    el("legend", {}, title),
    el("span", { class: "all-or-none" }, every, " · ", none),
    el("ul", { class: "choices" }, ...rows),
  );
}

function slider(label: string, most: number, step: number, least: number, set: (value: number) => void) {
  const output = el("output", {});
  const input = el("input", {
    type: "range",
    min: least,
    max: most,
    step,
    "aria-label": label,
    oninput: () => set(Number(input.value)),
  });
  return { input, output, row: el("label", { class: "slider" }, el("span", {}, label), output, input) };
}

export function filterPanel(app: App): HTMLElement {
  const { words } = app;
  const updates: Update[] = [];
  const types = choices(
    app,
    words.types,
    app.about.types.map(({ name }) => ({ name, label: app.typeLabel(name), sign: swatch(app.lookOf(name)) })),
    () => app.view.withoutTypes,
    () => app.visible.types,
    updates,
  );
  const relations = choices(
    app,
    words.relations,
    app.about.relations.map(({ name }) => ({ name, label: app.relationLabel(name) })),
    () => app.view.withoutRelations,
    () => app.visible.relations,
    updates,
  );
  const statuses = choices(
    app,
    words.statuses,
    STATUSES.map((name) => ({ name, label: statusWord(words, name) })),
    () => app.view.withoutStatuses,
    () => app.visible.statuses,
    updates,
  );
  const confidence = slider(words.least_confidence, 990, 10, 0, (value) =>
    app.change((view) => void (view.leastConfidence = value)),
  );
  const sources = slider(words.least_sources, 10, 1, 1, (value) => app.change((view) => void (view.leastSources = value)));
  updates.push(() => {
    const { language, leastConfidence, leastSources } = app.view;
    confidence.input.value = String(leastConfidence);
    confidence.output.textContent = confidenceText(language, leastConfidence);
    confidence.input.setAttribute("aria-valuetext", confidence.output.textContent);
    sources.input.value = String(leastSources);
    sources.output.textContent = String(leastSources);
  });
  const hiddenNote = el("span", {});
  const hidden = el(
    "p",
    { class: "hidden-note" },
    hiddenNote,
    button(words.show_hidden, () => app.change((view) => view.hidden.clear())),
  );
  updates.push(() => {
    hidden.hidden = app.view.hidden.size === 0;
    hiddenNote.textContent = words.hidden_nodes(app.view.hidden.size);
  });
  const update = (): void => updates.forEach((each) => each());
  app.listen(update);
  update();
  return el(
    "section",
    { class: "filters", id: "filters", "aria-labelledby": "filters-title" },
    el("h2", { id: "filters-title" }, words.filters),
    button(words.filters_reset, () => app.change(widen), { class: "reset" }),
    hidden,
    types,
    relations,
    statuses,
    el("div", { class: "sliders" }, confidence.row, sources.row),
  );
}
