import {
  capabilityFromSamples,
  planBonuses,
  planPromise,
  planReassurance,
  planRecovery,
  triageExpectation,
} from 'overdeliver';
import { type Coded, inEnglish, promiseInEnglish } from 'overdeliver/english';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { asOf, contact, evenly } from '../response/given';

describe('a code in English', () => {
  it.each([
    [
      'figures to three digits',
      { code: 'rounded', detail: { from: 57.3333, to: 60 } },
      'rounded from 57.3 to 60',
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
    ['figures beside the code', { code: 'rising', change: 4.25, p: 0.01 }, 'rising by 4.25 points'],
    [
      'an unknown code as it is',
      { code: 'hum', detail: { loud: 3, at: asOf } },
      'hum (loud 3, at 2026-03-06T10:00:00.000Z)',
    ],
    ['a name of Object as no code of ours', { code: 'toString' }, 'toString'],
    ['a code alone', 'watch', 'Watch.'],
  ] as const)('shows %s', (_, coded, text) => {
    expect(inEnglish(coded as Coded)).toBe(text);
  });

  it('has a phrase, with every figure it names, for what the response room says', () => {
    const own = capabilityFromSamples(
      Array.from({ length: 30 }, (_, i) => i),
      { unit: 'minutes' },
    );
    const quiet = { zone: 'UTC', quiet: '09:00-08:00' };
    const shown = [
      ...triageExpectation(
        { asked: 1 },
        {
          industry: evenly(0, 10),
          own: evenly(0, 12),
          later: { from: asOf, own: evenly(0, 1) },
          keepRate: 0.9,
          alternatives: ['x'],
          asOf,
          contact,
        },
      ).actions,
      ...triageExpectation(
        { asked: 12 },
        { industry: evenly(0, 10), own: evenly(0, 12), keepRate: 0.9, asOf, contact },
      ).actions,
      ...[6, 29].flatMap((elapsed) => {
        const { actions, leftOut } = planRecovery(
          { what: 'x', at: asOf, apologised: elapsed > 9 },
          {
            compensation: { offer: 'y', worth: 1 },
            promise: {
              capability: own,
              plan: { promise: 5, keepRate: 0.8 },
              elapsed,
              revised: false,
            },
            asOf,
            contact,
          },
        );
        return [...actions, ...leftOut];
      }),
      ...planReassurance(asOf, { contact: quiet }),
      ...[0, 5].flatMap((budget) => {
        const plan = planBonuses(
          [{ id: 'a', cost: 5, serves: 'safety', value: 1 }],
          [
            { id: 'b', needs: { safety: 1 } },
            { id: 'c', needs: {} },
          ],
          { budget, kept: { rate: 1 }, asOf, contact },
        );
        return [...plan.actions, ...plan.leftOut, ...(plan.none ? [plan.none] : [])];
      }),
    ];
    const reasons = shown.flatMap((one) => ('why' in one ? one.why : []));
    for (const coded of [...shown, ...reasons]) {
      const text = inEnglish(coded);
      expect(text).not.toContain('undefined');
      expect(text.startsWith(`${coded.code} (`)).toBe(false);
    }
    expect(new Set(shown.map(({ code }) => code)).size).toBeGreaterThan(20);
  });

  it('is refused without a code', () => {
    expect(refusal(() => inEnglish({} as never))).toMatchObject({
      code: 'missing',
      path: 'coded.code',
    });
  });
});

describe('a promise in English', () => {
  it('says what to promise, what is typical and why', () => {
    const plan = planPromise(evenly(0, 10), { keepRate: 0.9 });
    expect(promiseInEnglish(plan)).toBe(
      'Promise 9 days: kept 90% of the time, typically 5 days (to be kept 90% of the time; no interval, since the outcomes cannot be ranked).',
    );
  });

  it('is refused for what is no plan', () => {
    expect(refusal(() => promiseInEnglish({} as never))).toMatchObject({
      code: 'missing',
      path: 'plan.promise',
    });
  });
});
