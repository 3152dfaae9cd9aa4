import {
  adjustParameters,
  type Expectation,
  judgeOutcome,
  judgePromise,
  outcomeDefaults,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';

const expectation: Expectation = {
  stage: 'long-term',
  will: { mean: 70, variance: 100 },
  should: 80,
  adequate: 56,
  promised: null,
  dominantFactor: 'longTermExperience',
  dominantNeed: null,
  parameters: 'expectation/assumed-1',
};
const judge = (perceived: number, over: Partial<Expectation> = {}, needMet?: boolean) =>
  judgeOutcome({ ...expectation, ...over }, { kind: 'experience', perceived, needMet });

describe('judgeOutcome', () => {
  it.each([
    [75, 'exceeded', 'noticeably-better'],
    [74.999, 'met', 'as-expected'],
    [70, 'met', 'as-expected'],
    [65.001, 'met', 'as-expected'],
    [65, 'below', 'noticeably-worse'],
    [0, 'below', 'noticeably-worse'],
  ])('judges %d against 70 as %s, %s', (perceived, outcome, reason) => {
    expect(judge(perceived)).toEqual({ outcome, reason });
  });

  it('takes an unmet need as below at first use, whatever was perceived', () => {
    expect(judge(100, { stage: 'first-use' }, false)).toEqual({
      outcome: 'below',
      reason: 'need-unmet',
    });
    expect(judge(100, {}, false).outcome).toBe('exceeded');
    expect(judge(100, { stage: 'never-used' }, false).outcome).toBe('exceeded');
  });

  it('lets a met need make up for a disappointment at first use, within the zone of tolerance', () => {
    expect(judge(60, { stage: 'first-use' }, true)).toEqual({ outcome: 'met', reason: 'need-met' });
    expect(judge(56, { stage: 'first-use' }, true).outcome).toBe('met');
    expect(judge(55.9, { stage: 'first-use' }, true).outcome).toBe('below');
    expect(judge(60, { stage: 'first-use' }).outcome).toBe('below');
    expect(judge(60, {}, true).outcome).toBe('below');
  });

  it('takes a noticeably broken promise as below, even with the need met', () => {
    const promised = { promised: 90, stage: 'first-use' } as const;
    expect(judge(85, promised, true)).toEqual({ outcome: 'below', reason: 'promise-broken' });
    expect(judge(85.1, promised, true).outcome).toBe('exceeded');
  });

  it('takes differences of your own', () => {
    const parameters = adjustParameters(outcomeDefaults, 'mine', { noticeablePoints: 10 });
    const judged = judgeOutcome(expectation, { kind: 'experience', perceived: 78 }, { parameters });
    expect(judged.outcome).toBe('met');
  });

  it.each([
    [{ kind: 'information', level: 50 }, 'unknown-name', 'experience.kind'],
    [{ kind: 'experience', perceived: 130 }, 'out-of-range', 'experience.perceived'],
    [{ kind: 'experience' }, 'missing', 'experience.perceived'],
  ])('refuses %j', (experience, code, path) => {
    expect(() => judgeOutcome(expectation, experience as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });

  it('refuses a damaged expectation', () => {
    expect(() =>
      judgeOutcome({ ...expectation, adequate: 90 }, { kind: 'experience', perceived: 70 }),
    ).toThrow(expect.objectContaining({ code: 'out-of-range', path: 'expectation' }));
  });
});

describe('judgePromise', () => {
  // MODELS: quote 60, deliver 45 is exceeded, 57 met, 61 below.
  it.each([
    [60, 45, 'exceeded', 'noticeably-better'],
    [60, 54, 'exceeded', 'noticeably-better'],
    [60, 54.1, 'met', 'as-expected'],
    [60, 57, 'met', 'as-expected'],
    [60, 60, 'met', 'as-expected'],
    [60, 61, 'below', 'promise-broken'],
    [60, 0, 'exceeded', 'noticeably-better'],
  ])('promised %d, delivered %d: %s', (promised, actual, outcome, reason) => {
    expect(judgePromise({ promised, actual })).toEqual({ outcome, reason });
  });

  it('calls a promise just kept met, even where every difference is noticed', () => {
    const parameters = adjustParameters(outcomeDefaults, 'mine', { noticeableShare: 0 });
    expect(judgePromise({ promised: 60, actual: 60 }, { parameters }).outcome).toBe('met');
    expect(judgePromise({ promised: 60, actual: 59.9 }, { parameters }).outcome).toBe('exceeded');
  });

  it.each([
    [{ promised: 0, actual: 1 }, 'out-of-range', 'promised'],
    [{ promised: 60, actual: -1 }, 'out-of-range', 'actual'],
    [{ promised: 60 }, 'missing', 'actual'],
    [{ promised: 60, actual: 45, unit: 'minutes' }, 'unknown-name', 'unit'],
  ])('refuses %j', (delivery, code, path) => {
    expect(() => judgePromise(delivery as never)).toThrow(expect.objectContaining({ code, path }));
  });

  it('refuses unknown options and parameters off their range', () => {
    const delivery = { promised: 60, actual: 45 };
    expect(() => judgePromise(delivery, { share: 0.2 } as never)).toThrow(
      expect.objectContaining({ code: 'unknown-name', path: 'options.share' }),
    );
    expect(() => adjustParameters(outcomeDefaults, 'mine', { noticeableShare: 2 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
