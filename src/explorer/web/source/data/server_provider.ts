import type { Card, FoundName } from "../model/card";
import type { Evidence } from "../model/evidence";
import type { About, EdgeKey, GraphEdge, Part } from "../model/graph";
import { ProviderError, type FoundPath, type NeighbourPage, type NeighbourQuery, type Provider } from "./provider";

const START_NODES = 200;
/** Ids are ASCII. */
const LIST_BYTES = 5000;

type Parameters = Record<string, string | number | undefined>;

/** Everything from the server that the page itself came from. */
export class ServerProvider implements Provider {
  readonly mostShown = 5000;

  constructor(private readonly token: string) {}

  about(): Promise<About> {
    return this.get<About>("about", {});
  }

  start(): Promise<Part> {
    return this.get<Part>("start", { limit: START_NODES });
  }

  async search(text: string, limit: number): Promise<FoundName[]> {
    return (await this.get<{ names: FoundName[] }>("search", { q: text, limit })).names;
  }

  card(id: string): Promise<Card> {
    return this.get<Card>("node", { id });
  }

  neighbours(query: NeighbourQuery): Promise<NeighbourPage> {
    const { id, relation, direction, limit, after } = query;
    return this.get<NeighbourPage>("neighbours", { id, relation, direction, limit, after });
  }

  async edgesAmong(fresh: readonly string[], others: Iterable<string>): Promise<GraphEdge[]> {
    const isFresh = new Set(fresh);
    let rest = [...others].filter((id) => !isFresh.has(id));
    const parts: Promise<Part>[] = [];
    for (const of of lists(fresh)) {
      for (const other of rest.length > 0 ? lists(rest) : [undefined]) {
        parts.push(this.get<Part>("edges", { of, with: other }));
      }
      rest = [...rest, ...of.split(" ")];
    }
    return (await Promise.all(parts)).flatMap((part) => part.edges);
  }

  path(from: string, to: string): Promise<FoundPath> {
    return this.get<FoundPath>("path", { from, to });
  }

  evidence(key: EdgeKey, limit: number): Promise<Evidence> {
    return this.get<Evidence>("evidence", { from: key.from, relation: key.relation, to: key.to, limit });
  }

  private async get<Answer>(what: string, parameters: Parameters): Promise<Answer> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) query.set(name, String(value));
    }
    let response: Response;
    try {
      response = await fetch(`api/${what}?${query.toString()}`, {
        headers: { Authorization: `Bearer ${this.token}` },
        cache: "no-store",
      });
    } catch {
      throw new ProviderError("unreachable", what);
    }
    if (response.ok) return (await response.json()) as Answer;
    const code = response.status === 401 ? "unauthorized" : response.status === 404 ? "not_found" : "refused";
    throw new ProviderError(code, await messageOf(response));
  }
}

/** The ids between blanks, in lists that the server takes. */
function lists(ids: readonly string[]): string[] {
  const all: string[] = [];
  for (const id of ids) {
    const last = all.at(-1);
    if (last === undefined || last.length + 1 + id.length > LIST_BYTES) all.push(id);
    else all[all.length - 1] = `${last} ${id}`;
  }
  return all;
}

async function messageOf(response: Response): Promise<string> {
  try {
    const { error } = (await response.json()) as { error: { message: string } };
    return error.message;
  } catch {
    return String(response.status);
  }
}
