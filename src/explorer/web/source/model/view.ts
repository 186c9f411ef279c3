import type { Days } from "./dates";
import type { Direction, EdgeKey, Status } from "./graph";

export type Language = "vi" | "en";
export type Theme = "auto" | "light" | "dark";
export type Tab = "picture" | "nodes" | "edges";
export type Selection = { kind: "node"; id: string } | { kind: "edge"; key: EdgeKey } | null;

/** The neighbours of a node by a relation in one direction. */
export interface Branch {
  id: string;
  relation: string;
  direction: Direction;
}

/** What a person did to the picture: added pages of neighbours, took neighbours away, or took all away but one node. */
export type Step = { act: "add"; branch: Branch; pages: number } | { act: "take"; branch: Branch } | { act: "only"; id: string };

/** All that a person decided about what is seen. */
export interface View {
  language: Language;
  theme: Theme;
  keys: boolean;
  tab: Tab;
  selection: Selection;
  withoutTypes: Set<string>;
  withoutRelations: Set<string>;
  withoutStatuses: Set<Status>;
  /** In thousandths. */
  leastConfidence: number;
  leastSources: number;
  period: Days | null;
  withUndated: boolean;
  hidden: Set<string>;
  pinned: Set<string>;
  focus: string | null;
  pathFrom: string | null;
  pathTo: string | null;
  steps: Step[];
}

export const firstView = (language: Language, theme: Theme): View => ({
  language,
  theme,
  keys: true,
  tab: "picture",
  selection: null,
  withoutTypes: new Set(),
  withoutRelations: new Set(),
  withoutStatuses: new Set<Status>(["requested", "denied"]),
  leastConfidence: 0,
  leastSources: 1,
  period: null,
  withUndated: true,
  hidden: new Set(),
  pinned: new Set(),
  focus: null,
  pathFrom: null,
  pathTo: null,
  steps: [],
});

/** Puts back to the first state what narrows, and nothing else. */
export function widen(view: View): void {
  const { withoutTypes, withoutRelations, withoutStatuses, leastConfidence, leastSources, period, withUndated } =
    firstView(view.language, view.theme);
  Object.assign(view, { withoutTypes, withoutRelations, withoutStatuses, leastConfidence, leastSources, period, withUndated });
  view.hidden.clear();
  view.focus = null;
}
