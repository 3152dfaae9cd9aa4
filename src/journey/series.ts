import * as z from 'zod/mini';
import { NotEnoughDataError } from '../core/errors';
import { refuse } from '../core/refuse';
import { functionSchema } from '../core/schemas';
import { allOrNone, confidenceSchema } from './touchpoints';

/** How satisfied customers were at one time: a mean level, a share, a score on any scale. */
export interface Observation {
  readonly at: Date;
  readonly value: number;
  /** How many answers it is the mean of, above 0; given for all or for none. It weighs the levels to either side
   * of a break; ranks, and so directions and slopes, take no weights. */
  readonly n?: number | undefined;
}

/**
 * The season of a date, such as its month: values are compared within seasons alone. `place` counts the values
 * in order of time from 0, so that `(_, place) => String(place % 7)` takes every seventh for one season.
 */
export type SeasonOf = (at: Date, place: number) => string;

/** How sure to be, and what comes round. */
export interface TrendOptions {
  /** One season for all unless given. */
  readonly season?: SeasonOf | undefined;
  /** .95 unless given: of series without any trend, one in twenty is then called one. */
  readonly confidence?: number | undefined;
}

export const trendShape = { season: z.optional(functionSchema), confidence: confidenceSchema };

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

export const dayMs = 86_400_000;
const most = 5000;

/** Checks a series and puts it in order of time. */
export function readSeries(
  fn: string,
  series: readonly Observation[],
  season: SeasonOf = () => '',
): Series {
  if (!Array.isArray(series)) refuse(fn, 'series', series, 'an array of { at, value }');
  if (series.length > most) {
    const fewer = `at most ${most} values; take the mean of each week or month`;
    refuse(fn, 'series', series, fewer, 'out-of-range');
  }
  series.forEach((row, i) => {
    checkRow(fn, `series[${i}]`, row);
  });
  const weights = allOrNone(fn, 'series', 'n', series);
  const order = series.map((_, i) => i).sort((a, b) => +rowAt(series, a).at - +rowAt(series, b).at);
  const rows = order.map((i) => rowAt(series, i));
  rows.forEach(({ at }, i) => {
    if (+at !== +(rows[i - 1]?.at ?? Number.NaN)) return;
    const one = 'a date of its own; take the mean of the values that share one';
    refuse(fn, `series[${order[i]}].at`, at, one, 'ambiguous');
  });
  return {
    days: Float64Array.from(rows, ({ at }) => (+at - +rowAt(rows, 0).at) / dayMs),
    dates: rows.map(({ at }) => at),
    values: Float64Array.from(rows, ({ value }) => value),
    weights: Float64Array.from(order, (i) => weights[i] as number),
    seasons: seasonsOf(fn, rows, season),
  };
}

function rowAt(rows: readonly Observation[], i: number): Observation {
  return rows[i] as Observation;
}

function checkRow(fn: string, path: string, row: Observation): void {
  if (typeof row !== 'object' || row === null) refuse(fn, path, row, '{ at, value }', 'wrong-type');
  const { at, value, n } = row;
  if (!(at instanceof Date) || Number.isNaN(+at)) refuse(fn, `${path}.at`, at, 'a date');
  if (!Number.isFinite(value)) refuse(fn, `${path}.value`, value, 'a finite number');
  if (n !== undefined && !(Number.isFinite(n) && n > 0)) {
    refuse(fn, `${path}.n`, n, 'a number of answers above 0');
  }
}

function seasonsOf(fn: string, rows: readonly Observation[], season: SeasonOf) {
  const seasons = new Map<string, number[]>();
  rows.forEach(({ at }, place) => {
    const key: unknown = season(at, place);
    if (typeof key !== 'string') {
      refuse(fn, 'options.season', season, 'a function that returns text', 'wrong-type');
    }
    const places = seasons.get(key);
    if (places) places.push(place);
    else seasons.set(key, [place]);
  });
  const all = [...seasons.values()];
  const available = all.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
  if (available < 4) {
    const counts = { needed: 4, available };
    const purpose = 'a trend, counting seasons that come twice';
    throw new NotEnoughDataError({ function: fn, path: 'series' }, counts, purpose);
  }
  return all;
}
