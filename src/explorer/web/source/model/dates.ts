/** A period in days since 1970-01-01, both ends included. */
export interface Days {
  from: number;
  to: number;
}

const DAY = 86_400_000;

const dayNumber = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / DAY);
};

function daysOfOne(text: string): Days | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined) return null;
  if (month === undefined) return { from: dayNumber(year, 0, 1), to: dayNumber(year, 11, 31) };
  if (day === undefined) return { from: dayNumber(year, month - 1, 1), to: dayNumber(year, month, 0) };
  const exact = dayNumber(year, month - 1, day);
  return { from: exact, to: exact };
}

const known = new Map<string, Days | null>();

/** The days of a date in ISO 8601 of any precision, or of a period "FROM/TO". Nothing for what is no date. */
export function daysOf(text: string): Days | null {
  const days = known.get(text);
  if (days !== undefined) return days;
  const read = readDays(text);
  known.set(text, read);
  return read;
}

function readDays(text: string): Days | null {
  const [first = "", last] = text.split("/");
  const from = daysOfOne(first);
  const to = last === undefined ? from : daysOfOne(last);
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
}

/** A period as shortly as it can be said: "2021" for 2021-01-01 to 2021-12-31. Nothing where it has no days. */
export function shortest(first: string, last: string): string | null {
  const [from, to] = [daysOf(first), daysOf(last)];
  if (!from || !to) return null;
  return [first.slice(0, 4), first.slice(0, 7), first].find((text) => {
    const days = daysOf(text);
    return days?.from === from.from && days.to === to.to;
  }) ?? null;
}

export const touches = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;

export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const yearAndMonthOf = (day: number): { year: number; month: number } => {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
};

export type Unit = "day" | "month" | "year";

/** The first day of the unit that begins `steps` units after the one that holds `day`. */
export function unitStart(day: number, unit: Unit, steps = 0): number {
  if (unit === "day") return day + steps;
  const { year, month } = yearAndMonthOf(day);
  return unit === "month" ? dayNumber(year, month + steps, 1) : dayNumber(year + steps, 0, 1);
}
