import type { FactorOrder } from 'overdeliver/expectation';
import { fitExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { newcomers, quick } from './survey';

describe('the order of a stage', () => {
  // Shares were computed once by this very code; resamples are drawn by the seed.
  it('is seen in a share of resamples that hangs on the seed', () => {
    const order = ['advertising', 'wordOfMouth'] as const;
    const shareOf = (more = {}) =>
      fitExpectation(newcomers, { ...quick, order, ...more }).orders[0]?.share;
    expect([shareOf(), shareOf({ seed: 2 }), shareOf({ resamples: 150 })]).toEqual([
      0.66, 0.67, 0.66,
    ]);
  });

  it('of one place alone says nothing', () => {
    const word = newcomers.map(({ stage, expected }, i) => ({
      stage,
      signals: { wordOfMouth: (i * 41 + 13) % 90 },
      expected,
    }));
    expect(fitExpectation(word, quick).orders).toEqual([
      { stage: 'never-used', order: ['wordOfMouth'], holds: null, share: null },
    ]);
  });

  it('of your own may tie, and then all of a place weigh more than all of the next', () => {
    const rows = newcomers.map(({ signals, ...row }, i) => ({
      ...row,
      signals: { ...signals, ownJudgement: (i * 31 + 7) % 83 },
      expected: row.expected / 2 + 0.1 * ((i * 31 + 7) % 83) + 15,
    }));
    const orderOf = (order: FactorOrder, more = {}) =>
      fitExpectation(rows, { ...quick, order, ...more }).orders[0];
    expect(orderOf(['advertising', ['wordOfMouth', 'price', 'ownJudgement']])).toMatchObject({
      order: ['advertising', ['wordOfMouth', 'ownJudgement']],
      holds: true,
    });
    // Where the default hardly draws, advertising weighs more than the one, but less than the other.
    const between: FactorOrder = ['advertising', ['wordOfMouth', 'ownJudgement']];
    expect(orderOf(between, { priorSize: 0.1 })).toMatchObject({ order: between, holds: false });
    expect(orderOf([['wordOfMouth', 'ownJudgement'], 'advertising'])).toMatchObject({
      order: [['wordOfMouth', 'ownJudgement'], 'advertising'],
      holds: false,
    });
  });

  it('does not hold between weights that are both at 0', () => {
    const falling = newcomers.map((row, i) => ({
      ...row,
      signals: { wordOfMouth: (i * 41 + 13) % 90, advertising: (i * 23 + 5) % 71 },
      expected: 80 - 0.3 * ((i * 41 + 13) % 90) - 0.3 * ((i * 23 + 5) % 71),
    }));
    const { weights, orders } = fitExpectation(falling, quick);
    expect(weights.filter(({ factor }) => factor !== 'base').map(({ weight }) => weight)).toEqual([
      0, 0,
    ]);
    expect(orders.map(({ holds, share }) => [holds, share])).toEqual([[false, 0]]);
  });
});
