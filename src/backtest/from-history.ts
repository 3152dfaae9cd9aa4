import * as z from 'zod/mini';
import { dayMs } from '../core/time-units';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { conformalRank, samplesForRank } from '../numerics/conformal-rank';
import { daysSchema, policyOf } from './input';
import type { PromisePolicy } from './policy';
import { type RollingQuantile, rollingQuantile } from './rolling-quantile';

const optionsSchema = once(() =>
  z.strictObject({
    days: z.optional(daysSchema),
    groups: z.optional(z.boolean()),
  }),
);

/** A finished order that is remembered, and how it is removed again. */
interface Remembered {
  readonly ended: number;
  readonly slot: number;
  readonly own: RollingQuantile | null;
  readonly ownSlot: number;
}

/**
 * The policy of a rolling window: what finished in the last days says what to promise, by the rank that the next order keeps
 * with at least the keep rate (as `planPromise` has it). An order is promised by its own group where enough of that finished
 * (9 for .9, 19 for .95), by all orders otherwise, which the report does not tell apart, and not at all where those are too few.
 *
 * It looks at finished orders alone, as most people do who quote from history, and so is late to see that things slow down:
 * the slow ones are not finished yet. Nor does it look at estimates. Each order takes time for the logarithm of how
 * many are remembered.
 *
 * @param options `days`: for how many days of 24 hours a finished order is remembered, above 0, for ever unless given;
 *   `groups`: whether groups are told apart, true unless given
 * @throws InvalidInputError for options that cannot be used
 * @example
 * ```ts
 * import { quotesFromHistory } from 'overdeliver/backtest';
 *
 * const policy = quotesFromHistory({ days: 60 })({ unit: 'days', keepRate: 0.75 });
 * const at = (day: number) => new Date(Date.UTC(2026, 2, day));
 * const order = { group: null, estimate: null, features: null, promise: null };
 * [4, 6, 5].forEach((took, i) => {
 *   const past = { ...order, id: `o-${i}`, started: at(1) };
 *   policy.end?.(past, { at: at(1 + took), how: 'finished', took });
 * });
 * policy.quote({ ...order, id: 'o-3', started: at(9) }); // => 6
 * ```
 */
export function quotesFromHistory(
  options: { readonly days?: number | undefined; readonly groups?: boolean | undefined } = {},
): PromisePolicy {
  return door('quotesFromHistory', () => {
    const { days = Infinity, groups = true } = read(optionsSchema, options, 'options');
    const span = days * dayMs;
    return policyOf('quotesFromHistory', ({ keepRate }) => {
      const needed = samplesForRank(keepRate);
      const newWindow = () => rollingQuantile((n) => conformalRank(n, keepRate) ?? n);
      const all = newWindow();
      const own = new Map<string | null, RollingQuantile>();
      const remembered: Remembered[] = [];
      let oldest = 0;

      /** Forgets what ended too long ago. */
      const forget = (now: number) => {
        for (;;) {
          const one = remembered[oldest];
          if (one === undefined || one.ended > now - span) break;
          oldest++;
          all.remove(one.slot);
          one.own?.remove(one.ownSlot);
        }
        if (oldest > 1024 && 2 * oldest > remembered.length) {
          remembered.splice(0, oldest);
          oldest = 0;
        }
      };

      return {
        quote: ({ started, group }) => {
          forget(started.getTime());
          const window = own.get(group);
          if (window !== undefined && window.size() >= needed) return window.value();
          return all.size() >= needed ? all.value() : null;
        },
        end: ({ group }, { at, how, took }) => {
          if (how !== 'finished') return;
          const slot = all.add(took);
          let window: RollingQuantile | null = null;
          if (groups && group !== null) {
            window = own.get(group) ?? newWindow();
            own.set(group, window);
          }
          const ownSlot = window === null ? -1 : window.add(took);
          if (span < Infinity) remembered.push({ ended: at.getTime(), slot, own: window, ownSlot });
        },
      };
    });
  });
}
