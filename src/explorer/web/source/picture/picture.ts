import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import {
  createEdgeArrowHeadProgram,
  createEdgeCompoundProgram,
  EdgeArrowProgram,
  EdgeLineProgram,
  EdgeRectangleProgram,
  type EdgeProgramType,
} from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { App } from "../app";
import type { CameraPlace } from "../model/address";
import { keyOf, type GraphEdge, type GraphNode } from "../model/graph";
import { cut } from "../panels/dom";
import { isDarkNow, palette, type Palette } from "./colours";
import { curvatures } from "./curvature";
import { edgeAt, type Line, type Point } from "./edge_at";
import { drawHover } from "./hover";
import { Labels, type Circle } from "./labels";
import type { Layout } from "./layout";
import { followPointer } from "./pointer";
import { setInk, ShapeProgram } from "./shape_program";
import type { Shape } from "./shapes";

interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  shape: Shape;
  isFaint?: boolean;
}

const FOR_MANY = {
  thin: EdgeLineProgram,
  thinArrow: createEdgeCompoundProgram<NodeLook, EdgeLook>([EdgeLineProgram, createEdgeArrowHeadProgram()]),
};
const EDGE_PROGRAMS = {
  ...FOR_MANY,
  line: EdgeRectangleProgram,
  arrow: EdgeArrowProgram,
  curve: EdgeCurveProgram,
  curvedArrow: EdgeCurvedArrowProgram,
};
type EdgeProgram = keyof typeof EDGE_PROGRAMS;
type EdgePrograms = Record<string, EdgeProgramType<NodeLook, EdgeLook>>;

interface EdgeLook {
  size: number;
  label: string;
  curvature: number;
  /** The program that draws the edge: the name is sigma's. */
  type: EdgeProgram;
}

const THIN: Record<EdgeProgram, EdgeProgram> = {
  thin: "thin",
  thinArrow: "thinArrow",
  line: "thin",
  arrow: "thinArrow",
  curve: "thin",
  curvedArrow: "thinArrow",
};

const MOST_LABELLED_EDGES = 30;
/** Beyond this, edges are straight hairs, but for those of what is chosen. */
export const MANY_EDGES = 8_000;
/** Beyond this, nodes and edges are the smaller the more nodes there are. */
const CROWDED_NODES = 2_500;
const LABEL_LETTERS = 40;
const MOST_SPARED_NODES = 1_000;
/** How many nodes or edges come into the picture in one go. */
const STEP = 200;
const FONT = 'system-ui, "Noto Sans", "Segoe UI", Roboto, sans-serif';

const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The picture of what is visible. There is one at a time, for browsers have few contexts of WebGL. */
export class Picture {
  readonly sigma: Sigma<NodeLook, EdgeLook>;
  readonly labels = new Labels();
  private readonly graph = new MultiDirectedGraph<NodeLook, EdgeLook>();
  private readonly layout: Layout;
  private colours: Palette = palette();
  private stageVersion = -1;
  private isFilled = false;
  /** Ids of what the selection is about; nothing where nothing is selected. */
  private near: Set<string> | null = null;
  /** Follows the element, which has no size while a table is shown in its place. */
  private readonly sizes = new ResizeObserver(() => this.followSize());
  private pathEdges = new Set<string>();
  private pathNodes = new Set<string>();

  constructor(
    private readonly app: App,
    container: HTMLElement,
    layout: Layout,
  ) {
    this.layout = layout;
    setInk(isDarkNow());
    this.sigma = new Sigma<NodeLook, EdgeLook>(new MultiDirectedGraph(), container, {
      nodeProgramClasses: { shape: ShapeProgram<NodeLook, EdgeLook> },
      defaultNodeType: "shape",
      edgeProgramClasses: {},
      defaultEdgeType: "line",
      renderEdgeLabels: true,
      zIndex: true,
      labelFont: FONT,
      edgeLabelFont: FONT,
      labelSize: 13,
      labelWeight: "500",
      edgeLabelSize: 11,
      labelDensity: 3,
      labelGridCellSize: 60,
      labelRenderedSizeThreshold: 3,
      minEdgeThickness: 1.2,
      hideEdgesOnMove: app.stage.edges.size > MANY_EDGES,
      stagePadding: 48,
      allowInvalidContainer: true,
      minCameraRatio: 0.005,
      maxCameraRatio: 4,
      zoomDuration: isStill() ? 0 : 200,
      inertiaDuration: isStill() ? 0 : 200,
      defaultDrawNodeLabel: (_, data) => this.labels.wish(data),
      defaultDrawNodeHover: (context, data, settings) => drawHover(context, data, settings, this.colours, this.sigma.getDimensions().width),
      nodeReducer: (id, data) => this.nodeDisplay(id, data),
      edgeReducer: (key, data) => this.edgeDisplay(key, data),
      ...this.edgeLabelColour(),
    });
    this.sigma.on("beforeRender", () => this.labels.begin());
    this.sigma.on("afterRender", () => this.drawLabels());
    this.sizes.observe(container);
    app.listen(() => this.follow());
  }

