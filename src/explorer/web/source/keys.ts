import type { App } from "./app";
import { hideNode, toggleFocus, togglePin } from "./actions";

export interface KeyActions {
  help(): void;
  expand(id: string): void;
  stepTime(by: 1 | -1): void;
  zoom(factor: number): void;
  pan(x: number, y: number): void;
  fit(): void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;

function onLetter(app: App, actions: KeyActions, key: string): boolean {
  const { selection } = app.view;
  const id = selection?.kind === "node" ? selection.id : null;
  const tabs = { "1": "picture", "2": "nodes", "3": "edges" } as const;
  if (key === "/") document.getElementById("search")?.focus();
  else if (key === "1" || key === "2" || key === "3") app.change((view) => void (view.tab = tabs[key]));
  else if (key === "?") actions.help();
  else if (key === "[" || key === "]") actions.stepTime(key === "[" ? -1 : 1);
  else if (key === "+" || key === "=") actions.zoom(0.7);
  else if (key === "-") actions.zoom(1 / 0.7);
  else if (key === "0") actions.fit();
  else if (key === "f" && (id ?? app.view.focus)) toggleFocus(app, app.view.focus ?? id ?? "");
  else if (key === "p" && id) togglePin(app, id);
  else if (key === "h" && id) hideNode(app, id);
  else if (key === "e" && id) actions.expand(id);
  else return false;
  return true;
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Gives the listener of keys of the whole page. */
export function keyListener(app: App, actions: KeyActions): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const arrow = ARROWS[event.key];
    if (event.key === "Escape") {
      if (app.view.selection) app.change((view) => void (view.selection = null));
    } else if (arrow && event.target instanceof HTMLElement && event.target.id === "picture") {
      actions.pan(...arrow);
      event.preventDefault();
    } else if (app.view.keys && onLetter(app, actions, event.key)) {
      event.preventDefault();
    }
  };
}
