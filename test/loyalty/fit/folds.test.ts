import {
  predictIntention,
  predictRecovery,
  predictSwitching,
  predictWordOfMouth,
} from 'overdeliver';
import { fitIntentions, fitRecovery, fitSwitching, fitWordOfMouth } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { names } from './world';

const outcomes = ['below', 'met', 'exceeded'] as const;
const stages = ['first-use', 'long-term'] as const;
const few = { ...names, folds: 3 };
const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;

/** So many of each row, one kind after the other. */
const times = <Row>(count: number, rows: readonly Row[]) =>
  rows.flatMap((row) => Array.from({ length: count }, () => row));

describe('folds hold the same shares of rows, so that fits to the others are the fit to all: by', () => {
  it('outcome and stage, for intentions', () => {
    const kinds = outcomes.flatMap((outcome, i) =>
      stages.map((stage, j) => ({
        satisfaction: 30 + 20 * i + 15 * j,
        outcome,
        stage,
        repurchase: 0.2 + 0.2 * i + 0.15 * ((i + j) % 2),
      })),
    );
    const rows = times(3, kinds);
    const { comparison, parameters } = fitIntentions(rows, few);
    const losses = rows.map(({ repurchase: answer, ...customer }) => {
      const { repurchase } = predictIntention(customer, { parameters });
      return -answer * Math.log(repurchase) - (1 - answer) * Math.log(1 - repurchase);
    });
    expect(comparison.repurchase?.learnt).toBeCloseTo(mean(losses), 9);
  });

  it('choice, outcome and stage, for switching', () => {
    const kinds = [true, false].flatMap((left, i) =>
      outcomes.flatMap((outcome, j) =>
        stages.map((stage, k) => ({
          expected: 60,
          promised: 50 + 9 * i + 4 * j + 11 * k,
          credibility: 1,
          market: 60,
          outcome,
          stage,
          left,
        })),
      ),
    );
    const rows = times(3, kinds);
    const { comparison, parameters } = fitSwitching(rows, few);
    const losses = rows.map(({ expected, outcome, stage, left, ...offer }) => {
      const { chance } = predictSwitching({ expected, outcome, stage }, offer, { parameters });
      return -Math.log(left ? chance : 1 - chance);
    });
    expect(comparison.learnt).toBeCloseTo(mean(losses), 9);
  });

  it('outcome, for word of mouth', () => {
    // Who is satisfied altogether tells the most, below and exceeded alike: the mean of what these two tell.
    const rows = times(6, [
      { satisfaction: 100, outcome: 'below', positive: 1, negative: 0 },
      { satisfaction: 100, outcome: 'met', positive: 1, negative: 0 },
      { satisfaction: 100, outcome: 'exceeded', positive: 3, negative: 0 },
    ] as const);
    const { comparison, parameters } = fitWordOfMouth(rows, few);
    const losses = rows.map(({ positive, negative, ...customer }) => {
      const told = predictWordOfMouth(customer, { parameters });
      return (positive - told.positive) ** 2 + (negative - told.negative) ** 2;
    });
    expect(comparison.learnt).toBeCloseTo(mean(losses), 9);
    expect(comparison.learnt).toBeCloseTo(2 / 3, 9);
  });
});

it('a fit that tells nothing gains nothing, and is not recommended', () => {
  const row = { before: 80, failed: 40, distributive: 50, recovered: 65 };
  const idle = { before: 60, failed: 60, distributive: 0, recovered: 60 };
  const { comparison, flags } = fitRecovery([row, ...times(11, [idle])], few);
  expect(flags.filter(({ code }) => code === 'unseen')).toHaveLength(5);
  const was = { satisfaction: 80, outcome: 'met', stage: 'first-use' } as const;
  const { recovered } = predictRecovery(was, { failed: 40, distributive: 50 }).satisfaction;
  const loss = (65 - recovered) ** 2 / 12;
  expect(comparison.default).toBeCloseTo(loss, 12);
  expect(comparison).toMatchObject({ gain: 0, standardError: 0, recommended: 'default' });
});
