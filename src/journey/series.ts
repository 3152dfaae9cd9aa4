import { dayMs } from '../core/time-units';
import type { DateInput } from '../input/date';
import { notEnough, refuse } from '../input/refusal';
import { tied } from '../numerics/nearly';

/** How satisfied customers were at one time: a mean level, a share, a score on any scale. */
export interface Observation {
  /** When it was seen: a `Date`, milliseconds, text with an offset, or an instant of Temporal. */
  readonly at: DateInput;
  /** From -1e9 to 1e9. */
  readonly value: number;
  /** How many answers it is the mean of, above 0; given for all or for none. It weighs the levels to either side
   * of a break; ranks, and so directions and slopes, take no weights. */
  readonly n?: number | undefined;
}

/**
 * The season of a date, such as its month: values are compared within seasons alone. `place` counts the values
 * in order of time from 0, so that `(_, place) => String(place % 7)` takes every seventh for one season.
 *
 * @inline
 */
export type SeasonOf = (at: Date, place: number) => string;

/** How sure to be, and what comes round. */
export interface TrendOptions {
  /** One season for all unless given. */
  readonly season?: SeasonOf | undefined;
  /** .95 unless given: of series without any trend, one in twenty is then called one. */
  readonly confidence?: number | undefined;
}

/** An observation as read. */
export interface SeriesRow {
  readonly at: Date;
  readonly value: number;
  readonly weight: number;
}

/** A series in columns, in order of time. */
export interface Series {
  /** Since the first value; whole and broken days of 24 hours, whatever clocks do. */
  readonly days: Float64Array;
  readonly dates: readonly Date[];
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** The places of each season's values. */
  readonly seasons: readonly (readonly number[])[];
}

/** Puts rows in order of time into columns, with their seasons. */
export function seriesOf(rows: readonly SeriesRow[], season: SeasonOf = () => ''): Series {
  const first = +(rows[0]?.at ?? 0);
  const values = Float64Array.from(rows, ({ value }) => value);
  return {
    days: Float64Array.from(rows, ({ at }) => (+at - first) / dayMs),
    dates: rows.map(({ at }) => at),
    // Means of the same answers differ in the last bits where they were added up in another order.
    values: tied(values, Math.max(...values.map(Math.abs))),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    seasons: seasonsOf(rows, season),
  };
}

function seasonsOf(rows: readonly SeriesRow[], season: SeasonOf) {
  const seasons = new Map<string, number[]>();
  rows.forEach(({ at }, place) => {
    // A copy, which the caller may set to another date.
    const key: unknown = season(new Date(at), place);
    if (typeof key !== 'string') {
      refuse('options.season', season, 'a function that returns text', 'wrong-type');
    }
    const places = seasons.get(key);
    if (places) places.push(place);
    else seasons.set(key, [place]);
  });
  const all = [...seasons.values()];
  const available = all.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
  // Three values rise throughout by chance once in six times: no p could be small.
  if (available < 4) {
    const counts = { needed: 4, available };
    const purpose = 'a trend, counting seasons that come twice';
    notEnough('series', counts, purpose);
  }
  return all;
}
