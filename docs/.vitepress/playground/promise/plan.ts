import { type Capability, capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
import { InvalidInputError, NotEnoughDataError } from 'overdeliver/core';
import { type PromisePlan, planByTolerance } from 'overdeliver/promise';
import { messageOf } from '../shared/numbers';
import type { PromiseSettings } from './settings';

export function planWith(
  capability: Capability,
  { keepRate, multipleOf, guarantee, confidence }: PromiseSettings,
): PromisePlan {
  const round = multipleOf > 0 ? toMultipleOf(multipleOf) : undefined;
  if (guarantee === 'all') return planByTolerance(capability, { keepRate, confidence, round });
  return planPromise(capability, { keepRate, round, bestEffort: guarantee === 'best' });
}

const rates = Array.from({ length: 50 }, (_, i) => (50 + i) / 100);

/** The promise for each keep rate from .5 to .99; null where the observations cannot carry it. */
export function curveOf(capability: Capability, settings: PromiseSettings) {
  return rates.map((keepRate) => {
    try {
      return { x: keepRate, y: planWith(capability, { ...settings, keepRate }).promise };
    } catch {
      return { x: keepRate, y: null };
    }
  });
}

/** Why there is no promise, in the words of the page. */
export function faultInWords(thrown: unknown): string {
  if (thrown instanceof NotEnoughDataError) {
    return `Numbers so far: ${thrown.available}. It takes ${thrown.expected}. Add some, keep fewer promises, or be guaranteed “as far as so few allow”.`;
  }
  const place = thrown instanceof InvalidInputError && /^samples\[(\d+)\]$/.exec(thrown.path);
  if (place) return `Number ${Number(place[1]) + 1} is ${thrown.value}: a duration is 0 or more.`;
  return messageOf(thrown);
}

/** What is certain, in words. */
export function guaranteeInWords({ guarantee, keepRate }: PromisePlan): string {
  const share = `${Number((100 * keepRate).toFixed(2))}%`;
  switch (guarantee.kind) {
    case 'finite-sample':
      return `The next order is kept with a chance of at least ${share}, as long as it is like these: ${guarantee.rank} of ${guarantee.n} keep the quote before rounding.`;
    case 'tolerance':
      return `At least ${share} of all that follow are kept, with a confidence of ${100 * guarantee.confidence}%: ${guarantee.rank} of ${guarantee.n} keep the quote before rounding.`;
    case 'chosen':
      return `A next one falls into the window with a chance of at least ${guarantee.atLeast}.`;
    default:
      return guarantee.needed === null
        ? 'None: these observations have no ranks to count.'
        : `None: ${guarantee.n} are too few, ${guarantee.needed} are needed.`;
  }
}

export const capabilityOf = (numbers: readonly number[], unit: string): Capability =>
  capabilityFromSamples(numbers, { unit });
