/** Quotations as `quanhe why --format json` writes them: all places are bytes of the document's original text. */

export interface Place {
  start: number;
  end: number;
}

export interface Sentence extends Place {
  text: string;
}

export interface Antecedent extends Place {
  words: string;
  sentence: Sentence;
}

export interface EvidencePart {
  role: string;
  start?: number;
  end?: number;
  words?: string;
  via?: string;
  antecedents?: Antecedent[];
}

export interface SourceDocument {
  id: string;
  date: string;
  date_basis: string;
  title: string;
  url: string;
  /** The document that stands for all near-copies of one text. */
  source: string;
}

export interface Quotation extends Place {
  document: SourceDocument;
  status: string;
  rule: string;
  confidence: number;
  attributes: Record<string, string | string[]>;
  quote: string;
  sentence: Sentence;
  parts: EvidencePart[];
}

export interface Judgement {
  decision: "confirmed" | "rejected";
  because?: string;
  who?: string;
  when?: string;
}

export interface Evidence {
  judgement?: Judgement;
  evidence: Quotation[];
  total: number;
}
