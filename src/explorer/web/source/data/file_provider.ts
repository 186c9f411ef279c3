import type { Card, CardRelation, FoundName } from "../model/card";
import type { Evidence } from "../model/evidence";
import { foldedWords, holdsWords, wordsOf } from "../model/fold";
import { keyOf, otherEnd, type About, type Direction, type EdgeKey, type GraphEdge, type GraphNode, type Part, type Relation } from "../model/graph";
import { Adjacency, shortestPath } from "./adjacency";
import { edgesOf, nodesOf, type GraphFile } from "./columns";
import type { EvidenceLines } from "./evidence_lines";
import { ProviderError, type FoundPath, type NeighbourPage, type NeighbourQuery, type Provider } from "./provider";

interface SearchName {
  node: GraphNode;
  name: string;
  folded: string;
  isAlias: boolean;
}

/** Everything from the columns that the file holds. */
export class FileProvider implements Provider {
  readonly mostShown = Infinity;
  private readonly nodes: GraphNode[];
  private readonly edges: GraphEdge[];
  private readonly nodeById: Map<string, GraphNode>;
  private readonly relations: Map<string, Relation>;
  private readonly relationOrder: Map<string, number>;
  private known: Adjacency | null = null;
  private names: SearchName[] | null = null;
  private lineByKey: Map<string, number> | null = null;

  constructor(
    private readonly file: GraphFile,
    private readonly lines: EvidenceLines,
  ) {
    this.nodes = nodesOf(file);
    this.edges = edgesOf(file);
    this.nodeById = new Map(this.nodes.map((node) => [node.id, node]));
    this.relations = new Map(file.about.relations.map((relation) => [relation.name, relation]));
    this.relationOrder = new Map(file.about.relations.map((relation, i) => [relation.name, i]));
  }

  private get adjacency(): Adjacency {
    this.known ??= new Adjacency(this.edges);
    return this.known;
  }

  about(): Promise<About> {
    return Promise.resolve(this.file.about);
  }

  start(): Promise<Part> {
    return Promise.resolve({ nodes: this.nodes, edges: this.edges });
  }

  search(text: string, limit: number): Promise<FoundName[]> {
    const words = wordsOf(text);
    if (words.length === 0) return Promise.resolve([]);
    const found = new Map<string, { name: SearchName; rank: number }>();
    for (const name of this.searchNames()) {
      if (!holdsWords(name.folded, words)) continue;
      const rank = rankOf(name, words, text);
      const known = found.get(name.node.id);
      if (!known || rank < known.rank) found.set(name.node.id, { name, rank });
    }
    const best = [...found.values()].sort(
      (a, b) =>
        a.rank - b.rank || b.name.node.documents - a.name.node.documents || b.name.node.degree - a.name.node.degree,
    );
    return Promise.resolve(
      best.slice(0, limit).map(({ name: { node, name } }) => ({
        id: node.id,
        type: node.type,
        name: node.name,
        matched: name,
        documents: node.documents,
      })),
    );
  }

  card(id: string): Promise<Card> {
    const node = this.nodeById.get(id);
    if (!node) return Promise.reject(new ProviderError("not_found", id));
    const edges = this.adjacency.of(id);
    return Promise.resolve({
      node,
      documents: node.documents,
      degree: node.degree,
      aliases: this.file.nodes.aliases[this.nodes.indexOf(node)] ?? [],
      states: edges.filter((edge) => edge.from === id && this.relations.get(edge.relation)?.state).flatMap((edge) => {
        const other = this.nodeById.get(edge.to);
        if (!other) return [];
        const state = { relation: edge.relation, node: other, values: edge.values ?? [], status: edge.status };
        return [{ ...state, ...(edge.first ? { first: edge.first } : {}), ...(edge.last ? { last: edge.last } : {}) }];
      }),
      relations: this.relationsOf(id, edges),
    });
  }

