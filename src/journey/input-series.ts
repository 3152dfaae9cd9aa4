import * as z from 'zod/mini';
import { checkUnits, dateSchema } from '../input/date';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { breakShape } from './input';
import { allOrNone } from './input-weights';
import type { Observation, SeriesRow } from './series';

// Bounded, so that no square of a value or a weight exceeds what a number can hold.
const valueText = 'a number from -1e9 to 1e9';
const answersText = 'a number of answers above 0, up to 1e9';
const fewerText = 'at most 5000 values; take the mean of each week or month';
const rowsSchema = once(() =>
  z
    .array(
      rowOf({
        at: dateSchema,
        value: z.number(valueText).check(z.gte(-1e9, valueText), z.lte(1e9, valueText)),
        n: z.optional(z.number(answersText).check(z.gt(0, answersText), z.lte(1e9, answersText))),
      }),
    )
    .check(z.maxLength(5000, fewerText)),
);

/** A series in order of time, one value to a date. */
export const seriesSchema = once(() =>
  readWith((series: readonly Observation[]): readonly SeriesRow[] => {
    const given = read(rowsSchema, series);
    checkUnits(given.map(({ at }, i) => [`[${i}].at`, at]));
    const weights = allOrNone('n', given);
    const rows = given
      .map(({ at, value }, place) => ({ at, value, weight: weights[place] as number, place }))
      .sort((a, b) => +a.at - +b.at);
    rows.forEach(({ at, place }, i) => {
      if (+at !== +(rows[i - 1]?.at ?? Number.NaN)) return;
      const one = 'a date of its own; take the mean of the values that share one';
      refuse(`[${place}].at`, at, one, 'ambiguous');
    });
    return rows;
  }),
);

const lagText = 'a number of days of at least 0';
export const reviewSchema = once(() =>
  z.strictObject({
    ...breakShape,
    events: z._default(z.array(rowOf({ at: dateSchema, what: z.string() })), []),
    lag: z._default(z.number(lagText).check(z.gte(0, lagText)), 0),
  }),
);
