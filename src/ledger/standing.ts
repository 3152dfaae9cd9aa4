import { atLeast } from '../numerics/nearly';
import { type Course, courseBy } from './course';
import { type Ledger, logOf } from './ledger';
import type { Entry } from './log';

/** How a promise stands. */
export type Standing =
  /** Delivered by the due date and within the quantity promised. */
  | 'kept'
  /** Broken and over. */
  | 'broken'
  /** Delivered before its window began: broken and over. */
  | 'early'
  /** Broken and still open. */
  | 'overdue'
  /** Not yet due, delivered or not. */
  | 'pending'
  /** Pending, and standing still. */
  | 'paused'
  /** Called off by the customer by the due date. */
  | 'cancelled';

/** Is told of a promise, when it falls due and how it stands. */
export type Judge = (made: Entry, due: number, standing: Standing) => void;

/** Judges every promise made by a time, by what was known then: as it was made, or as last revised. */
export function judgePromises(ledger: Ledger, asOf: number, latest: boolean, judge: Judge): void {
  const { entries } = logOf(ledger);
  const { size } = ledger;
  for (let place = 0; place < size; place++) {
    const made = entries[place] as Entry;
    if (made.kind !== 'promise' || made.at > asOf) continue;
    const course = courseBy(made, size, asOf, latest);
    judge(made, course.due, standingOf(course, asOf));
  }
}

/** How a promise stands that has taken a course by a time. */
export function standingOf({ due, from, quantity, end, unknown }: Course, asOf: number): Standing {
  if (end === undefined && unknown) return unknown === 'paused' ? 'paused' : 'pending';
  const inTime = end !== undefined && end.at <= due;
  if (inTime && end.by === 'customer') return 'cancelled';
  if (due > asOf) return 'pending';
  if (end === undefined) return 'overdue';
  if (!inTime || end.kind === 'cancellation') return 'broken';
  if (from !== undefined && end.at < from) return 'early';
  if (quantity === undefined || end.quantity === undefined) return 'kept';
  const { value } = end.quantity;
  const within =
    quantity.better === 'higher' ? atLeast(value, quantity.value) : atLeast(quantity.value, value);
  return within ? 'kept' : 'broken';
}
