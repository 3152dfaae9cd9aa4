import type { Level } from '../core/level';
import { type PredictedFactor, predictedFactors } from './factors';
import { levelOfPrice } from './level-of-price';
import type { ExpectationNumbers } from './parameters';
import type { Signal, Signals } from './signals';

/** A signal with nothing left out. */
export interface PlainSignal {
  readonly level: number;
  readonly reliability: number;
  readonly sd: number;
}

/** A plain signal that informs the predicted level. */
export interface PredictedSignal extends PlainSignal {
  readonly factor: PredictedFactor;
}

/** The signals given that inform the predicted level, in the order of the catalogue, the price turned into a level. */
export function predictedSignals(
  signals: Signals,
  numbers: ExpectationNumbers,
): readonly PredictedSignal[] {
  return predictedFactors.flatMap((factor): PredictedSignal[] => {
    if (factor === 'price') {
      const { price } = signals;
      if (price === undefined) return [];
      const level = levelOfPrice(price.amount, price.reference, numbers);
      return [{ factor, ...plainSignal({ ...price, level }, numbers) }];
    }
    const signal = signals[factor];
    return signal === undefined ? [] : [{ factor, ...plainSignal(signal, numbers) }];
  });
}

/** Fills in what a signal leaves out. */
export function plainSignal(signal: Level | Signal, { signalSd }: ExpectationNumbers): PlainSignal {
  const {
    level,
    reliability = 1,
    sd = signalSd,
  } = typeof signal === 'number' ? { level: signal } : signal;
  return { level, reliability, sd };
}
