import * as z from 'zod/mini';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { type LifetimeNotes, readModel } from './fitted-model';
import { periodsSchema } from './limits';
import type { RetentionParameter } from './models';
import { highEndRetention } from './published';
import { retentionRates } from './shifted-beta-geometric';

/** How a cohort of customers with a contract goes on. */
export interface RetentionForecast extends LifetimeNotes {
  /** The share of today's customers still there after the next renewal, the one after it, and so on. */
  readonly survival: readonly number[];
  /** At each of these renewals, the share of those still there who renew; it rises with age. */
  readonly retention: readonly number[];
}

/** How far to look, and from where. */
export interface RetentionForecastOptions {
  /** How many renewals ahead, 1 to 10,000. */
  readonly periods: number;
  /** How many renewals the customers have behind them; 0 unless given, for new ones. */
  readonly renewals?: number | undefined;
}

const optionsSchema = z.strictObject({
  periods: periodsSchema,
  renewals: z.optional(z.int().check(z.gte(0, 'a whole number of renewals, 0 or more'))),
});

/**
 * How many of today's customers with a contract will still be there after each of the next renewals, by the
 * sBG model: of those with t renewals behind them, `(b + t) / (a + b + t)` make the next one too.
 *
 * @param model what {@link fitRetention} found
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
  model: ParameterSet<RetentionParameter>,
  options: RetentionForecastOptions,
): RetentionForecast {
  return door('forecastRetention', () => {
    const { values, notes } = readModel(model, highEndRetention);
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
