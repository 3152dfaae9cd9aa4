import { type Coded, inEnglish } from 'overdeliver/english';
import { stages } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { asOf } from '../response/given';

describe('a code in English', () => {
  it.each([
    [
      'figures to three digits',
      { code: 'rounded', detail: { from: 57.3333, to: 60 } },
      'rounded from 57.3 to 60',
    ],
    [
      'in more digits where three would not tell one from another',
      { code: 'rounded', detail: { from: 119.7, to: 120, multipleOf: 5 } },
      'rounded from 119.7 to 120, a multiple of 5',
    ],
    [
      'large ones too',
      { code: 'rounded', detail: { from: 12344.9, to: 12345 } },
      'rounded from 12344.9 to 12345',
    ],
    [
      'not where they are equal up to rounding',
      { code: 'rounded', detail: { from: 60 - 1e-12, to: 60 } },
      'rounded from 60 to 60',
    ],
    [
      'shares likewise',
      { code: 'cannot-be-kept', detail: { chance: 0.8998, keepRate: 0.9 } },
      'we keep it 89.98% of the time, but aim at 90%',
    ],
    [
      'a number beside a range',
      {
        code: 'outside-fitted-range',
        path: 'actual',
        value: 37.41,
        range: [1.5, 37.4],
      },
      'actual is 37.41, and the model was fitted on 1.5 to 37.4',
    ],
    [
      'large whole numbers as they are',
      { code: 'rounded', detail: { from: 12345, to: 20000 } },
      'rounded from 12345 to 20000',
    ],
    [
      'shares in percent',
      { code: 'keep-rate', detail: { keepRate: 0.29 } },
      'to be kept 29% of the time',
    ],
    [
      'cents as money',
      { code: 'give-bonus', detail: { customer: 'Ada', bonus: 'cinema', cost: 1805 } },
      'Surprise Ada with: cinema (18.05).',
    ],
    [
      'a promise as it is',
      { code: 'serve', detail: { promise: 1234.5, unit: 'minutes', chance: 0.9166 } },
      'Say yes: 1234.5 minutes, kept 91.7% of the time.',
    ],
    [
      'a promise of long decimals to twelve digits',
      { code: 'promise-again', detail: { promise: 0.1 + 0.2, unit: 'h', chance: 0.5 } },
      'Give the new promise, once: 0.3 h in all, kept 50% of the time.',
    ],
    [
      'what a promise was rounded to as it is',
      { code: 'rounded', detail: { from: 1232.4567, to: 1234.5 } },
      'rounded from 1232 to 1234.5',
    ],
    [
      'an unknown code with figures as they are',
      { code: 'hum', detail: { chance: 0.99961 } },
      'hum (chance 0.99961)',
    ],
    [
      'when it can be kept, if it ever can',
      {
        code: 'explain',
        detail: { asked: 4, unit: 'days', industry: 0.8, chance: 0.5, from: '2026-06-01' },
      },
      'Explain why: 4 days would be kept 80% of the time in the industry, 50% by us; by us often enough from 2026-06-01 on.',
    ],
    [
      'no date where it cannot',
      { code: 'explain', detail: { asked: 4, unit: 'days', industry: 0.8, chance: 0.5 } },
      'Explain why: 4 days would be kept 80% of the time in the industry, 50% by us.',
    ],
    ['figures beside the code', { code: 'rising', change: 4.25, p: 0.01 }, 'rising by 4.25 points'],
    [
      'an unknown code as it is',
      { code: 'hum', detail: { loud: 3, at: asOf } },
      'hum (loud 3, at 2026-03-06T10:00:00.000Z)',
    ],
    ['a name of Object as no code of ours', { code: 'toString' }, 'toString'],
    ['a code alone', 'watch', 'Watch.'],
    ['the advice of a review alone', 'wait', 'Say nothing yet.'],
    [
      'the advice of a stage',
      stages['long-term'].advice[0],
      'Stay close: reward programmes and interaction.',
    ],
    [
      'a share of bills, not of the time',
      { code: 'serve', detail: { promise: 960, unit: 'euros', chance: 0.9 } },
      'Say yes: 960 euros, kept in 90% of cases.',
    ],
    ['an advice alone', 'promise-again', 'Give the new promise, once.'],
    ['a fall without its sign', { code: 'falling', change: -9.75 }, 'falling by 9.75 points'],
    [
      'a range from end to end',
      { code: 'outside-fitted-range', path: 'satisfaction', value: 1, range: [10, 100] },
      'satisfaction is 1, and the model was fitted on 10 to 100',
    ],
    [
      'a figure below zero with its sign',
      { code: 'outside-fitted-range', path: 'gap', value: -5, range: [-3, 3] },
      'gap is -5, and the model was fitted on -3 to 3',
    ],
    [
      'no half of what can be told only whole',
      { code: 'promise-again', detail: { promise: 74, unit: 'minutes' } },
      'Give the new promise, once.',
    ],
    [
      'shares of the time where the unit is no text',
      { code: 'serve', detail: { promise: 3, unit: 7, chance: 0.5 } },
      'Say yes: 3 7, kept 50% of the time.',
    ],
    [
      'an answer that was pooled',
      { code: 'pooled', detail: { answer: 2, as: 1 } },
      'nobody answered 2, so that it counts as 1 and has no chance',
    ],
    [
      'a number that stays as it was',
      { code: 'unseen', detail: { parameter: 'delight' } },
      'hardly a row tells delight, which keeps the value of the default',
    ],
    [
      'rows of one stage',
      { code: 'one-stage', detail: { stage: 'first-use' } },
      'all rows are of one stage, first-use',
    ],
    [
      'a model without data',
      { code: 'not-fitted', detail: {} },
      'no number of the model was fitted to data',
    ],
  ] as const)('shows %s', (_, coded, text) => {
    expect(inEnglish(coded as Coded)).toBe(text);
  });

  it.each([
    ...[
      'second',
      'minute',
      'hour',
      'day',
      'week',
      'month',
      'seconds',
      'months',
      'open-minutes',
    ].map((unit) => [unit, '90% of the time']),
    ...['days off', 'kind', 'dollars'].map((unit) => [unit, 'in 90% of cases']),
  ])('speaks of shares of the time for a unit of time alone: %s', (unit, share) => {
    const coded = { code: 'serve', detail: { promise: 3, unit, chance: 0.9 } };
    expect(inEnglish(coded).endsWith(`, kept ${share}.`)).toBe(true);
  });

  it.each([
    [1, '100%'],
    [0.9996, '99.96%'],
    [0.99996, '99.996%'],
    [1 - 2 ** -53, '99.99999999999999%'],
    [0.9994, '99.9%'],
    [0.00012345, '0.0123%'],
    [0, '0%'],
  ])('shows a share of %d as %s: all or nothing only where it is', (keepRate, text) => {
    expect(inEnglish({ code: 'keep-rate', detail: { keepRate } })).toBe(
      `to be kept ${text} of the time`,
    );
  });

  it('names what says a plan, and that nothing says a guarantee', () => {
    const guarantee = { kind: 'finite-sample', rank: 11, n: 11 };
    expect(refusal(() => inEnglish(guarantee as never)).expected).toBe(
      'a code, which is text, as each of why, warnings and flags has; a plan is said by promiseInEnglish, a review by ' +
        'reviewInEnglish, and a guarantee, which has no sentence, goes by its kind',
    );
  });

  it.each([
    [{}, 'missing', 'coded.code'],
    [{ code: 3 }, 'wrong-type', 'coded.code'],
    [{ code: 'rounded', detail: null }, 'wrong-type', 'coded.detail'],
    [{ code: 'rounded', detail: [3, 4] }, 'wrong-type', 'coded.detail'],
    [null, 'wrong-type', 'coded'],
    [7, 'wrong-type', 'coded'],
    [undefined, 'missing', 'coded'],
  ])('is refused for %o', (coded, code, path) => {
    const refused = refusal(() => inEnglish(coded as never));
    expect(refused).toMatchObject({ function: 'inEnglish', code, path });
  });

  it.each([
    ['an invalid date', new Date(Number.NaN)],
    ['what has no text', Object.create(null)],
    ['a list of such', [Object.create(null)]],
  ])('is refused with a figure that is %s', (_, figure) => {
    const path = 'coded.detail.figure';
    const said = { function: 'inEnglish', code: 'wrong-type', path };
    expect(refusal(() => inEnglish({ code: 'own', detail: { figure } }))).toMatchObject(said);
  });

  it.each([
    ['in its detail', { code: 'rounded', detail: { from: 3 } }, 'coded.detail.to'],
    ['beside it', { code: 'rising' }, 'coded.change'],
    ['of a code alone', 'keep-rate', 'coded.keepRate'],
  ])('is refused without a figure %s', (_, coded, path) => {
    expect(refusal(() => inEnglish(coded as Coded))).toMatchObject({ code: 'missing', path });
  });

  it.each<[string, unknown]>([
    ['an invalid date', new Date(Number.NaN)],
    ['no prototype', Object.create(null)],
    ['a list of such', [new Date(Number.NaN)]],
  ])('is refused with a figure that cannot be said: %s', (_, from) => {
    for (const code of ['rounded', 'of-my-own']) {
      expect(refusal(() => inEnglish({ code, detail: { from, to: 1 } }))).toMatchObject({
        function: 'inEnglish',
        code: 'wrong-type',
        path: 'coded.detail.from',
      });
    }
  });
});
