import { adjustParameters, type Expectation, judgeOutcome, judgePromise } from 'overdeliver';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';

const base: Expectation = deepFreeze({
  stage: 'long-term',
  predicted: { mean: 70, variance: 25 },
  desired: 90,
  adequate: 60,
  promised: null,
  dominantFactor: 'longTermExperience',
  dominantNeed: null,
  parameters: 'expectation/assumed-1',
});
const judged = (change: Partial<Expectation>, perceived: number, needMet?: boolean) => {
  const experience = deepFreeze({ perceived, needMet });
  const { outcome, reason } = judgeOutcome({ ...base, ...change }, experience);
  return `${outcome}, ${reason}`;
};
const noticing = (values: { [K in keyof typeof outcomeDefaults.parameters]?: number }) => ({
  parameters: adjustParameters(outcomeDefaults, 'outcome/ours', values),
});

describe('judgeOutcome by the difference', () => {
  it.each([
    [100, 'exceeded, noticeably-better'],
    [75, 'exceeded, noticeably-better'],
    [74.999, 'met, as-expected'],
    [70, 'met, as-expected'],
    [65.001, 'met, as-expected'],
    [65, 'below, noticeably-worse'],
    [0, 'below, noticeably-worse'],
  ])('%d where 70 was expected is %s', (perceived, verdict) => {
    expect(judged({}, perceived)).toBe(verdict);
  });

  it('compares with predicted, not with desired or adequate', () => {
    expect(judged({ desired: 100, adequate: 10 }, 75)).toBe('exceeded, noticeably-better');
    expect(judged({ desired: 71, adequate: 71 }, 70)).toBe('met, as-expected');
  });

  it('takes another difference', () => {
    const at = (perceived: number) =>
      judgeOutcome(base, { perceived }, noticing({ noticeablePoints: 10 }));
    expect([80, 79.9, 60.1, 60].map((perceived) => at(perceived).outcome)).toEqual([
      'exceeded',
      'met',
      'met',
      'below',
    ]);
  });

  it('with a difference of 0 finds exactly what was expected and promised met', () => {
    const options = noticing({ noticeablePoints: 0 });
    const experience = { perceived: 70 } as const;
    expect(judgeOutcome(base, experience, options).outcome).toBe('met');
    expect(judgeOutcome({ ...base, promised: 70 }, experience, options).outcome).toBe('met');
  });
});

describe('judgeOutcome by a promised level', () => {
  it.each([
    [75, 'below, promise-broken'],
    [75.001, 'exceeded, noticeably-better'],
    [80, 'exceeded, noticeably-better'],
  ])('%d where 80 was promised and 70 expected is %s', (perceived, verdict) => {
    expect(judged({ promised: 80 }, perceived)).toBe(verdict);
  });

  it.each(['never-used', 'first-use', 'long-term'] as const)('at any stage: %s', (stage) => {
    expect(judged({ stage, promised: 80 }, 75)).toBe('below, promise-broken');
  });

  it('a promise of 0 is one, and cannot be missed', () => {
    expect(judged({ promised: 0 }, 70)).toBe('met, as-expected');
  });
});

describe('judgeOutcome by the need', () => {
  it('at first use unmet is below, whatever was perceived or promised', () => {
    expect(judged({ stage: 'first-use' }, 100, false)).toBe('below, need-unmet');
    expect(judged({ stage: 'first-use', promised: 80 }, 10, false)).toBe('below, need-unmet');
  });

  it.each([
    [75, 'exceeded, noticeably-better'],
    [66, 'met, as-expected'],
    [65, 'met, need-met'],
    [60, 'met, need-met'],
    [59.999, 'below, noticeably-worse'],
  ])('at first use met, %d where 70 was expected and 60 adequate is %s', (perceived, verdict) => {
    expect(judged({ stage: 'first-use' }, perceived, true)).toBe(verdict);
  });

  it('at first use met does not make good a broken promise', () => {
    expect(judged({ stage: 'first-use', promised: 80 }, 62, true)).toBe('below, promise-broken');
  });

  it('at first use unknown changes nothing', () => {
    expect(judged({ stage: 'first-use' }, 62)).toBe('below, noticeably-worse');
  });

  it.each(['never-used', 'long-term'] as const)('does not count when %s', (stage) => {
    expect(judged({ stage }, 80, false)).toBe('exceeded, noticeably-better');
    expect(judged({ stage }, 62, true)).toBe('below, noticeably-worse');
  });
});

describe('judgePromise', () => {
  it.each([
    [60, 45, 'exceeded', 'noticeably-better'],
    [60, 57, 'met', 'as-expected'],
    [60, 61, 'below', 'promise-broken'],
    [60, 54, 'exceeded', 'noticeably-better'],
    [60, 54.001, 'met', 'as-expected'],
    [60, 60, 'met', 'as-expected'],
    [60, 60.001, 'below', 'promise-broken'],
    [60, 0, 'exceeded', 'noticeably-better'],
  ])('%d promised, %d taken: %s, %s', (promised, actual, outcome, reason) => {
    expect(judgePromise(deepFreeze({ promised, actual }))).toEqual({ outcome, reason });
  });

  it('finds every promise exceeded at exactly a tenth less', () => {
    const missed: number[] = [];
    for (let tenths = 1; tenths <= 2000; tenths++) {
      // 9 hundredths of a number of tenths, correctly rounded, as anyone would write it.
      const delivery = { promised: tenths / 10, actual: (9 * tenths) / 100 };
      if (judgePromise(delivery).outcome !== 'exceeded') missed.push(delivery.promised);
    }
    expect(missed).toEqual([]);
  });

  it('takes another share, and at 0 still wants it better', () => {
    const at = (actual: number, noticeableShare: number) =>
      judgePromise({ promised: 60, actual }, noticing({ noticeableShare })).outcome;
    expect([at(45, 0.25), at(45.01, 0.25)]).toEqual(['exceeded', 'met']);
    expect([at(59.99, 0), at(60, 0)]).toEqual(['exceeded', 'met']);
  });
});
