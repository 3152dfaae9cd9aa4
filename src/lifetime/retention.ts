import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { periodsSchema, retentionSchema } from './input';
import type { LifetimeNotes } from './notes';
import type { highEndRetention } from './published';
import { retentionRates } from './shifted-beta-geometric';

/** How a cohort of customers with a contract goes on. */
export interface RetentionForecast extends LifetimeNotes {
  /** The share of today's customers still there after the next renewal, the one after it, and so on. */
  readonly survival: readonly number[];
  /** At each of these renewals, the share of those still there who renew; it rises with age. */
  readonly retention: readonly number[];
}

const optionsSchema = once(() =>
  z.strictObject({
    periods: periodsSchema,
    renewals: z.optional(z.int().check(z.gte(0, 'a whole number of renewals, 0 or more'))),
  }),
);

/**
 * How many of today's customers with a contract will still be there after each of the next renewals, by the
 * sBG model: of those with t renewals behind them, `(b + t) / (a + b + t)` make the next one too.
 *
 * @param model what {@link fitRetention} found
 * @param options `periods`, how many renewals ahead, 1 to 10,000; `renewals`, how many the customers have behind them,
 *   a whole number, 0 unless given, for new ones
 * @throws InvalidInputError for options off their range, or numbers no such model has
 * @example
 * ```ts
 * import { forecastRetention, highEndRetention } from 'overdeliver/lifetime';
 *
 * const { survival } = forecastRetention(highEndRetention, { periods: 12 });
 * survival.slice(7); // => [0.460, 0.436, 0.414, 0.395, 0.378]
 * const loyal = forecastRetention(highEndRetention, { periods: 2, renewals: 7 });
 * loyal.retention; // => [0.942, 0.946]
 * ```
 */
export function forecastRetention(
  model: typeof highEndRetention,
  options: { readonly periods: number; readonly renewals?: number | undefined },
): RetentionForecast {
  return door('forecastRetention', () => {
    const { values, notes } = read(retentionSchema, model, 'model');
    const { periods, renewals = 0 } = read(optionsSchema, options, 'options');
    const retention = retentionRates(values, renewals, periods);
    let share = 1;
    const survival = retention.map((rate) => {
      share *= rate;
      return share;
    });
    return { survival, retention, ...notes };
  });
}
