/** Text without letter case and diacritics, as people type who are in a hurry. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text holds all the words, the last of them perhaps only begun. `folded` is a result of `foldedWords`. */
export function holdsWords(folded: string, words: string[]): boolean {
  const last = words.length - 1;
  return words.every((word, i) => folded.includes(i === last ? ` ${word}` : ` ${word} `));
}

/** Names are made of few words, each of which stands in many. */
const known = new Map<string, string>();

function foldedWord(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = wordsOf(word).join(" ");
  known.set(word, folded);
  return folded;
}

/** The words of a name, each between blanks. */
export const foldedWords = (name: string): string => ` ${name.split(/\s+/).map(foldedWord).filter(Boolean).join(" ")} `;
