import type { ExpectationFitRow } from 'overdeliver/expectation';
import { deepFreeze } from '../../core/deep-freeze';
import { names } from './world';

/** The default counts as four rows, and all else as little as may be. */
export const quick = { ...names, folds: 3, resamples: 100, priorSize: 4, seed: 1 } as const;

const noise = [3, -2, 5, -4, 1, -6, 2, 4, -1, -3, 6, -5];

/** All that someone who never used a service can have heard, different in each row. */
export const everySignal = (i: number): ExpectationFitRow['signals'] => ({
  wordOfMouth: (i * 37) % 97,
  advertising: (i * 53) % 89,
  companyPromise: (i * 29) % 83,
  pastExperience: (i * 31) % 79,
  price: { amount: 20 + ((i * 23) % 71), reference: 50 },
  ownJudgement: (i * 19) % 67,
});

/** Twelve answers from people who heard of a company in two ways. */
export const newcomers: readonly ExpectationFitRow[] = deepFreeze(
  noise.map((off, i): ExpectationFitRow => {
    const [wordOfMouth, advertising] = [(i * 37 + 20) % 97, (i * 53 + 11) % 89];
    const expected = 0.3 * 65 + 0.3 * wordOfMouth + 0.4 * advertising + off;
    return { stage: 'never-used', signals: { wordOfMouth, advertising }, expected };
  }),
);

/** Twice twelve answers, as many of each stage in every fold; some lack a signal, some trust one by half, some saw a price. */
export const survey: readonly ExpectationFitRow[] = deepFreeze([
  ...newcomers.map(({ stage, signals, expected }, i) => ({
    stage,
    signals: {
      advertising: signals.advertising as number,
      ...(i % 3 === 2
        ? {}
        : { wordOfMouth: { level: signals.wordOfMouth as number, reliability: 0.5 } }),
    },
    expected,
  })),
  ...newcomers.map(({ signals }, i) => {
    const { wordOfMouth, advertising: firstImpression } = signals as Record<string, number>;
    const amount = 20 + ((i * 29 + 40) % 83);
    const heard = 0.35 * (firstImpression as number) + 0.15 * (wordOfMouth as number);
    return {
      stage: 'first-use' as const,
      signals: {
        firstImpression: firstImpression as number,
        wordOfMouth: wordOfMouth as number,
        ...(i % 3 === 1 ? {} : { price: { amount, reference: 60 } }),
      },
      expected: 0.4 * 65 + heard + 0.1 * amount - (noise[i] as number),
    };
  }),
]);
