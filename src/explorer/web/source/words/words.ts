import { shortest } from "../model/dates";
import type { Status } from "../model/graph";
import type { Language } from "../model/view";
import { en, type Words } from "./en";
import { vi } from "./vi";

export type { Words };

export const wordsOfLanguage = (language: Language): Words => (language === "vi" ? vi : en);

export const browserLanguage = (): Language =>
  navigator.languages.some((each) => each.toLowerCase().startsWith("vi")) ? "vi" : "en";

export function statusWord(words: Words, status: string): string {
  const known: Record<Status, string> = {
    happened: words.status_happened,
    reported: words.status_reported,
    planned: words.status_planned,
    requested: words.status_requested,
    denied: words.status_denied,
  };
  return known[status as Status] ?? status;
}

/** Thousandths as people read them: "0.90", or "0,90" in Vietnamese. */
export const confidenceText = (language: Language, thousandths: number): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(thousandths / 1000);

/** "2021", "2019-03-01 to 2021-06-07", or from or to an end that nobody told. */
export const periodText = (words: Words, first: string | undefined, last: string | undefined): string =>
  shortest(first ?? "", last ?? "") ?? words.since_to(first || "…", last || "…");

export const numberText = (language: Language, value: number): string => new Intl.NumberFormat(language).format(value);
