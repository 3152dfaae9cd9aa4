import { type DateInput, dateAt, dateJson, dateText, epochOf } from '../input/date';
import { dateAdvice } from '../input/date-advice';
import { unitAdvice } from '../input/date-units';
import type { OtherNames } from '../input/known-names';
import { readWith } from '../input/read-with';
import { refuse, refuseOther } from '../input/refusal';
import { rowReader } from '../input/rows';

const endWords = 'delivered arrived completed ended end resolved closed done finish'.split(' ');
const dateWords = ['at', 'on', 'date', 'time'];
/** What tables call the end of an order: such a column in place of `finished` would leave it under way without a word. */
export const endNames: OtherNames = {
  words: Object.fromEntries([
    ...endWords.map((word) => [word, 'finished']),
    ...[...endWords, 'delivery'].flatMap((word) =>
      dateWords.map((date) => [`${word}${date}`, 'finished']),
    ),
    ...dateWords.map((date) => [`canceled${date}`, 'cancelled']),
  ]),
  beside: ['cancelled', 'lost'],
  // A flag or a share that is not there yet says nothing.
  says: (value) =>
    value === true ||
    value instanceof Date ||
    (typeof value === 'number' && value > 1e8) ||
    (typeof value === 'string' && /\d{4}|\d\d?\D\d\d?\D\d\d/.test(value)),
};

/** An order by its dates; a row may have other columns. */
export interface DatedOrder {
  readonly started: DateInput;
  /** When it was delivered; absent or null while it has not been. */
  readonly finished?: DateInput | null | undefined;
  /** When it was cancelled, and would have come some time later; absent or null unless it was. */
  readonly cancelled?: DateInput | null | undefined;
  /** When it was known that it never comes, such as a parcel that was lost; absent or null unless it was. */
  readonly lost?: DateInput | null | undefined;
}

const endJson = { anyOf: [dateJson, { type: 'null' }] };

/**
 * The schema of an order by its dates, which takes JSON as it is; what it gives has dates, or null where there is none.
 *
 * @example
 * ```ts
 * import { datedOrderSchema } from 'overdeliver/capability';
 *
 * const order = datedOrderSchema.parse({ started: '2026-03-01T09:00:00Z', shop: 'north' });
 * order.started; // => 2026-03-01T09:00:00.000Z
 * order.finished; // => null
 * ```
 */
export const datedOrderSchema = readWith(
  (order: DatedOrder) => {
    const { start, finish, cancel, lose } = readOrder('', order);
    const { started, finished, cancelled, lost } = order;
    const dateOf = (time: number, given: unknown) => (time < Infinity ? dateAt(time, given) : null);
    return {
      started: dateAt(start, started),
      finished: dateOf(finish, finished),
      cancelled: dateOf(cancel, cancelled),
      lost: dateOf(lose, lost),
    };
  },
  {
    type: 'object',
    properties: { started: dateJson, finished: endJson, cancelled: endJson, lost: endJson },
    required: ['started'],
  },
);

const ends = ['finished', 'cancelled', 'lost'] as const;
const checkNames = rowReader(['started', ...ends], endNames);

export type ReadOrder = ReturnType<typeof readOrder>;

/** When an order started and how it ended, in milliseconds since 1970; infinity for an end that has not come. */
export function readOrder(path: string, order: DatedOrder | undefined) {
  if (typeof order !== 'object' || order === null) {
    return refuseOther(path, order, 'an order with its dates');
  }
  checkNames(path, order);
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const start = timeOf(at('started'), order.started);
  const endOf = (name: (typeof ends)[number]) => {
    const date = order[name];
    if (date === null || date === undefined) return Infinity;
    const time = timeOf(at(name), date, true);
    if (time >= start) return time;
    const after = `a date from ${new Date(start).toISOString()} on (around an appointment, capabilityFromSamples with deviations: true)`;
    return refuse(at(name), date, after, 'date-order', unitAdvice(date));
  };
  const [finish, cancel, lose] = [endOf('finished'), endOf('cancelled'), endOf('lost')];
  if (+(finish < Infinity) + +(cancel < Infinity) + +(lose < Infinity) > 1) {
    refuse(path, order, 'an order that ends in one way: finished, cancelled or lost', 'ambiguous');
  }
  return { start, finish, cancel, lose };
}

function timeOf(path: string, date: DateInput, mayBeNull = false): number {
  const time = epochOf(date);
  if (!Number.isNaN(time)) return time;
  const isEmpty =
    mayBeNull && (Number.isNaN(date) || (typeof date === 'string' && date.trim() === ''));
  const hint = isEmpty ? `null where a cell is empty, or ${dateText}` : dateText;
  return refuseOther(path, date, hint, isEmpty ? '' : dateAdvice(date));
}
