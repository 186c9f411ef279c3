import { openEdge, openNode } from "../actions";
import type { App } from "../app";
import { keyFrom } from "../model/graph";
import type { Picture } from "./picture";

/** Beyond this, only a click asks what edge is under the pointer. */
const MOST_POINTED_EDGES = 3_000;

/** What a pointer does in the picture: a click chooses a node, an edge or nothing, a drag moves a node. */
export function followPointer(app: App, picture: Picture): void {
  const { sigma } = picture;
  let dragged: string | null = null;
  let wasMoved = false;
  let isOverNode = false;
  const point = (isOver: boolean): void => void sigma.getContainer().classList.toggle("points", isOver);

  sigma.on("clickNode", ({ node }) => {
    if (!wasMoved) void openNode(app, node);
  });
  sigma.on("clickStage", ({ event }) => {
    const key = keyFrom(picture.edgeUnder(event) ?? "");
    if (key) void openEdge(app, key, undefined, false);
    else if (app.view.selection) app.change((view) => void (view.selection = null));
  });
  sigma.on("enterNode", () => {
    isOverNode = true;
    point(true);
  });
  sigma.on("leaveNode", () => {
    isOverNode = false;
    point(false);
  });
  sigma.on("downNode", ({ node }) => {
    dragged = node;
    wasMoved = false;
  });
  sigma.on("moveBody", ({ event }) => {
    if (dragged) {
      picture.moveNode(dragged, sigma.viewportToGraph(event));
      wasMoved = true;
      event.preventSigmaDefault();
    } else if (app.visible.edges.size <= MOST_POINTED_EDGES) {
      point(isOverNode || picture.edgeUnder(event) !== null);
    }
  });
  const letGo = (): void => void (dragged = null);
  sigma.on("upNode", letGo);
  sigma.on("upStage", letGo);
}