  /** Puts into the empty picture what is on the stage; whoever wants it may leave off at every `yield`. */
  *fill(): Generator<void> {
    const edgeProgramClasses: EdgePrograms = {};
    const areMany = this.app.stage.edges.size > MANY_EDGES;
    for (const [name, program] of Object.entries(EDGE_PROGRAMS)) {
      if (name in FOR_MANY && !areMany) continue;
      edgeProgramClasses[name] = program;
      this.sigma.setSettings({ edgeProgramClasses: { ...edgeProgramClasses } });
      yield;
    }
    while (this.stageVersion !== this.app.stage.version) yield* this.followStage();
    this.followChoice();
    this.sigma.setGraph(this.graph);
    this.isFilled = true;
    followPointer(this.app, this);
  }

  place(): CameraPlace {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x, y, ratio };
  }

  moveTo(place: Partial<CameraPlace>): void {
    const camera = this.sigma.getCamera();
    if (isStill()) camera.setState(place);
    else void camera.animate(place, { duration: 300 });
  }

  fit(): void {
    this.sigma.setCustomBBox(null);
    this.sigma.refresh();
    this.sigma.setCustomBBox(this.sigma.getBBox());
    this.moveTo({ x: 0.5, y: 0.5, ratio: 1 });
  }

  zoom(factor: number): void {
    this.moveTo({ ratio: this.sigma.getCamera().getBoundedRatio(this.place().ratio * factor) });
  }

  pan(x: number, y: number): void {
    const place = this.place();
    this.moveTo({ x: place.x + x * place.ratio * 0.15, y: place.y + y * place.ratio * 0.15 });
  }

  /** Brings nodes into the middle, as near as they can all be seen. */
  goTo(ids: string[]): void {
    const shown = ids.flatMap((id) => this.sigma.getNodeDisplayData(id) ?? []);
    if (shown.length === 0) return;
    const xs = shown.map((data) => data.x);
    const ys = shown.map((data) => data.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const close = Math.min(0.5, Math.max(0.06, Math.sqrt(60 / Math.max(this.graph.order, 1))));
    const ratio = ids.length > 1 ? Math.max(close, Math.max(right - left, bottom - top) * 1.5) : Math.min(close, this.place().ratio);
    this.moveTo({ x: (left + right) / 2, y: (top + bottom) / 2, ratio });
  }

  kill(): void {
    this.sizes.disconnect();
    this.sigma.kill();
  }

  private followSize(): void {
    const { width, height } = this.sigma.getDimensions();
    const { offsetWidth, offsetHeight } = this.sigma.getContainer();
    if (offsetWidth > 0 && (offsetWidth !== width || offsetHeight !== height)) this.sigma.resize().refresh();
  }

  /** Follows what changed: the stage, what is visible, what is chosen, the colours. */
  follow(): void {
    if (!this.isFilled) return;
    if (this.colours !== palette()) {
      this.colours = palette();
      setInk(isDarkNow());
      this.sigma.setSettings(this.edgeLabelColour());
    }
    if (this.stageVersion !== this.app.stage.version && !this.sigma.getCustomBBox()) {
      // What stands in the picture stays where it is when something comes or goes.
      this.sigma.setCustomBBox(this.sigma.getBBox());
    }
    for (const step = this.followStage(); !step.next().done; );
    this.followChoice();
    this.sigma.refresh();
  }

  private edgeLabelColour() {
    return { edgeLabelColor: { color: this.colours.label } };
  }

  private drawLabels(): void {
    const context = this.sigma.getCanvases()["labels"]?.getContext("2d");
    if (context) this.labels.draw(context, this.sigma.getSettings(), this.colours, this.sigma.getDimensions(), this.circles());
  }

  /** The nodes that no label should cover; among too many, any may be covered. */
  private *circles(): Generator<Circle> {
    if (this.app.visible.nodes.size > MOST_SPARED_NODES) return;
    for (const id of this.app.visible.nodes.keys()) {
      const data = this.sigma.getNodeDisplayData(id);
      if (data) yield { ...this.sigma.framedGraphToViewport(data), size: this.sigma.scaleSize(data.size) };
    }
  }

  /** Brings the graph of sigma up to date with the stage, unless that changes between two steps. */
  private *followStage(): Generator<void> {
    const { stage } = this.app;
    const { version } = stage;
    if (this.stageVersion === version) return;
    this.layout.place(stage);
    for (const key of this.graph.edges()) if (!stage.edges.has(key)) this.graph.dropEdge(key);
    for (const id of this.graph.nodes()) if (!stage.nodes.has(id)) this.graph.dropNode(id);
    let count = 0;
    for (const node of stage.nodes.values()) {
      if (!this.graph.hasNode(node.id)) this.addNode(node);
      if (++count % STEP !== 0) continue;
      yield;
      if (stage.version !== version) return;
    }
    const curves = curvatures(stage.edges.values());
    for (const [key, edge] of stage.edges) {
      this.putEdge(key, edge, curves.get(key) ?? 0);
      if (++count % STEP !== 0) continue;
      yield;
      if (stage.version !== version) return;
    }
    this.stageVersion = version;
  }

  private scale(): number {
    return Math.max(0.3, Math.min(1, Math.sqrt(CROWDED_NODES / this.app.stage.nodes.size)));
  }

  private addNode(node: GraphNode): void {
    const { x, y } = this.layout.places.get(node.id) ?? { x: 0, y: 0 };
    const look = this.app.lookOf(node.type);
    const size = this.scale() * Math.min(18, 5 + 1.7 * Math.sqrt(node.degree));
    this.graph.addNode(node.id, { x, y, size, color: look.colour, label: cut(node.name, LABEL_LETTERS), shape: look.shape });
  }

  private putEdge(key: string, edge: GraphEdge, curvature: number): void {
    const isSymmetric = this.app.relations.get(edge.relation)?.symmetric ?? false;
    const type = curvature === 0 ? (isSymmetric ? "line" : "arrow") : isSymmetric ? "curve" : "curvedArrow";
    const size = this.scale() * Math.min(5, 2 + 0.7 * Math.log2(Math.max(1, edge.statements)));
    const look: EdgeLook = { size, curvature, type, label: this.app.relationLabel(edge.relation) };
    if (this.graph.hasEdge(key)) this.graph.mergeEdgeAttributes(key, look);
    else this.graph.addEdgeWithKey(key, edge.from, edge.to, look);
  }

  private followChoice(): void {
    const { selection } = this.app.view;
    this.near = null;
    if (selection?.kind === "edge") this.near = new Set([selection.key.from, selection.key.to]);
    if (selection?.kind === "node") this.near = this.app.stage.neighboursOf(selection.id).add(selection.id);
    this.pathEdges = new Set(this.app.pathEdges().map(keyOf));
    this.pathNodes = new Set((this.app.path?.nodes ?? []).map((node) => node.id));
    if (this.near) for (const id of this.pathNodes) this.near.add(id);
  }

  private nodeDisplay(id: string, data: NodeLook): Partial<NodeDisplayData> & Partial<NodeLook> {
    if (!this.app.visible.nodes.has(id)) return { ...data, hidden: true };
    const { selection, pinned } = this.app.view;
    const isChosen = selection?.kind === "node" && selection.id === id;
    const isEnd = selection?.kind === "edge" && (selection.key.from === id || selection.key.to === id);
    if (this.near && !this.near.has(id)) return { ...data, color: this.colours.nodeFaint, label: "", zIndex: 0, isFaint: true };
    const forceLabel = isChosen || isEnd || pinned.has(id) || this.pathNodes.has(id);
    return { ...data, highlighted: isChosen, forceLabel, zIndex: forceLabel ? 2 : 1 };
  }

  private edgeDisplay(key: string, data: EdgeLook): Partial<EdgeDisplayData> {
    const edge = this.app.visible.edges.get(key);
    const type = this.app.stage.edges.size > MANY_EDGES ? THIN[data.type] : data.type;
    if (!edge) return { ...data, type, hidden: true };
    const { selection } = this.app.view;
    const { accent, path, edge: usual, edgeFaint } = this.colours;
    if (this.pathEdges.has(key)) return { ...data, color: path, size: data.size + 2 * this.scale(), zIndex: 3 };
    if (selection?.kind === "edge" && keyOf(selection.key) === key) {
      return { ...data, color: accent, size: data.size + 2 * this.scale(), forceLabel: true, zIndex: 3 };
    }
    const isAtChosen = selection?.kind === "node" && (edge.from === selection.id || edge.to === selection.id);
    if (isAtChosen) return { ...data, color: accent, zIndex: 2 };
    const label = this.app.visible.edges.size > MOST_LABELLED_EDGES ? "" : data.label;
    return this.near ? { ...data, type, color: edgeFaint, label: "", zIndex: 0 } : { ...data, type, color: usual, label, zIndex: 1 };
  }

  /** Edges as they are on the screen. */
  *lines(): Generator<Line> {
    const places = new Map<string, Point>();
    const placeOf = (id: string): Point => {
      const known = places.get(id) ?? this.sigma.graphToViewport(this.layout.places.get(id) ?? { x: 0, y: 0 });
      places.set(id, known);
      return known;
    };
    for (const [key, edge] of this.app.visible.edges) {
      const bend = this.isThin(key) ? 0 : this.graph.getEdgeAttribute(key, "curvature");
      yield { key, from: placeOf(edge.from), to: placeOf(edge.to), bend };
    }
  }

  private isThin(key: string): boolean {
    const type = this.sigma.getEdgeDisplayData(key)?.type;
    return type === "thin" || type === "thinArrow";
  }

  edgeUnder(at: Point): string | null {
    return edgeAt(at, this.lines());
  }

  /** Puts a node where a hand has drawn it. */
  moveNode(id: string, place: Point): void {
    this.layout.places.set(id, place);
    this.graph.mergeNodeAttributes(id, place);
  }
}
