import {
  followExpectation,
  formExpectation,
  judgeOutcome,
  predictSatisfaction,
  updateExpectation,
} from 'overdeliver';
import { expect, it } from 'vitest';

const start = formExpectation({ stage: 'first-use', signals: { firstImpression: 70 } });

/** A customer's path: each use is judged by the expectation before it, and moves the next one. */
const path = (perceived: readonly number[]) =>
  perceived.reduce(
    ({ expectation, felt }, level) => ({
      felt: [
        ...felt,
        predictSatisfaction({ expected: expectation.predicted.mean, perceived: level }),
      ],
      expectation: updateExpectation(
        expectation,
        { kind: 'experience', perceived: level },
        { elapsedDays: 30 },
      ),
    }),
    { expectation: start, felt: [] as ReturnType<typeof predictSatisfaction>[] },
  );

it('delight raises the bar: the same level delights twice, and is then only met', () => {
  const { felt, expectation } = path([85, 85, 85, 85]);
  expect(felt.map(({ outcome }) => outcome)).toEqual(['exceeded', 'exceeded', 'met', 'met']);
  const gaps = felt.map(({ gaps }) => gaps.level?.gap as number);
  expect(gaps[0]).toBeGreaterThan(gaps[1] as number);
  expect(gaps[1]).toBeGreaterThan(gaps[2] as number);
  expect(expectation.predicted.mean).toBeGreaterThan(start.predicted.mean);
});

it('a disappointment lowers it, and the usual level then exceeds it', () => {
  const { felt } = path([40, 70]);
  expect(felt.map(({ outcome }) => outcome)).toEqual(['below', 'exceeded']);
});

it('is the trajectory of the expectation room, seen through satisfaction', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + 30 * day));
  const { steps } = followExpectation(
    start,
    [85, 85, 60].map((perceived, i) => ({
      at: at(i + 1),
      event: { kind: 'experience' as const, perceived },
    })),
    { from: at(0), history: { firstPurchase: at(0), uses: [] }, judge: judgeOutcome },
  );
  const along = steps.map(({ before }, i) =>
    predictSatisfaction({ expected: before.predicted.mean, perceived: [85, 85, 60][i] as number }),
  );
  // There time passes before the use, here after it; only the variance grows with it.
  expect(along[0]?.outcome).toBe('exceeded');
  expect(along[2]?.outcome).toBe('below');
});
