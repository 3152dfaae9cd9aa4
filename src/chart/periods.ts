import { dayMs } from '../core/time-units';
import type { ChartChannel } from './spec';

/** The axis of periods, and where each stands on it. */
export interface Periods {
  /** Whether the keys are days, weeks or months, which have dates; others stand side by side. */
  readonly dated: boolean;
  readonly x: ChartChannel;
  /** The keys in order; with dates those too that lie between and have no row. */
  readonly keys: readonly string[];
  /** The middle of a period, moved by a share of its length; the key itself where it has no date. */
  readonly placeOf: (key: string, moved?: number) => string;
}

const calendars = [
  {
    length: 7,
    format: '%Y-%m',
    what: 'Month',
    next: monthAfter,
    only: () => true,
  },
  {
    length: 10,
    format: '%G-W%V',
    what: 'Week',
    next: (at: number) => at + 7 * dayMs,
    only: isMonday,
  },
  {
    length: 10,
    format: '%Y-%m-%d',
    what: 'Day',
    next: (at: number) => at + dayMs,
    only: () => true,
  },
];

/** Most periods that are filled in between: a date far from all others is a slip, not a gap. */
const most = 5000;

/** What `byMonth`, `byWeek` and `byDay` call periods; weeks are labelled by ISO year and week. */
export function periodsOf(given: readonly string[], other: string): Periods {
  const keys = [...new Set(given)].sort();
  const starts = keys.map((key) => startOf(key));
  const calendar = calendars.find(
    ({ length, only }) =>
      keys.every((key) => key.length === length) &&
      starts.every((at) => !Number.isNaN(at) && only(at)),
  );
  if (calendar === undefined) {
    const x = {
      field: 'period',
      type: 'nominal',
      title: other,
      sort: null,
      axis: { labelAngle: 0 },
    } as const;
    return { dated: false, x, keys, placeOf: (key) => key };
  }
  const { length, next, format, what } = calendar;
  const filled: string[] = [];
  const last = starts.at(-1) as number;
  for (let at = starts[0] as number; at <= last && filled.length < most; at = next(at)) {
    filled.push(new Date(at).toISOString().slice(0, length));
  }
  const middle = (key: string, moved = 0) => {
    const at = startOf(key);
    return at + (0.5 + moved) * (next(at) - at);
  };
  const all = filled.length < most ? filled : keys;
  const ticks = all.map((key) => middle(key));
  return {
    dated: true,
    x: {
      field: 'period',
      type: 'temporal',
      title: what,
      scale: { type: 'utc', padding: 12 },
      axis: { format, values: ticks, labelOverlap: 'greedy', grid: false },
    },
    keys: all,
    placeOf: (key, moved) => new Date(middle(key, moved)).toISOString(),
  };
}

/** The first moment of a day or month, as if its zone were UTC; NaN for what is none. */
function startOf(key: string): number {
  const at = /^\d/.test(key) ? Date.parse(`${key}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(key) ? at : Number.NaN;
}

function isMonday(at: number): boolean {
  return new Date(at).getUTCDay() === 1;
}

function monthAfter(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
