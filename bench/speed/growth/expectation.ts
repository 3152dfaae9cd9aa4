import { classifyStage, followExpectation, formExpectation, judgeOutcome } from 'overdeliver';
import {
  equalWeights,
  fitExpectation,
  fitUpdating,
  formExpectations,
  rankOrderCentroid,
  rankReciprocal,
  rankSum,
  tiedWeights,
} from 'overdeliver/expectation';
import { uniforms } from '../../uniforms';
import { columnOf, dateOf, type GrowthCase, levelsOf, listOf, names } from './case';

const start = formExpectation({ stage: 'long-term', signals: { longTermExperience: 70 } });
const experienceOf = (i: number) => ({ kind: 'experience', perceived: 60 + (i % 20) }) as const;

/** A weighting of so many ranks, of which there may be 10,000. */
const ranks = (weights: (count: number) => readonly number[]): GrowthCase => ({
  of: [weights.name],
  by: 'ranks',
  n: 1250,
  make: (n) => () => weights(n),
});

function expectedRows(n: number) {
  const [heard, seen] = [levelsOf(n, 1), levelsOf(n, 2)];
  const next = uniforms(3);
  return listOf(n, (i) => {
    const [wordOfMouth, advertising] = [heard[i] as number, seen[i] as number];
    const expected = 0.6 * wordOfMouth + 0.3 * advertising + 8 * next();
    return { stage: 'never-used' as const, signals: { wordOfMouth, advertising }, expected };
  });
}

export const expectationCases: readonly GrowthCase[] = [
  ranks(rankOrderCentroid),
  ranks(rankReciprocal),
  ranks(rankSum),
  ranks(equalWeights),
  {
    of: ['tiedWeights'],
    by: 'groups of two, of which there may be 10,000 ranks',
    n: 600,
    make: (n) => {
      const sizes = listOf(n, () => 2);
      return () => tiedWeights(sizes);
    },
  },
  {
    of: ['formExpectations'],
    by: 'rows',
    n: 20_000,
    rows: 'prediction',
    make: (n) => {
      const columns = {
        stage: Uint8Array.from({ length: n }, (_, i) => i % 3),
        signals: {
          wordOfMouth: levelsOf(n, 1),
          advertising: levelsOf(n, 2),
          ownJudgement: levelsOf(n, 3),
          longTermExperience: levelsOf(n, 4),
          price: { amount: columnOf(n, 30, 5), reference: columnOf(n, 35, 6) },
        },
      };
      return () => formExpectations(columns);
    },
  },
  {
    of: ['followExpectation'],
    by: 'events',
    n: 500,
    make: (n) => {
      const events = listOf(n, (i) => ({ at: dateOf(i), event: experienceOf(i) }));
      return () => followExpectation(start, events, { from: dateOf(0), judge: judgeOutcome });
    },
  },
  {
    of: ['classifyStage'],
    by: 'uses',
    n: 2000,
    make: (n) => {
      const history = { firstPurchase: dateOf(0), uses: listOf(n, (i) => dateOf(i % 3000)) };
      return () => classifyStage(history, { asOf: dateOf(3001) });
    },
  },
  {
    of: ['fitExpectation'],
    by: 'rows',
    n: 500,
    rows: 'fit',
    ofObjects: true,
    make: (n) => {
      const rows = expectedRows(n);
      return () => fitExpectation(rows, { ...names, register: 'predicted', resamples: 100 });
    },
  },
  {
    of: ['fitUpdating'],
    by: 'histories of three reports',
    n: 50,
    make: (n) => {
      const next = uniforms(7);
      const histories = listOf(n, () => ({
        start,
        from: dateOf(0),
        path: listOf(3, (i) => ({
          at: dateOf(10 + 10 * i),
          event: experienceOf(Math.floor(20 * next())),
          reported: { predicted: 65 + 10 * next() },
        })),
      }));
      return () => fitUpdating(histories, names);
    },
  },
];
