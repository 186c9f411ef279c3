import type { Direction } from "./graph";

export interface NodeName {
  id: string;
  type: string;
  name: string;
}

/** A state that leads from a node, such as an office, with its period as far as it is told. */
export interface CardState {
  first?: string;
  last?: string;
  relation: string;
  node: NodeName;
  values: string[];
  status: string;
}

export interface CardRelation {
  relation: string;
  direction: Direction;
  nodes: number;
  statements: number;
}

export interface Card {
  node: NodeName;
  documents: number;
  degree: number;
  aliases: string[];
  states: CardState[];
  relations: CardRelation[];
}

export interface FoundName extends NodeName {
  matched: string;
  documents: number;
}
