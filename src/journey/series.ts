import * as z from 'zod/mini';
import { dayMs } from '../core/time-units';
import { dateSchema } from '../input/date';
import { read } from '../input/read';
import { notEnough, refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { confidenceSchema, functionSchema } from '../input/schemas';
import { tied } from '../numerics/nearly';
import { allOrNone } from './touchpoints';

/** How satisfied customers were at one time: a mean level, a share, a score on any scale. */
export interface Observation {
  readonly at: Date;
  /** From -1e9 to 1e9. */
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

// Bounded, so that no square of a value or a weight exceeds what a number can hold.
const valueText = 'a number from -1e9 to 1e9';
const answersText = 'a number of answers above 0, up to 1e9';
const fewerText = 'at most 5000 values; take the mean of each week or month';
const seriesSchema = z
  .array(
    rowOf({
      at: dateSchema,
      value: z.number(valueText).check(z.gte(-1e9, valueText), z.lte(1e9, valueText)),
      n: z.optional(z.number(answersText).check(z.gt(0, answersText), z.lte(1e9, answersText))),
    }),
  )
  .check(z.maxLength(5000, fewerText));

/** Checks a series and puts it in order of time. */
export function readSeries(series: readonly Observation[], season: SeasonOf = () => ''): Series {
  read(seriesSchema, series, 'series');
  const weights = allOrNone('series', 'n', series);
  const rows = series
    .map(({ at, value }, i) => ({ at, value, i, weight: weights[i] as number }))
    .sort((a, b) => +a.at - +b.at);
  const first = +(rows[0]?.at ?? 0);
  const days = Float64Array.from(rows, ({ at }) => (+at - first) / dayMs);
  rows.forEach(({ at, i }, place) => {
    if (days[place] !== days[place - 1]) return;
    const one = 'a date of its own; take the mean of the values that share one';
    refuse(`series[${i}].at`, at, one, 'ambiguous');
  });
  const values = Float64Array.from(rows, ({ value }) => value);
  return {
    days,
    dates: rows.map(({ at }) => at),
    // Means of the same answers differ in the last bits where they were added up in another order.
    values: tied(values, Math.max(...values.map(Math.abs))),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    seasons: seasonsOf(rows, season),
  };
}

function seasonsOf(rows: readonly Observation[], season: SeasonOf) {
  const seasons = new Map<string, number[]>();
  rows.forEach(({ at }, place) => {
    const key: unknown = season(at, place);
    if (typeof key !== 'string') {
      refuse('options.season', season, 'a function that returns text', 'wrong-type');
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
    notEnough('series', counts, purpose);
  }
  return all;
}
