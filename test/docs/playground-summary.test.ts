import type { BacktestReport } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { basisOf, bestNext } from '../../docs/.vitepress/playground/orders/basis';
import { summaryOf } from '../../docs/.vitepress/playground/orders/charts';

type Difference = readonly [estimate: number, low: number | null, high: number | null];

const interval = ([estimate, low, high]: Difference) => ({ estimate, low, high });
const alike = { estimate: 0, low: 0, high: 0 };

/** A report of two policies, with what the sentence goes by. */
function reportOf(other: {
  kept: number;
  quote: number;
  loss: Difference;
  share?: number;
}): BacktestReport {
  const policy = (n: number, share: number | null, mean: number, pinball: number) => ({
    kept: { n, share },
    quote: { mean },
    pinball,
  });
  return {
    unit: 'days',
    keepRate: 0.9,
    against: 'yours',
    policies: {
      yours: policy(230, 0.71, 3, 0.32),
      // Its orders were easy ones, so that its own loss says nothing beside that of all.
      estimator: policy(90, other.share ?? 0.811, 4.42, 0.25),
    },
    differences: {
      yours: { kept: alike, quote: alike, pinball: alike, n: 230 },
      estimator: {
        kept: interval([other.kept, null, null]),
        quote: interval([other.quote, null, null]),
        pinball: interval(other.loss),
        n: 90,
      },
    },
  } as unknown as BacktestReport;
}

describe('the sentence about policies', () => {
  const yours = 'Asked to keep 90%, your own promises kept 71% at 3 days on average.';

  it('calls none the best that chance may have favoured', () => {
    const report = reportOf({ kept: 0.1, quote: 1.42, loss: [-0.03, -0.098, 0.032] });
    expect(summaryOf(report)).toBe(
      `${yours} On the 90 orders that both promised, an estimator fitted weekly keeps 10 points more, at promises 1.42 days longer. Whether that is better is not sure: chance alone may make such a difference.`,
    );
  });

  it('says what is better for sure', () => {
    const report = reportOf({ kept: 0.1, quote: -0.5, loss: [-0.2, -0.3, -0.1] });
    expect(summaryOf(report)).toBe(
      `${yours} On the 90 orders that both promised, an estimator fitted weekly keeps 10 points more, at promises 0.5 days shorter. That is better by more than chance.`,
    );
  });

  it('says what is worse for sure', () => {
    const report = reportOf({ kept: -0.021, quote: 0, loss: [0.2, 0.1, 0.3] });
    expect(summaryOf(report)).toBe(
      `${yours} On the 90 orders that both promised, an estimator fitted weekly keeps 2.1 points fewer, at promises as long. That is worse by more than chance.`,
    );
  });

  it('leaves out a comparison that has no interval', () => {
    const report = reportOf({ kept: 0, quote: 1, loss: [-0.1, null, null] });
    expect(summaryOf(report)).toContain(
      'keeps as many, at promises 1 day longer. Whether that is better',
    );
  });
});

describe('the sentence about the next promise', () => {
  const reportWith = (loss: Difference) => reportOf({ kept: 0.1, quote: 1.42, loss });

  it('names the policy that came out best, which promises', () => {
    const report = reportWith([-0.2, -0.3, -0.1]);
    expect(basisOf(report)).toBe('Of these, an estimator fitted weekly came out best.');
    expect(bestNext(report)).toBe('estimator');
  });

  it('says that it may have been chance', () => {
    expect(basisOf(reportWith([-0.03, -0.098, 0.032]))).toContain('best, perhaps by chance.');
    expect(basisOf(reportWith([0.03, -0.032, 0.098]))).toContain('best, perhaps by chance, so');
    expect(basisOf(reportWith([0, null, null]))).toContain('perhaps by chance');
  });

  it('claims of three no more than was compared', () => {
    const withThird = (loss: Difference, third: Difference) => {
      const { policies, differences, ...report } = reportWith(loss);
      const live = { ...differences.estimator, pinball: interval(third) };
      const all = { policies: { ...policies, live: policies.estimator } };
      return { ...report, ...all, differences: { ...differences, live } } as BacktestReport;
    };
    expect(basisOf(withThird([-0.2, -0.3, -0.1], [-0.1, -0.2, -0.05]))).toBe(
      'Of these, an estimator fitted weekly came out best, better than your own promises by more than chance.',
    );
    expect(basisOf(withThird([0.2, 0.1, 0.3], [0.3, -0.1, 0.7]))).toContain('perhaps by chance');
  });

  it('does not tell anybody to change what is best', () => {
    const report = reportWith([0.2, 0.1, 0.3]);
    expect(basisOf(report)).toBe(
      'Of these, your own promises came out best, so nothing here says to change them. After them came an estimator fitted weekly.',
    );
    expect(bestNext(report)).toBe('estimator');
  });

  it('says no more where nothing was compared', () => {
    const none = { ...reportWith([0, 0, 0]), differences: {} };
    expect(basisOf(none)).toBe('');
    expect(bestNext(none)).toBe('rolling');
  });
});
