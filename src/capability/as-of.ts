import { door } from '../input/door';
import { notEnough } from '../input/refusal';
import type { Capability } from './capability';
import { fromCensored } from './censored';
import { type AsOfOptions, type DurationsAsOf, knownAsOf } from './durations-as-of';
import type { DatedOrder } from './input-orders';
import { warned } from './warned';

/** A capability from dated orders, and how many of them it rests on. */
export interface DatedCapability extends Capability, Pick<DurationsAsOf, 'counts'> {}

/**
 * What could be delivered, as far as was known on a date: {@link capabilityFromCensored} of the times from
 * start to finish, where an order that had not finished by then is still under way, and one that starts later
 * is unknown. So a look back at old orders sees no more than could be seen then. In `business-days`, which are whole, one under
 * way on day 4 takes 4 or more, for it may end on that day.
 *
 * A cancelled order would have taken longer than it lived, nobody knows how much: it leaves those under way
 * when it is cancelled. A lost order never comes: what is learnt holds for those that do (see `lost` of
 * {@link capabilityFromCensored}). Say which were lost, or after how long one counts as lost, for an order
 * that is under way for ever hides how long the slow ones take. `counts` says how many there were of each kind, and
 * the warning `distant-date` that dates lie years from all others, as those of a misread two-digit year do. With
 * `halfLifeDays` orders weigh by their start, as {@link recencyWeights} says.
 *
 * The durations themselves, for a fit that goes on beyond what was seen or to be calibrated, come from {@link durationsAsOf}.
 *
 * @param orders by their dates, in any order; a date is a `Date`, milliseconds since 1970, ISO 8601 text with an offset,
 *   or an instant of Temporal
 * @throws InvalidInputError `date-order` for an order that ends before it starts, `ambiguous` for one that is
 *   finished, cancelled and lost in more than one way, `wrong-type` for what is no valid date, with its place in the path;
 *   `unknown-name` for another unit without a `duration` that measures it; NotEnoughDataError when no order had
 *   finished by then
 * @example
 * ```ts
 * import { capabilityAsOf } from 'overdeliver';
 *
 * const orders = [
 *   { started: new Date('2026-03-01'), finished: new Date('2026-03-04') },
 *   { started: new Date('2026-03-02'), finished: new Date('2026-03-11') },
 *   { started: new Date('2026-03-03'), finished: new Date('2026-03-05') },
 *   { started: new Date('2026-03-09') },
 * ];
 * const then = capabilityAsOf(orders, { asOf: new Date('2026-03-08'), unit: 'days' });
 * then.quantile(0.6); // => 3
 * then.quantile(0.9); // => throws not-identified
 * const later = capabilityAsOf(orders, { asOf: new Date('2026-03-12'), unit: 'days' });
 * later.quantile(0.9); // => 9
 * then.counts; // => { finished: 2, underWay: 1, cancelled: 0, lost: 0, later: 1 }
 * ```
 */
export function capabilityAsOf(
  orders: readonly DatedOrder[],
  options: AsOfOptions,
): DatedCapability {
  return door('capabilityAsOf', () => {
    const { samples, options: known, counts, warnings } = knownAsOf(orders, options);
    if (counts.finished === 0) {
      const ways =
        'a capability: give the date of delivery as `finished`, or an asOf after the first of them';
      const held = `0 finished as of options.asOf, of ${samples.length} that had started`;
      notEnough('orders', { needed: 1, available: 0 }, ways, held);
    }
    const capability = fromCensored(samples, known, 'orders', 'options');
    return { ...warned(capability, warnings), counts };
  });
}
