import { STATUSES, type About, type GraphEdge, type GraphNode } from "../model/graph";

/** The element script#quanhe-graph: a value for each node or edge in every array. */
export interface GraphFile {
  format: number;
  about: About;
  nodes: {
    id: string[];
    type: number[];
    name: string[];
    documents: number[];
    degree: number[];
    x: number[];
    y: number[];
    aliases: (string[] | null)[];
  };
  edges: {
    from: number[];
    relation: number[];
    to: number[];
    status: string[];
    statements: number[];
    documents: number[];
    sources: number[];
    confidence: number[];
    dates: (string[] | null)[];
    first?: (string | null)[];
    last?: (string | null)[];
    values?: (string[] | null)[];
    judgement?: (string | null)[];
  };
}

const NONE: string[] = [];

export function nodesOf(file: GraphFile): GraphNode[] {
  const { id, type, name, documents, degree, x, y } = file.nodes;
  return id.map((each, i) => ({
    id: each,
    type: file.about.types[type[i] ?? -1]?.name ?? "",
    name: name[i] ?? "",
    documents: documents[i] ?? 0,
    degree: degree[i] ?? 0,
    x: x[i] ?? 0,
    y: y[i] ?? 0,
  }));
}

export function edgesOf(file: GraphFile): GraphEdge[] {
  const columns = file.edges;
  return columns.from.map((from, i) => {
    const edge: GraphEdge = {
      from: file.nodes.id[from] ?? "",
      relation: file.about.relations[columns.relation[i] ?? -1]?.name ?? "",
      to: file.nodes.id[columns.to[i] ?? -1] ?? "",
      status: STATUSES.find((status) => status === columns.status[i]) ?? "happened",
      statements: columns.statements[i] ?? 0,
      documents: columns.documents[i] ?? 0,
      sources: columns.sources[i] ?? 0,
      confidence: columns.confidence[i] ?? 0,
      dates: columns.dates[i] ?? NONE,
      values: columns.values?.[i] ?? NONE,
    };
    const first = columns.first?.[i];
    const last = columns.last?.[i];
    const judgement = columns.judgement?.[i];
    if (first) edge.first = first;
    if (last) edge.last = last;
    if (judgement === "confirmed") edge.judgement = judgement;
    return edge;
  });
}
