import { isoOf, unitStart, yearAndMonthOf, type Days, type Unit } from "../model/dates";
import type { GraphEdge } from "../model/graph";
import { periodsOf } from "../model/visible";

export interface Bin extends Days {
  count: number;
  label: string;
}

export interface Histogram {
  unit: Unit;
  bins: Bin[];
  undated: number;
}

const MOST_BINS = 80;
/** Years before and after which a date is taken for a slip and shown in the outermost bin. */
const MOST_YEARS = 200;

function unitFor(span: Days): Unit {
  const days = span.to - span.from;
  if (days <= MOST_BINS) return "day";
  return days <= MOST_BINS * 30 ? "month" : "year";
}

function labelOf(day: number, unit: Unit): string {
  const { year, month } = yearAndMonthOf(day);
  if (unit === "year") return String(year);
  return unit === "month" ? `${year}-${String(month + 1).padStart(2, "0")}` : isoOf(day);
}

/** The days that an edge counts on: those of an act, and of a state the first on which it is seen, or it would fill every bin. */
function countedDays(edge: GraphEdge): Days[] {
  const periods = periodsOf(edge);
  return edge.first || edge.last ? periods.map(({ from }) => ({ from, to: from })) : periods;
}

/** Edges by the units of time that they count in; the unit is the finest that gives few enough bins. */
export function histogramOf(edges: GraphEdge[]): Histogram {
  const periods = edges.map(countedDays);
  const dated = periods.flat();
  const undated = periods.filter((each) => each.length === 0).length;
  const first = dated.reduce((least, days) => Math.min(least, days.from), Infinity);
  const last = dated.reduce((most, days) => Math.max(most, days.to), -Infinity);
  if (dated.length === 0) return { unit: "year", bins: [], undated };
  const unit = unitFor({ from: first, to: last });
  const bins: Bin[] = [];
  const from = Math.max(first, last - MOST_YEARS * 366);
  for (let day = unitStart(from, unit); day <= last; day = unitStart(day, unit, 1)) {
    bins.push({ from: day, to: unitStart(day, unit, 1) - 1, count: 0, label: labelOf(day, unit) });
  }
  for (const days of periods) {
    const touched = new Set<Bin>();
    for (const period of days) {
      for (let i = placeOf(bins, period.from); i < bins.length; i += 1) {
        const bin = bins[i];
        if (!bin || bin.from > period.to) break;
        touched.add(bin);
      }
    }
    for (const bin of touched) bin.count += 1;
  }
  return { unit, bins, undated };
}

/** The place of the bin that holds a day, the first or last where none does. */
export function placeOf(bins: readonly Bin[], day: number): number {
  let low = 0;
  let high = bins.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bins[middle]?.to ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return Math.max(low, 0);
}
