import type { App } from "../app";
import type { GraphEdge } from "../model/graph";
import { el, refill, signButton, button, svg } from "./dom";
import { histogramOf, placeOf, type Histogram } from "./histogram";

const WIDTH = 1000;
const HEIGHT = 56;

export interface Timeline {
  element: HTMLElement;
  /** Moves the chosen period by its own length, or chooses the first or last step. */
  step(by: 1 | -1): void;
}

/** Edges over time, with a brush: a pointer draws a period over the bars, or two sliders set its ends. */
export function timeline(app: App): Timeline {
  const { words } = app;
  let edges: GraphEdge[] | null = null;
  let histogram: Histogram = { unit: "year", bins: [], undated: 0 };

  const bars = svg("svg", {
    class: "bars",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
    focusable: "false",
  });
  const ends = el("div", { class: "timeline-ends", "aria-hidden": "true" });
  const chart = el("div", { class: "chart", title: words.timeline_brush }, bars);
  const empty = el("p", { class: "quiet timeline-none" }, words.timeline_none);
  const chosen = el("output", { class: "period" });
  const slider = (label: string, which: "from" | "to"): HTMLInputElement =>
    el("input", { type: "range", min: 0, step: 1, "aria-label": label, "data-end": which, oninput: () => followSliders(which) });
  const from = slider(words.timeline_from, "from");
  const to = slider(words.timeline_to, "to");
  const undated = el("input", {
    type: "checkbox",
    onchange: () => app.change((view) => void (view.withUndated = undated.checked)),
  });
  const undatedText = el("span", {});
  const all = button(words.timeline_all, () => choose(null));
  const back = signButton("‹", words.timeline_back, () => step(-1));
  const on = signButton("›", words.timeline_on, () => step(1));

  /** Places of the first and last chosen bin. */
  const places = (): [number, number] => {
    const { period } = app.view;
    const last = Math.max(histogram.bins.length - 1, 0);
    return period ? [placeOf(histogram.bins, period.from), placeOf(histogram.bins, period.to)] : [0, last];
  };

  const choose = (range: [number, number] | null): void => {
    const first = histogram.bins[range?.[0] ?? -1];
    const last = histogram.bins[range?.[1] ?? -1];
    const period = first && last ? { from: first.from, to: last.to } : null;
    const known = app.view.period;
    if (period?.from === known?.from && period?.to === known?.to) return;
    app.change((view) => void (view.period = period));
  };

  const followSliders = (which: "from" | "to"): void => {
    const [a, b] = [Number(from.value), Number(to.value)];
    choose(which === "from" ? [a, Math.max(a, b)] : [Math.min(a, b), b]);
  };

  const step = (by: 1 | -1): void => {
    const count = histogram.bins.length;
    if (count === 0) return;
    const [a, b] = places();
    if (!app.view.period) return choose(by === 1 ? [0, 0] : [count - 1, count - 1]);
    const length = b - a + 1;
    const start = Math.min(Math.max(a + by * length, 0), count - length);
    choose([start, start + length - 1]);
  };

  const brush = (): void => {
    let start: number | null = null;
    const placeAt = (event: PointerEvent): number => {
      const box = bars.getBoundingClientRect();
      const share = (event.clientX - box.left) / Math.max(box.width, 1);
      return Math.min(Math.max(Math.floor(share * histogram.bins.length), 0), histogram.bins.length - 1);
    };
    const draw = (event: PointerEvent): void => {
      if (start === null) return;
      const place = placeAt(event);
      choose([Math.min(start, place), Math.max(start, place)]);
    };
    chart.addEventListener("pointerdown", (event) => {
      if (histogram.bins.length === 0) return;
      start = placeAt(event);
      chart.setPointerCapture(event.pointerId);
      draw(event);
    });
    chart.addEventListener("pointermove", draw);
    chart.addEventListener("pointerup", () => (start = null));
    chart.addEventListener("pointercancel", () => (start = null));
  };
  brush();

  const drawBars = (): void => {
    const { bins } = histogram;
    const highest = bins.reduce((most, bin) => Math.max(most, bin.count), 1);
    const [first, last] = places();
    const width = WIDTH / Math.max(bins.length, 1);
    const gap = Math.min(width * 0.2, 3);
    refill(
      bars,
      ...bins.map((bin, i) => {
        const height = bin.count === 0 ? 0 : Math.max(2, (HEIGHT - 2) * Math.sqrt(bin.count / highest));
        return svg(
          "rect",
          {
            x: (i * width + gap / 2).toFixed(2),
            y: (HEIGHT - height).toFixed(2),
            width: Math.max(width - gap, 0.5).toFixed(2),
            height: height.toFixed(2),
            class: i >= first && i <= last ? "bar in" : "bar",
          },
          svg("title", {}, words.timeline_bar(bin.label, bin.count)),
        );
      }),
    );
    refill(ends, el("span", {}, bins[0]?.label), el("span", {}, bins.at(-1)?.label));
  };

  const update = (): void => {
    if (edges !== app.visible.anyTime) {
      edges = app.visible.anyTime;
      histogram = histogramOf(edges);
    }
    const { bins } = histogram;
    const [first, last] = places();
    for (const [input, value] of [[from, first], [to, last]] as const) {
      input.max = String(Math.max(bins.length - 1, 0));
      input.value = String(value);
      input.setAttribute("aria-valuetext", bins[value]?.label ?? "");
    }
    chosen.textContent = app.view.period && bins.length > 0
      ? words.since_to(bins[first]?.label ?? "", bins[last]?.label ?? "")
      : words.timeline_all;
    all.disabled = app.view.period === null;
    undated.checked = app.view.withUndated;
    undatedText.textContent = words.timeline_undated(histogram.undated);
    element.classList.toggle("without-bars", bins.length === 0);
    drawBars();
  };

  const element = el(
    "section",
    { class: "timeline", "aria-label": words.timeline },
    el(
      "div",
      { class: "timeline-head" },
      el("h2", {}, words.timeline),
      chosen,
      el("span", { class: "timeline-steps" }, back, on, all),
      el("label", { class: "undated" }, undated, undatedText),
    ),
    chart,
    el("div", { class: "timeline-sliders" }, from, to),
    ends,
    empty,
  );
  app.listen(update);
  update();
  return { element, step };
}
