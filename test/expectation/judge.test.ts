import { outcomes } from 'overdeliver/core';
import { followExpectation, type OutcomeJudge } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { given } from './given';

const from = new Date('2026-03-01');
const experience = { kind: 'experience', perceived: 50, sd: 3, needMet: true } as const;
const follow = (judge: unknown, event: object = experience) =>
  followExpectation(given(), [{ at: from, event: event as typeof experience }], {
    from,
    judge: judge as OutcomeJudge,
  });

describe('the judge of a trajectory', () => {
  it.each(outcomes)('decides: %s', (outcome) => {
    const { steps, outcome: last } = follow(() => ({ outcome, reason: 'because' }));
    expect([steps[0]?.outcome, last]).toEqual([outcome, outcome]);
  });

  it('sees the experience alone, as judgeOutcome takes it', () => {
    const seen: unknown[] = [];
    const judge = (_: unknown, one: unknown) => {
      seen.push(one);
      return { outcome: 'met' };
    };
    follow(judge);
    follow(judge, { kind: 'experience', perceived: 7 });
    expect(seen).toStrictEqual([{ perceived: 50, needMet: true }, { perceived: 7 }]);
  });

  it('is not asked about anything else', () => {
    const judge = () => {
      throw new Error('asked');
    };
    expect(follow(judge, { kind: 'information', level: 5 }).outcome).toBeNull();
  });

  it.each([undefined, null, 'met', {}, { outcome: 'delighted' }, { outcome: undefined }])(
    'is refused when it answers %j',
    (answer) => {
      const judge = () => answer;
      expect(refusal(() => follow(judge))).toMatchObject({
        code: 'wrong-type',
        function: 'followExpectation',
        path: 'options.judge',
        value: judge,
        expected: 'a function that returns { outcome }, one of below, met, exceeded',
      });
    },
  );
});

it('the outcome of a trajectory is that of the last experience, whatever came after', () => {
  const events = [
    { at: from, event: experience },
    { at: from, event: { kind: 'information', level: 70 } as const },
  ];
  const judge = (() => ({ outcome: 'met' })) as unknown as OutcomeJudge;
  expect(followExpectation(given(), events, { from, judge }).outcome).toBe('met');
});
