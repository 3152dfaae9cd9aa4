import type { ParameterSet } from '../core/parameters';
import { type WillFactor, willFactors } from './factors';
import type { ExpectationParameter } from './parameters';
import { levelOfPrice } from './price';
import type { LevelSignal, ShiftSignal, Signals } from './signals';

/** A signal with nothing left out. */
export interface PlainSignal {
  readonly level: number;
  readonly reliability: number;
  readonly sd: number;
}

/** A plain signal that informs will. */
export interface WillSignal extends PlainSignal {
  readonly factor: WillFactor;
}

/** The signals given that inform will, in the order of the catalogue, the price turned into a level. */
export function willSignals(
  signals: Signals,
  set: ParameterSet<ExpectationParameter>,
): readonly WillSignal[] {
  return willFactors.flatMap((factor): WillSignal[] => {
    if (factor === 'price') {
      const { price } = signals;
      if (price === undefined) return [];
      const level = levelOfPrice(price.amount, price.reference, set);
      return [{ factor, ...plainSignal({ ...price, level }, set) }];
    }
    const signal = signals[factor];
    return signal === undefined ? [] : [{ factor, ...plainSignal(signal, set) }];
  });
}

/** Fills in what a signal leaves out. */
export function plainSignal(
  signal: LevelSignal | ShiftSignal,
  set: ParameterSet<ExpectationParameter>,
): PlainSignal {
  const sd = set.parameters.signalSd.value;
  if (typeof signal === 'number') return { level: signal, reliability: 1, sd };
  const own: LevelSignal = signal;
  return { level: own.level, reliability: own.reliability ?? 1, sd: own.sd ?? sd };
}