  neighbours(query: NeighbourQuery): Promise<NeighbourPage> {
    const edgesByNode = new Map<string, GraphEdge[]>();
    for (const edge of this.adjacency.of(query.id)) {
      if (query.relation && edge.relation !== query.relation) continue;
      if (query.direction && this.directionOf(edge, query.id) !== query.direction) continue;
      const other = otherEnd(edge, query.id);
      edgesByNode.set(other, [...(edgesByNode.get(other) ?? []), edge]);
    }
    const nodes = [...edgesByNode.keys()].flatMap((id) => this.nodeById.get(id) ?? []);
    nodes.sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
    const from = Number(query.after ?? 0);
    const page = nodes.slice(from, from + query.limit);
    return Promise.resolve({
      nodes: page,
      edges: page.flatMap((node) => edgesByNode.get(node.id) ?? []),
      next: from + query.limit < nodes.length ? String(from + query.limit) : null,
    });
  }

  edgesAmong(fresh: readonly string[]): Promise<GraphEdge[]> {
    return Promise.resolve(fresh.flatMap((id) => this.adjacency.of(id)));
  }

  path(from: string, to: string): Promise<FoundPath> {
    const passes = (edge: GraphEdge): boolean =>
      edge.status !== "denied" && edge.status !== "requested";
    const ids = shortestPath(this.adjacency, from, to, passes);
    const steps = ids.slice(1).flatMap((id, i) =>
      this.adjacency.of(id).filter((edge) => passes(edge) && otherEnd(edge, id) === ids[i]),
    );
    return Promise.resolve({ nodes: ids.flatMap((id) => this.nodeById.get(id) ?? []), edges: steps, cut: false });
  }

  async evidence(key: EdgeKey): Promise<Evidence> {
    this.lineByKey ??= new Map(this.edges.map((edge, i) => [keyOf(edge), i]));
    const line = this.lineByKey.get(keyOf(key));
    if (line === undefined) throw new ProviderError("not_found", key.relation);
    if (this.lines.isEmpty) return { evidence: [], total: this.edges[line]?.statements ?? 0 };
    return (await this.lines.line(line)) as Evidence;
  }

  private directionOf(edge: GraphEdge, id: string): Direction {
    if (this.relations.get(edge.relation)?.symmetric) return "both";
    return edge.from === id ? "out" : "in";
  }

  private relationsOf(id: string, edges: readonly GraphEdge[]): CardRelation[] {
    const groups = new Map<string, CardRelation & { others: Set<string> }>();
    for (const edge of edges) {
      const direction = this.directionOf(edge, id);
      const key = `${direction} ${edge.relation}`;
      const group = groups.get(key) ?? { relation: edge.relation, direction, nodes: 0, statements: 0, others: new Set<string>() };
      group.others.add(otherEnd(edge, id));
      group.nodes = group.others.size;
      group.statements += edge.statements;
      groups.set(key, group);
    }
    const place = (group: CardRelation): number => this.relationOrder.get(group.relation) ?? 0;
    return [...groups.values()].sort((a, b) => place(a) - place(b) || (a.direction < b.direction ? 1 : -1));
  }

  private searchNames(): SearchName[] {
    this.names ??= this.nodes.flatMap((node, i) => {
      const aliases = this.file.nodes.aliases[i] ?? [];
      return [node.name, ...aliases].map((name, at) => ({ node, name, folded: foldedWords(name), isAlias: at > 0 }));
    });
    return this.names;
  }
}

/** What comes first: the very name, its beginning, a name rather than an alias, the diacritics of the question. */
function rankOf(name: SearchName, words: string[], text: string): number {
  const asked = ` ${words.join(" ")}`;
  const like = name.folded === `${asked} ` ? 0 : name.folded.startsWith(asked) ? 4 : 8;
  const exact = name.name.toLowerCase().includes(text.trim().toLowerCase()) ? 0 : 1;
  return like + (name.isAlias ? 2 : 0) + exact;
}
