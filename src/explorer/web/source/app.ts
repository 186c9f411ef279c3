import { ProviderError, type FoundPath, type Provider } from "./data/provider";
import { addressOf, type CameraPlace } from "./model/address";
import type { NodeName } from "./model/card";
import { keyOf, type About, type GraphEdge, type GraphNode, type NodeType, type Part, type Relation } from "./model/graph";
import { Stage } from "./model/stage";
import type { View } from "./model/view";
import { visibleOf, type Visible } from "./model/visible";
import { looksOf, UNKNOWN_LOOK, type Look } from "./picture/shapes";
import { wordsOfLanguage, type Words } from "./words/words";

type Listener = () => void;

/** What the panels share: the graph as far as it is known, what a person decided, and what is left to be seen. */
export class App {
  readonly stage: Stage;
  readonly types: Map<string, NodeType>;
  readonly relations: Map<string, Relation>;
  readonly looks: Map<string, Look>;
  visible: Visible;
  words: Words;
  path: FoundPath | null = null;
  /** What the picture does, or will do once it is there; nothing where there will be none. */
  camera: { place(): CameraPlace | null; goTo(ids: string[]): void } | null = null;
  private readonly names = new Map<string, NodeName>();
  private listeners: Listener[] = [];
  private sayers: ((text: string) => void)[] = [];

  constructor(
    readonly about: About,
    readonly provider: Provider,
    public view: View,
  ) {
    this.stage = new Stage(provider.mostShown);
    this.types = new Map(about.types.map((type) => [type.name, type]));
    this.relations = new Map(about.relations.map((relation) => [relation.name, relation]));
    this.looks = looksOf(about);
    this.words = wordsOfLanguage(view.language);
    this.visible = visibleOf(this.stage, view, new Set(), new Set());
  }

  /** Calls `listener` after every change, until the shell is made anew. */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  onSay(sayer: (text: string) => void): void {
    this.sayers.push(sayer);
  }

  dropListeners(): void {
    this.listeners = [];
    this.sayers = [];
  }

  /** Changes the view or the stage and lets everything follow. */
  change(how: (view: View) => void = () => undefined): void {
    how(this.view);
    this.words = wordsOfLanguage(this.view.language);
    this.visible = visibleOf(this.stage, this.view, this.keptNodes(), this.keptEdges());
    for (const listener of this.listeners) listener();
    this.writeAddress();
  }

  /** Tells a person, and those who hear the page. */
  say(text: string): void {
    for (const sayer of this.sayers) sayer(text);
  }

  /** Adds to the stage; says so where that pushed others off. */
  put(part: Part): void {
    this.know(part.nodes);
    const gone = this.stage.add(part, this.keptNodes());
    if (gone > 0) this.say(`${this.words.made_room(gone)} ${this.words.bounded(this.provider.mostShown)}`);
  }

  know(names: Iterable<NodeName>): void {
    for (const name of names) this.names.set(name.id, name);
  }

  nameOf(id: string): string {
    return this.names.get(id)?.name ?? id;
  }

  typeOf(id: string): string {
    return this.names.get(id)?.type ?? "";
  }

  lookOf(type: string): Look {
    return this.looks.get(type) ?? UNKNOWN_LOOK;
  }

  typeLabel(name: string): string {
    const type = this.types.get(name);
    return (this.isInPackLanguage() ? type?.label : type?.label_en) || name;
  }

  relationLabel(name: string): string {
    const relation = this.relations.get(name);
    return (this.isInPackLanguage() ? relation?.label : relation?.label_en) || name;
  }

  edgeText(edge: { from: string; relation: string; to: string }): string {
    const arrow = this.relations.get(edge.relation)?.symmetric ? "↔" : "→";
    return `${this.nameOf(edge.from)} — ${this.relationLabel(edge.relation)} ${arrow} ${this.nameOf(edge.to)}`;
  }

  /** What a failed request means to a person. */
  failure(error: unknown): string {
    if (!(error instanceof ProviderError)) {
      console.error(error);
      return this.words.failed_page;
    }
    if (error.code === "refused") return this.words.failed_refused(error.message);
    return this.words[`failed_${error.code}`];
  }

  /** Does what takes time; a failure is told, not thrown. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.say(this.failure(error));
    }
  }

  /** The node in full where it is known, else what its name tells. */
  node(id: string): GraphNode {
    return this.stage.nodes.get(id) ?? { id, type: this.typeOf(id), name: this.nameOf(id), documents: 0, degree: 0 };
  }

  pathEdges(): GraphEdge[] {
    return this.path?.edges ?? [];
  }

  writeAddress(): void {
    const address = addressOf(this.view, this.camera?.place() ?? null);
    history.replaceState(null, "", `#${address}`);
  }

  private isInPackLanguage(): boolean {
    return this.view.language === this.about.pack.language;
  }

  private keptNodes(): Set<string> {
    const kept = new Set(this.view.pinned);
    const { selection, focus } = this.view;
    if (selection?.kind === "node") kept.add(selection.id);
    if (selection?.kind === "edge") kept.add(selection.key.from).add(selection.key.to);
    if (focus) kept.add(focus);
    for (const node of this.path?.nodes ?? []) kept.add(node.id);
    return kept;
  }

  private keptEdges(): Set<string> {
    const kept = new Set(this.pathEdges().map(keyOf));
    if (this.view.selection?.kind === "edge") kept.add(keyOf(this.view.selection.key));
    return kept;
  }
}
