import { mostSd } from '../expectation/column-checks';
import { type Factor, factorNames } from '../expectation/factors';
import type { Dialect } from './dialects';
import { type Fault, v } from './nested';
import {
  aLevel,
  anAmount,
  fromNothing,
  isGiven,
  type NumberRead,
  offRange,
  outOfRange,
  type Range,
  upTo,
} from './numbers-read';
import type { SignalNames } from './signal-names';

/** A signal as a query reads it. */
export interface SignalRead {
  readonly factor: Factor;
  /** The expression of its level, and of what stands beside it, where that is given. */
  readonly level: string;
  readonly reliability: string | null;
  readonly sd: string | null;
  /** The column that says whether there is one, and those that must hold numbers then. */
  readonly column: NumberRead;
  readonly beside: readonly NumberRead[];
}

/** The signals that are given, in the order of the catalogue. */
export const signalReads = (signals: SignalNames): readonly SignalRead[] =>
  factorNames.flatMap((factor) => {
    if (factor === 'price') {
      const { price } = signals;
      if (price === undefined) return [];
      const amount = { as: 'price_amount', column: price.amount, range: fromNothing };
      const reference = { as: 'price_reference', column: price.reference, range: anAmount };
      return [signalRead(factor, amount, [reference], price)];
    }
    const signal = signals[factor];
    if (signal === undefined) return [];
    const names = typeof signal === 'string' ? { level: signal } : signal;
    return [signalRead(factor, { as: factor, column: names.level, range: aLevel }, [], names)];
  });

function signalRead(
  factor: Factor,
  column: NumberRead,
  others: readonly NumberRead[],
  names: { readonly reliability?: string | undefined; readonly sd?: string | undefined },
): SignalRead {
  const read = (name: 'reliability' | 'sd', range: Range): NumberRead[] => {
    const column = names[name];
    return column === undefined ? [] : [{ as: `${factor}_${name}`, column, range }];
  };
  const reliability = read('reliability', upTo(1));
  const sd = read('sd', upTo(mostSd));
  return {
    factor,
    level: v(factor),
    reliability: reliability[0] ? v(reliability[0].as) : null,
    sd: sd[0] ? v(sd[0].as) : null,
    column,
    beside: [...others, ...reliability, ...sd],
  };
}

/** All numbers of a signal. */
export const numbersOf = ({ column, beside }: SignalRead): readonly NumberRead[] => [
  column,
  ...beside,
];

/** Its faults: a number off its range, and one that is not there beside a level. */
export const signalFaults = (
  { column, beside }: SignalRead,
  dialect: Dialect,
): readonly Fault[] => [
  offRange(column, dialect),
  ...beside.map((number) =>
    outOfRange(number.column, `${isGiven(column.as, dialect)} AND ${v(number.as)} IS NULL`),
  ),
];
