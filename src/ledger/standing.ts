import { atLeast } from '../numerics/nearly';
import { type Ledger, logOf } from './ledger';
import { type Entry, nextIn } from './log';

/** How a promise stands: `overdue` is broken and still open, `broken` is broken and over. */
type Standing = 'kept' | 'broken' | 'overdue' | 'pending' | 'cancelled';

/** Is told of a promise, when it falls due and how it stands. */
export type Judge = (made: Entry, due: number, standing: Standing) => void;

/** Judges every promise made by a time, by what was known then: as it was made, or as last revised. */
export function judgePromises(ledger: Ledger, asOf: number, latest: boolean, judge: Judge): void {
  const { entries } = logOf(ledger);
  const { size } = ledger;
  for (let place = 0; place < size; place++) {
    const made = entries[place] as Entry;
    if (made.kind !== 'promise' || made.at > asOf) continue;
    let due = made.due as number;
    let { quantity } = made;
    let end: Entry | undefined;
    for (let event = nextIn(made, size); event && event.at <= asOf; event = nextIn(event, size)) {
      if (event.kind !== 'revision') end = event;
      else if (latest) {
        due = event.due as number;
        quantity = quantity && { ...quantity, ...event.quantity };
      }
    }
    judge(made, due, standingOf(due, quantity, end, asOf));
  }
}

function standingOf(
  due: number,
  promised: Entry['quantity'],
  end: Entry | undefined,
  asOf: number,
): Standing {
  const inTime = end !== undefined && end.at <= due;
  if (inTime && end.by === 'customer') return 'cancelled';
  if (due > asOf) return 'pending';
  if (end === undefined) return 'overdue';
  if (!inTime || end.kind === 'cancellation') return 'broken';
  if (promised === undefined || end.quantity === undefined) return 'kept';
  const { value } = end.quantity;
  const within =
    promised.better === 'higher' ? atLeast(value, promised.value) : atLeast(promised.value, value);
  return within ? 'kept' : 'broken';
}
