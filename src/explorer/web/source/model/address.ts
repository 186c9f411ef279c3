import { isoOf, daysOf } from "./dates";
import { STATUSES, keyFrom, keyOf, type Direction } from "./graph";
import type { Step, View } from "./view";

/** How a view stands in the address behind "#", and is read from there. What is as at first is left out. */

export interface CameraPlace {
  x: number;
  y: number;
  ratio: number;
}

/** Between parts of one value; what holds it itself is escaped once more. */
const join = (values: Iterable<string>): string => [...values].map(encodeURIComponent).join(",");
const split = (text: string | null): string[] => (text ? text.split(",").map(decoded) : []);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const DIRECTIONS: readonly Direction[] = ["out", "in", "both"];
const DEFAULT_STATUSES = "requested,denied";

export function addressOf(view: View, camera: CameraPlace | null): string {
  const address = new URLSearchParams();
  const put = (name: string, value: string): void => {
    if (value) address.set(name, value);
  };
  if (view.selection?.kind === "node") put("node", view.selection.id);
  if (view.selection?.kind === "edge") put("edge", join(keyOf(view.selection.key).split("\u001f")));
  put("lang", view.language);
  put("tab", view.tab === "picture" ? "" : view.tab);
  put("no-type", join(view.withoutTypes));
  put("no-relation", join(view.withoutRelations));
  const statuses = join(view.withoutStatuses);
  if (statuses !== DEFAULT_STATUSES) address.set("no-status", statuses);
  put("sure", view.leastConfidence > 0 ? String(view.leastConfidence) : "");
  put("sources", view.leastSources > 1 ? String(view.leastSources) : "");
  put("period", view.period ? `${isoOf(view.period.from)}/${isoOf(view.period.to)}` : "");
  put("undated", view.withUndated ? "" : "no");
  put("hidden", join(view.hidden));
  put("pinned", join(view.pinned));
  put("focus", view.focus ?? "");
  put("path", view.pathFrom || view.pathTo ? join([view.pathFrom ?? "", view.pathTo ?? ""]) : "");
  put("steps", join(view.steps.map(stepText)));
  put("camera", camera ? [camera.x, camera.y, camera.ratio].map((each) => each.toFixed(4)).join(",") : "");
  return address.toString();
}

export const cameraIn = (text: string): CameraPlace | null => {
  const [x, y, ratio] = (new URLSearchParams(text).get("camera") ?? "").split(",").map(Number);
  const isPlace = x !== undefined && y !== undefined && ratio !== undefined && ratio > 0 && isFinite(x + y + ratio);
  return isPlace ? { x, y, ratio } : null;
};

function stepText(step: Step): string {
  if (step.act === "only") return join([step.act, step.id]);
  const { id, relation, direction } = step.branch;
  return join([step.act, id, relation, direction, step.act === "add" ? String(step.pages) : ""]);
}

function stepOf(text: string): Step[] {
  const [act, id, relation, way, pages] = split(text);
  const direction = DIRECTIONS.find((each) => each === way);
  if (act === "only" && id) return [{ act, id }];
  if (!id || !relation || !direction) return [];
  const branch = { id, relation, direction };
  if (act === "take") return [{ act, branch }];
  return act === "add" ? [{ act, branch, pages: Math.max(1, whole(pages ?? null, 1)) }] : [];
}

const whole = (text: string | null, otherwise: number): number => {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
};

/** The address over `view`, which is as at first. */
export function readAddress(text: string, view: View): View {
  const address = new URLSearchParams(text);
  const node = address.get("node");
  const key = keyFrom(split(address.get("edge")).join("\u001f"));
  const tab = address.get("tab");
  const language = address.get("lang");
  const period = daysOf(address.get("period") ?? "");
  const [pathFrom, pathTo] = split(address.get("path"));
  const statuses = address.get("no-status");
  return {
    ...view,
    selection: node ? { kind: "node", id: node } : key ? { kind: "edge", key } : null,
    language: language === "vi" || language === "en" ? language : view.language,
    tab: tab === "nodes" || tab === "edges" ? tab : "picture",
    withoutTypes: new Set(split(address.get("no-type"))),
    withoutRelations: new Set(split(address.get("no-relation"))),
    withoutStatuses: new Set(STATUSES.filter((status) => split(statuses ?? DEFAULT_STATUSES).includes(status))),
    leastConfidence: whole(address.get("sure"), 0),
    leastSources: Math.max(1, whole(address.get("sources"), 1)),
    period,
    withUndated: address.get("undated") !== "no",
    hidden: new Set(split(address.get("hidden"))),
    pinned: new Set(split(address.get("pinned"))),
    focus: address.get("focus"),
    pathFrom: pathFrom || null,
    pathTo: pathTo || null,
    steps: split(address.get("steps")).flatMap(stepOf),
  };
}
