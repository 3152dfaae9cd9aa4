import * as z from 'zod/mini';
import { type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { courseBy } from './course';
import { eventOf } from './event-of';
import type { LedgerEvent } from './events';
import { checkDates } from './input-dates';
import { type Ledger, logOf } from './ledger';
import { madeIn } from './log';
import { type Standing, standingOf } from './standing';

/** How one promise stands. */
export interface PromiseStanding {
  /** `overdue` is broken and still open, `broken` is broken and over, `early` is what was delivered
   * before its window began, `paused` is not yet due and standing still. As in the rates, it is `pending` until it is due,
   * delivered or not: see `end`. */
  readonly standing: Standing;
  /** When it falls or fell due, moved by its pauses; null where nobody knows: while it stands still, where it ended
   * meanwhile, or where no date was promised. */
  readonly due: Date | null;
  /** When its window begins, which moves along; only where one was promised. */
  readonly from?: Date | null;
  /** The delivery or cancellation that ended it by then, due or not; only where one did. */
  readonly end?: Extract<LedgerEvent<Date>, { readonly kind: 'delivery' | 'cancellation' }>;
}

const optionsSchema = once(() =>
  z.strictObject({ asOf: dateSchema, promise: z.optional(z.enum(['original', 'latest'])) }),
);

/**
 * How a promise stands as of a date, when it falls due now that pauses have moved it, and whether it is over.
 *
 * @param options `asOf`: only what had happened by then counts; `promise`: the one first made (unless given) or the one last
 *   revised
 * @param id the promise's id
 * @throws InvalidInputError `unknown-id` for a promise that is not in the ledger or was made later
 * @example
 * ```ts
 * import { type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
 * import { promiseStanding } from 'overdeliver/ledger';
 *
 * const on = (day: number) => new Date(Date.UTC(2026, 2, day, 12));
 * const events: LedgerEvent[] = [
 *   { kind: 'promise', id: 'ticket', at: on(1), due: on(5) },
 *   { kind: 'pause', id: 'ticket', at: on(2), reason: 'customer' },
 *   { kind: 'resume', id: 'ticket', at: on(4), reason: 'customer' },
 * ];
 * const ledger = events.reduce(recordEvent, openLedger());
 * promiseStanding(ledger, 'ticket', { asOf: on(3) }); // => { standing: 'paused', due: null }
 * promiseStanding(ledger, 'ticket', { asOf: on(6) }); // => { standing: 'pending', due: 2026-03-07T12:00:00.000Z }
 * promiseStanding(ledger, 'ticket', { asOf: on(8) }).standing; // => 'overdue'
 * ```
 */
export function promiseStanding(
  ledger: Ledger,
  id: string,
  options: { readonly asOf: DateInput; readonly promise?: 'original' | 'latest' | undefined },
): PromiseStanding {
  return door('promiseStanding', () => {
    const log = logOf(ledger);
    const { asOf, promise } = read(optionsSchema, options, 'options');
    checkDates(ledger, { asOf });
    const { size } = ledger;
    const made = madeIn(log, size, id);
    const by = asOf.getTime();
    if (made === undefined || made.at > by) {
      const expected = 'the id of a promise that the ledger holds and that was made by asOf';
      return refuse('id', id, expected, 'unknown-id');
    }
    const course = courseBy(made, size, by, promise === 'latest');
    const toDate = (time: number) => new Date(time);
    const dated = (time: number) => (course.unknown ? null : toDate(time));
    return {
      standing: standingOf(course, by),
      due: dated(course.due),
      ...(course.from !== undefined && { from: dated(course.from) }),
      ...(course.end && {
        end: eventOf(course.end, toDate) as NonNullable<PromiseStanding['end']>,
      }),
    };
  });
}
