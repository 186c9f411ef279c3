type Child = Node | string | number | null | undefined | false;
type Value = string | number | boolean | undefined | ((event: Event) => void);
type Attributes = Record<string, Value>;

const SVG = "http://www.w3.org/2000/svg";

/** Functions are listeners ("onclick"), true is an attribute without a value, false and undefined are none. */
function fill(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map(asNode));
}

const asNode = (child: Node | string | number): Node | string => (typeof child === "number" ? String(child) : child);

/** An element. Text is only ever text: nothing here reads HTML. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  fill(element, attributes, children);
  return element;
}

/** A name from the graph, which may be in a script of either direction and as long as it likes. */
export const nameText = (name: string, extra = ""): HTMLElement => el("bdi", { class: `name ${extra}`.trim() }, shown(name));

/** Text without what would not be seen or would change how its surroundings are seen. */
export const shown = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ").trim() || "·";

const segmenter = new Intl.Segmenter();

/** At most so many letters as people count them, with all that is combined with them. */
export function cut(text: string, most: number): string {
  const seen = shown(text);
  if (seen.length <= most) return seen;
  const letters = [...segmenter.segment(seen.slice(0, most * 8))];
  return letters.length > most ? `${letters.slice(0, most - 1).map((letter) => letter.segment).join("")}…` : seen;
}

/** Puts new children into an element; what had the focus has it again, known by its `data-key`. */
export function refill(element: Element, ...children: Child[]): void {
  const active = document.activeElement;
  const key = active && element.contains(active) ? active.getAttribute("data-key") : null;
  element.replaceChildren();
  fill(element, {}, children);
  if (!key) return;
  for (const each of element.querySelectorAll<HTMLElement>("[data-key]")) {
    if (each.dataset["key"] === key) each.focus({ preventScroll: true });
  }
}

export function button(words: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el("button", { type: "button", onclick, ...attributes }, words);
}

/** A button that shows a sign and says words. */
export function signButton(sign: string, words: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el(
    "button",
    { type: "button", onclick, "aria-label": words, title: words, ...attributes },
    el("span", { "aria-hidden": "true" }, sign),
  );
}

export const unseen = (text: string): HTMLElement => el("span", { class: "unseen" }, text);
