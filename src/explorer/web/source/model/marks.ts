import type { EvidencePart, Place, Quotation } from "./evidence";

/**
 * A quotation counts bytes of UTF-8 from the start of its document, a string of ours counts units of UTF-16. To mark words,
 * the sentence is cut at every border of a part: "Bộ trưởng" at bytes 2866 to 2880 of a sentence from byte 2866 is its
 * first nine units, for "ộ" and "ư" and "ở" are seven bytes. Parts may overlap; a piece then has several roles.
 */

export type Mark = "trigger" | "from" | "to" | "attribute" | "antecedent";

export interface Piece {
  text: string;
  marks: Mark[];
}

interface MarkedPlace extends Place {
  mark: Mark;
}

export const markOf = (role: string): Mark => (role === "trigger" || role === "from" || role === "to" ? role : "attribute");

const bytesOf = (codePoint: number): number => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);

/** Index into `text` of each of the given bytes, which ascend and count from its start; within a letter, of that letter. */
function indicesOf(text: string, bytes: number[]): number[] {
  const indices: number[] = [];
  let byte = 0;
  let index = 0;
  for (const wanted of bytes) {
    while (index < text.length) {
      const codePoint = text.codePointAt(index) ?? 0;
      const next = byte + bytesOf(codePoint);
      if (next > wanted) break;
      byte = next;
      index += codePoint > 0xffff ? 2 : 1;
    }
    indices.push(index);
  }
  return indices;
}

/** A text that starts at byte `start` of its document, in pieces that each have the same marks throughout. */
export function piecesOf(text: string, start: number, places: MarkedPlace[]): Piece[] {
  const length = new TextEncoder().encode(text).length;
  const within = places
    .map(({ mark, start: from, end }) => ({ mark, start: from - start, end: end - start }))
    .filter((place) => place.start >= 0 && place.end <= length && place.start < place.end);
  const borders = [...new Set([0, length, ...within.flatMap((place) => [place.start, place.end])])].sort((a, b) => a - b);
  const indices = indicesOf(text, borders);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < borders.length; i += 1) {
    const [from = 0, to = 0] = [borders[i], borders[i + 1]];
    const piece = text.slice(indices[i], indices[i + 1]);
    const marks = new Set(within.filter((place) => place.start <= from && to <= place.end).map((place) => place.mark));
    if (piece) pieces.push({ text: piece, marks: [...marks] });
  }
  return pieces;
}

const placeOf = (part: EvidencePart): MarkedPlace[] =>
  part.start === undefined || part.end === undefined ? [] : [{ mark: markOf(part.role), start: part.start, end: part.end }];

/** The sentences of a quotation with its parts and whatever they stand for, as far as it stands there too. */
export function quotationPieces(quotation: Quotation): Piece[] {
  const antecedents = quotation.parts.flatMap((part) => part.antecedents ?? []);
  const places = [
    ...quotation.parts.flatMap(placeOf),
    ...antecedents.map(({ start, end }) => ({ mark: "antecedent" as const, start, end })),
  ];
  return piecesOf(quotation.sentence.text, quotation.sentence.start, places);
}

/** What a reference stands for, as far as it stands in one place, and the roles that it fills there. */
export interface Understanding {
  roles: string[];
  words: string;
  via: string;
  meant: { words: string[]; /** None where the quotation shows it already. */ context: Piece[] | null }[];
}

export function understandingsOf(quotation: Quotation): Understanding[] {
  const told = new Map<string, Understanding>();
  for (const part of quotation.parts) {
    if (!part.via && !part.antecedents?.length) continue;
    const key = JSON.stringify([part.start, part.via, part.antecedents?.map(({ start, end }) => [start, end])]);
    const known = told.get(key);
    if (known) known.roles.push(part.role);
    else told.set(key, { roles: [part.role], words: part.words ?? "", via: part.via ?? "", meant: meantBy(part, quotation) });
  }
  return [...told.values()];
}

function meantBy(part: EvidencePart, quotation: Quotation): Understanding["meant"] {
  const bySentence = new Map<number, NonNullable<EvidencePart["antecedents"]>>();
  for (const each of part.antecedents ?? []) {
    bySentence.set(each.sentence.start, [...(bySentence.get(each.sentence.start) ?? []), each]);
  }
  return [...bySentence.values()].map((group) => {
    const sentence = group[0]?.sentence;
    const isShown = !sentence || sentence.start === quotation.sentence.start;
    const places = group.map(({ start, end }) => ({ mark: "antecedent" as const, start, end }));
    return {
      words: group.map((each) => each.words),
      context: isShown ? null : piecesOf(sentence.text, sentence.start, places),
    };
  });
}
