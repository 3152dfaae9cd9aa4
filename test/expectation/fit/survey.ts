import type { ExpectationFitRow } from 'overdeliver/expectation';
import { deepFreeze } from '../../core/deep-freeze';

const noise = [3, -2, 5, -4, 1, -6, 2, 4, -1, -3, 6, -5];

/** Twenty-six answers at two stages; some lack a signal, some trust one by half, some saw a price. */
export const survey: readonly ExpectationFitRow[] = deepFreeze(
  Array.from({ length: 26 }, (_, i): ExpectationFitRow => {
    const [first, second, third] = [(i * 37 + 20) % 97, (i * 53 + 11) % 89, (i * 29 + 40) % 83];
    const off = noise[i % 12] as number;
    if (i % 2 === 0) {
      const expected = 0.3 * 65 + 0.3 * first + 0.4 * second + off;
      const wordOfMouth = i % 6 === 0 ? { level: first, reliability: 0.5 } : first;
      const signals = i % 8 === 2 ? { advertising: second } : { wordOfMouth, advertising: second };
      return { stage: 'never-used', signals, expected };
    }
    const expected = 0.4 * 65 + 0.35 * first + 0.15 * second + 0.1 * third + off;
    const price = { amount: third + 20, reference: 60 };
    return {
      stage: 'first-use',
      signals: {
        firstImpression: first,
        ...(i % 5 === 1 ? {} : { wordOfMouth: second }),
        ...(i % 4 === 1 ? { price } : {}),
      },
      expected,
    };
  }),
);
