import { capabilityByGroup, capabilityFromCensored } from 'overdeliver';
import {
  calibrateEstimates,
  capabilityFromFamily,
  capabilityFromQuantiles,
  gamma,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';

describe('orders under way', () => {
  it('in business days are known to exceed the days before today alone', () => {
    // Of 2 and 3 days and one for 2 under way: on its second day it may yet finish, so it is at risk until the first.
    const taken = [2, 3, 2];
    const finished = [1, 1, 0];
    const inBusinessDays = capabilityFromCensored(taken, { unit: 'business-days', finished });
    expect(inBusinessDays.chance(2)).toBe(1 / 2);
    expect(capabilityFromCensored(taken, { unit: 'days', finished }).chance(2)).toBeCloseTo(1 / 3);
  });

  it('may have been watched from the start, be over at once, and end in one way', () => {
    const options = { unit, entered: [0, 1, 0] };
    expect(capabilityFromCensored([0, 4, 5], options).quantile(0.3)).toBe(0);
    expect(capabilityFromCensored([3, 4, 5], { unit, entered: [0, 0, 0] }).ranks?.n).toBe(3);
    const both = { unit, lost: [1, 0, 0], finished: [1, 1, 1] };
    const { code, path } = refusal(() => capabilityFromCensored([3, 4, 5], both));
    expect([code, path]).toEqual(['ambiguous', 'options.lost[0]']);
  });

  it('remain for longer than not at all', () => {
    const left = capabilityFromFamily(gamma, { mean: 10, sd: 5 }, { unit }).remaining(5);
    expect(left.chance(-1)).toBe(0);
    expect(left.chance(0)).toBe(0);
    expect(left.expectedOvershoot(-2)).toBeCloseTo(left.mean() + 2, 12);
  });

  it('are known as far as all were, of those that are left', () => {
    // A quarter is gone by 25, and .9 of all is known: (.9 - .25) / .75 of the rest, and (.5 - .25) / .75 within 50.
    const points = [
      { p: 0, value: 0 },
      { p: 0.5, value: 50 },
      { p: 0.9, value: 90 },
    ];
    const left = capabilityFromQuantiles(points, { unit }).remaining(25);
    expect(left.identified).toBeCloseTo(0.65 / 0.75, 12);
    expect(left.chance(25)).toBeCloseTo(1 / 3, 12);
  });
});

describe('quantiles of somebody else', () => {
  const ends = (first: number, last: number) => [
    { p: 0.1, value: first },
    { p: 0.9, value: last },
  ];

  it('rest on no observations, and say so', () => {
    expect(capabilityFromQuantiles(ends(30, 60), { unit }).warnings).toEqual([
      { code: 'no-observations', detail: { observations: 0 } },
    ]);
  });

  it('go from the better to the worse', () => {
    const levels = { unit: 'points', better: 'higher' } as const;
    expect(capabilityFromQuantiles(ends(95, 90), levels).quantile(0.9)).toBe(90);
    for (const [options, last, expected] of [
      [levels, 96, 'a value of at most 95'],
      [{ unit }, 94, 'a value of at least 95'],
    ] as const) {
      const refused = refusal(() => capabilityFromQuantiles(ends(95, last), options));
      expect(refused).toMatchObject({ code: 'out-of-range', path: 'points[1].value', expected });
    }
  });
});

describe('groups', () => {
  const byShop = capabilityByGroup([{ value: 0, path: ['north'] }], { unit, levels: ['shop'] });

  it('hold what took no time, and are asked for by text', () => {
    expect(byShop(['north']).quantile(0.5)).toBe(0);
    const { code, path } = refusal(() => byShop([5 as unknown as string]));
    expect([code, path]).toEqual(['wrong-type', 'path[0]']);
  });

  it.each([
    ['value', { vlue: 3, path: ['north'] }],
    ['path', { value: 3, pth: ['north'] }],
  ])('name the %s of a row that is misspelt', (name, row) => {
    const call = () => capabilityByGroup([row as never], { unit, levels: ['shop'] });
    expect(refusal(call)).toMatchObject({ code: 'unknown-name' });
    expect(refusal(call).expected).toContain(`${name}, or one of`);
  });
});

describe('spreads of estimates', () => {
  it('are within a thousandth and a thousand times the usual one', () => {
    const history = { estimates: [10, 10, 10], actuals: [9, 11, 12], spreads: [1, 1, 1] };
    const bill = calibrateEstimates(history, { unit });
    expect(bill({ estimate: 10, spread: 1000 }).unit).toBe(unit);
    expect(bill({ estimate: 10, spread: 0.001 }).unit).toBe(unit);
    for (const spread of [1001, 0.00099])
      expect(refusal(() => bill({ estimate: 10, spread })).code).toBe('out-of-range');
  });

  it('of no rows are refused as no rows are', () => {
    const none = { estimates: [], actuals: [], spreads: [] };
    expect(refusal(() => calibrateEstimates(none, { unit }))).toMatchObject({
      code: 'not-enough-data',
      path: 'history.actuals',
    });
  });
});
