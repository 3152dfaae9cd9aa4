import * as z from 'zod/mini';
import { zoneSchema } from '../core/input';
import { dayMs } from '../core/time-units';
import { clockOf } from '../core/time-zone';
import { wallAt, type ZoneClock } from '../core/zone-clock';
import { checkUnits, type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { checkHistory, historyDates } from './check-history';
import { customerHistorySchema, parametersOnlySchema } from './input';
import type { expectationDefaults } from './parameters';
import { settledAt, stageAt } from './stage-rule';
import type { Stage } from './stages';

/**
 * What is known of a customer at the date in question; nothing in it may lie after that date. Dates are a `Date`,
 * milliseconds since 1970, text with an offset, or an instant of Temporal.
 */
export interface CustomerHistory {
  /** When they first bought; null for someone who has not. */
  readonly firstPurchase: DateInput | null;
  /** When they used what they bought, in any order; for a shop, each order is a use. */
  readonly uses: readonly DateInput[];
}

/** A customer's stage and what it follows from. */
export interface StageClassification {
  /** The stage the customer is at. */
  readonly stage: Stage;
  /** How many uses count. */
  readonly uses: number;
  /** Full days since the last use; null without one. A long-term customer gone quiet stays long-term. */
  readonly daysSinceLastUse: number | null;
  /** When the settling-in time ends or ended; null before the first purchase. */
  readonly settlingInEnds: Date | null;
}

const optionsSchema = once(() =>
  z.extend(parametersOnlySchema, {
    asOf: dateSchema,
    zone: z.optional(zoneSchema),
  }),
);

/**
 * Classifies a customer's stage from their history, as of a date: `never-used` before the first
 * purchase, `first-use` until both the settling-in time has passed and there are enough uses, then
 * `long-term` for good.
 *
 * @param history what was known at the date; a day is a calendar day of the zone, so that one with a
 *   change of clocks counts as one
 * @param options `asOf`, the date in question; `zone`, an IANA time zone, UTC unless given;
 *   `parameters`, of which `settlingInDays` and `minimumUses` count here
 * @throws InvalidInputError `date-order` for a use before the first purchase or anything after `asOf`,
 *   `wrong-type` for an invalid date, `missing` for a use without a first purchase, `unknown-name` for
 *   an unknown zone
 * @example
 * ```ts
 * import { classifyStage } from 'overdeliver';
 *
 * const { stage, settlingInEnds } = classifyStage(
 *   { firstPurchase: new Date('2026-01-10'), uses: [new Date('2026-01-12')] },
 *   { asOf: new Date('2026-02-01') },
 * );
 * stage; // => 'first-use'
 * settlingInEnds; // => 2026-04-10T00:00:00.000Z
 * ```
 */
export function classifyStage(
  history: CustomerHistory,
  options: {
    readonly asOf: DateInput;
    readonly zone?: string | undefined;
    readonly parameters?: typeof expectationDefaults | undefined;
  },
): StageClassification {
  return door('classifyStage', () => {
    const { firstPurchase, uses } = read(customerHistorySchema, history, 'history');
    const { asOf, zone, parameters } = read(optionsSchema, options, 'options');
    const { numbers } = parameters;
    const clock = zone ?? clockOf('', 'UTC');
    if (firstPurchase) {
      checkUnits([...historyDates('history', { firstPurchase, uses }), ['options.asOf', asOf]]);
    }
    checkHistory({ firstPurchase, uses }, asOf, classifiedAt);
    if (firstPurchase === null) {
      return { stage: 'never-used', uses: 0, daysSinceLastUse: null, settlingInEnds: null };
    }
    const settlingInEnds = settledAt(clock, firstPurchase.getTime(), numbers);
    const last = uses.reduce<number>((latest, use) => Math.max(latest, use.getTime()), -Infinity);
    return {
      stage: stageAt({ settlingInEnds, uses: uses.length }, asOf.getTime(), numbers),
      uses: uses.length,
      daysSinceLastUse: uses.length === 0 ? null : fullDays(clock, last, asOf.getTime()),
      settlingInEnds: new Date(settlingInEnds),
    };
  });
}

const classifiedAt = {
  history: 'history',
  asOf: { path: 'options.asOf', name: 'asOf' },
  later: '',
};

/** How often the clock has shown the same time of day again. */
function fullDays(clock: ZoneClock, from: number, to: number): number {
  return Math.max(0, Math.floor((wallAt(clock, to) - wallAt(clock, from)) / dayMs));
}
