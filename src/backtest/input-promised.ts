import { checkUnit, type DateInput, dateText, epochOf, refuseDate } from '../input/date';
import { unitAdvice } from '../input/date-units';
import { durationAdvice } from '../input/number-advice';
import { refuse } from '../input/refusal';
import type { BacktestOrder } from './backtest-order';

/** Whether a row says nothing. */
export const isNone = (value: unknown): value is null | undefined =>
  value === null || value === undefined;

/** Whether a value is a duration. */
export const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < Infinity;

/** A date of an order that is not before its start, in milliseconds. */
export function laterThan(start: number, path: string, date: DateInput, id: string): number {
  const time = epochOf(date);
  if (time >= start) return time;
  if (Number.isNaN(time)) refuseDate(path, date, `${dateText}, for order ${id}`);
  const text = `a date from ${new Date(start).toISOString()} on, when order ${id} started`;
  return refuse(path, date, text, 'date-order', unitAdvice(date));
}

/** What a row says that its order was promised, as a duration in a unit of so many milliseconds. */
export function promiseOf(row: BacktestOrder, start: number, length: number): number | null {
  const { id, promise, due } = row;
  if (isNone(due)) {
    if (isNone(promise) || isAmount(promise)) return promise ?? null;
    const text = `a duration of at least 0 for order ${id}, or null`;
    return refuse('promise', promise, text, undefined, durationAdvice(promise));
  }
  if (!isNone(promise)) {
    refuse('', row, `a promise or a due date, not both, for order ${id}`, 'ambiguous');
  }
  return (laterThan(start, 'due', due, id) - start) / length;
}

/** When the window begins that it was promised, in milliseconds; null without one. */
export function fromOf(row: BacktestOrder): number | null {
  const { id, from } = row;
  if (isNone(from)) return null;
  const { due } = row;
  const begins = epochOf(from);
  if (Number.isNaN(begins)) refuseDate('from', from, `${dateText}, for order ${id}`);
  if (isNone(due)) {
    refuse(
      'from',
      from,
      `a due date beside it, where the window ends, for order ${id}`,
      'ambiguous',
    );
  }
  const ends = epochOf(due);
  checkUnit('from', from, ends);
  if (begins <= ends) return begins;
  const text = `a date up to due (${new Date(ends).toISOString()}) for order ${id}`;
  return refuse('from', from, text, 'date-order', unitAdvice(from));
}
