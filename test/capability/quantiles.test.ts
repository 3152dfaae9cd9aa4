import { capabilityFromGuess } from 'overdeliver';
import { capabilityFromQuantiles, quantilesSource, reviveCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const options = { unit: 'days' };
const carrier = capabilityFromQuantiles(
  [
    { p: 0.5, value: 3 },
    { p: 0.8, value: 3 },
    { p: 0.95, value: 9 },
  ],
  options,
);

describe('some quantiles', () => {
  it('hold as given, with straight lines between them', () => {
    expect([0.5, 0.7, 0.8, 0.95].map(carrier.quantile)).toEqual([3, 3, 3, 9]);
    expect(carrier.quantile(0.875)).toBeCloseTo(6, 12);
    expect(carrier.chance(6)).toBeCloseTo(0.875, 12);
    expect(carrier.chance(3)).toBe(0.8);
  });

  it('say nothing beyond themselves', () => {
    expect(carrier).toMatchObject({ identified: 0.95, identifiedFrom: 0.5, n: 0, ranks: null });
    for (const p of [0.49, 0.96]) {
      expect(refusal(() => carrier.quantile(p)).code).toBe('not-identified');
    }
    expect(refusal(() => carrier.mean()).code).toBe('not-identified');
    expect(refusal(() => carrier.remaining(1)).code).toBe('not-identified');
    expect(carrier.chance(2)).toBe(0);
    expect(carrier.chance(20)).toBe(0.95);
  });

  it('say by how much a promise is missed when the longest is known', () => {
    const upper = capabilityFromQuantiles(
      [
        { p: 0.5, value: 4 },
        { p: 1, value: 8 },
      ],
      options,
    );
    // from 6 to 8 with probability 1/4: on average 1
    expect(upper.expectedOvershoot(6)).toBeCloseTo(0.25, 12);
    expect(refusal(() => upper.expectedOvershoot(3)).code).toBe('not-identified');
  });
});

it('is a uniform distribution between two ends', () => {
  const points = [
    { p: 0, value: 30 },
    { p: 1, value: 60 },
  ];
  const capability = capabilityFromQuantiles(points, options);
  expect(capability.mean()).toBe(45);
  expect(capability.expectedOvershoot(45)).toBeCloseTo(3.75, 12);
  expect(capability.expectedOvershoot(0)).toBe(45);
  expect(capability.remaining(45).mean()).toBeCloseTo(7.5, 12);
});

it.each([
  [[{ p: 0.5, value: 1 }], 'out-of-range', 'points'],
  [
    [
      { p: 0.5, value: 1 },
      { p: 0.5, value: 2 },
    ],
    'out-of-range',
    'points[1].p',
  ],
  [
    [
      { p: 0.5, value: 3 },
      { p: 0.6, value: 2 },
    ],
    'out-of-range',
    'points[1].value',
  ],
  [
    [
      { p: 0.5, value: -3 },
      { p: 0.6, value: 2 },
    ],
    'out-of-range',
    'points[0].value',
  ],
  [
    [
      { p: 0.5, value: 3 },
      { p: 1.2, value: 4 },
    ],
    'out-of-range',
    'points[1].p',
  ],
  [
    [
      { p: 0.3, value: 1 },
      { p: 0.1 + 0.2, value: 2 },
    ],
    'out-of-range',
    'points[1].p',
  ],
  [[{ p: 0.5 }, { p: 0.6, value: 4 }], 'missing', 'points[0].value'],
])('refuses %j', (points, code, path) => {
  const call = () => capabilityFromQuantiles(points as never, options);
  expect(refusal(call)).toMatchObject({ code, path });
});

it('takes values that are equal up to rounding for equal, and a last p of 1 for 1', () => {
  const points = [
    { p: 0.1, value: 0.1 + 0.2 },
    { p: 0.5, value: 0.3 },
    { p: 0.7 + 0.2 + 0.1, value: 0.4 },
  ];
  const tied = capabilityFromQuantiles(points, options);
  expect([tied.chance(0.3), tied.chance(0.1 + 0.2)]).toEqual([0.5, 0.5]);
  expect([tied.identified, tied.quantile(1), tied.chance(0.4)]).toEqual([1, 0.4, 1]);
  for (let p = 0.1; p < 0.5; p += 0.01) expect(tied.quantile(p)).toBeCloseTo(0.3, 15);
  expect(reviveCapability(tied.toJSON(), [quantilesSource]).toJSON()).toEqual(tied.toJSON());
  const guessed = capabilityFromGuess(
    capabilityFromQuantiles([{ p: 0, value: 0 }, ...points], options),
    { priorSize: 3, samples: [0.9] },
  );
  expect([guessed.identifiedFrom, guessed.quantile(1)]).toEqual([0, 0.9]);
});

it('takes levels with values that fall', () => {
  const points = [
    { p: 0.5, value: 80 },
    { p: 0.9, value: 60 },
  ];
  const level = capabilityFromQuantiles(points, { unit: 'points', better: 'higher' });
  expect(level.quantile(0.7)).toBeCloseTo(70, 12);
  expect(level.chance(70)).toBeCloseTo(0.7, 12);
  const call = () => capabilityFromQuantiles(points, options);
  expect(refusal(call).path).toBe('points[1].value');
});
