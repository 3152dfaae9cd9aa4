import { capabilityFromCensored, capabilityFromSamples, planPromise } from 'overdeliver';
import { mixCapabilities } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { relativeError } from '../numerics/relative-error';

const unit = 'minutes';

// Weeks of remission under 6-MP (Freireich et al. 1963; survival as in Kalbfleisch and Prentice 1980).
const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const ongoing = new Set([3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20]);
const finished = weeks.map((_, i) => !ongoing.has(i));

describe('samples under way', () => {
  const patients = capabilityFromCensored(weeks, { unit: 'weeks', finished });

  it('have the survival curve of Kaplan and Meier', () => {
    // Each time, how many were at risk of it, how many it took, and the published survival.
    let survival = 1;
    for (const [at, risk, events, published] of [
      [6, 21, 3, '0.8571'],
      [7, 17, 1, '0.8067'],
      [10, 15, 1, '0.7529'],
      [13, 12, 1, '0.6902'],
      [16, 11, 1, '0.6275'],
      [22, 7, 1, '0.5378'],
      [23, 6, 1, '0.4482'],
    ] as const) {
      survival *= (risk - events) / risk;
      expect(survival.toFixed(4)).toBe(published);
      expect(relativeError(1 - patients.chance(at), survival)).toBeLessThan(1e-12);
      expect(patients.quantile(patients.chance(at))).toBe(at);
    }
    expect(patients.identified).toBe(patients.chance(23));
    expect(patients.n).toBe(9);
    expect(patients.ranks).toBeNull();
  });

  it('leave unanswered what they do not show', () => {
    expect(refusal(() => patients.quantile(0.6))).toMatchObject({
      name: 'NotIdentifiedError',
      code: 'not-identified',
      function: 'capability.quantile',
      path: 'p',
    });
    expect(refusal(() => patients.mean()).code).toBe('not-identified');
    expect(refusal(() => patients.expectedOvershoot(10)).code).toBe('not-identified');
    expect(patients.chance(1000)).toBe(patients.identified);
  });

  it('are as good as plain samples when all have finished and count alike', () => {
    const all = capabilityFromCensored([3, 1, 2], { unit, finished: [true, 1, true] });
    const plain = capabilityFromSamples([3, 1, 2], { unit });
    expect(all.toJSON()).toEqual({ ...plain.toJSON(), kind: 'censored' });
    expect(planPromise(all, { keepRate: 0.7 })).toEqual(planPromise(plain, { keepRate: 0.7 }));
  });

  it('count for nothing without one that has finished', () => {
    const none = () => capabilityFromCensored([3, 1], { unit, finished: new Uint8Array(2) });
    expect(refusal(none)).toMatchObject({
      code: 'not-enough-data',
      path: 'samples',
      message:
        'capabilityFromCensored: samples holds 0 finished of 2; expected at least 1 for a capability',
    });
  });
});

describe('weighted samples', () => {
  it('count as often as they weigh', () => {
    const weighted = capabilityFromCensored([10, 20, 30], { unit, weights: [1, 0, 3] });
    const repeated = capabilityFromSamples([10, 30, 30, 30], { unit });
    expect(weighted.chance(10)).toBe(0.25);
    expect(weighted.quantile(0.3)).toBe(30);
    expect(weighted.mean()).toBe(repeated.mean());
    expect(weighted.expectedOvershoot(20)).toBe(repeated.expectedOvershoot(20));
    // Kish: (1 + 3)^2 / (1 + 9).
    expect(weighted.n).toBeCloseTo(1.6, 12);
    expect(weighted.ranks).toBeNull();
  });

  it('weigh something, however little', () => {
    const old = capabilityFromCensored([10, 30], { unit, weights: [1e-200, 1e-200] });
    expect(old.n).toBe(2);
    const none = () => capabilityFromCensored([10], { unit, weights: [0] });
    expect(refusal(none).message).toContain('holds 0 finished with a weight above 0 of 1;');
  });

  it('may be levels, as long as none is under way', () => {
    const level = { unit: 'points', better: 'higher' } as const;
    const service = capabilityFromCensored([60, 90], { ...level, weights: [3, 1] });
    expect([service.quantile(0.25), service.quantile(0.26)]).toEqual([90, 60]);
    expect(service.mean()).toBe(67.5);
    // Nothing is not less than nothing, turned round as it is.
    const json = capabilityFromCensored([0, 90], { ...level, weights: [3, 1] }).toJSON();
    expect(json).toMatchObject({ samples: [0, 90] });
  });
});

it('has nothing to say of what remains beyond the last that finished', () => {
  const flight = capabilityFromCensored([1, 2, 3, 4], { unit, finished: [1, 1, 1, 0] });
  const left = flight.remaining(3.5);
  expect(left.identified).toBe(0);
  for (const p of [0, 0.5, 1]) expect(refusal(() => left.quantile(p)).code).toBe('not-identified');
  // Nor does a mixture with it know more than that.
  const sure = capabilityFromSamples([0, 5], { unit });
  const mixed = mixCapabilities([
    { capability: left, weight: 1 },
    { capability: sure, weight: 1 },
  ]);
  expect(mixed.identified).toBe(0.25);
  expect([mixed.quantile(0), mixed.quantile(0.25)]).toEqual([0, 0]);
  expect(refusal(() => mixed.quantile(0.3)).code).toBe('not-identified');
  expect(mixCapabilities([{ capability: left, weight: 1 }]).identified).toBe(0);
});

it('says how old what is left will be by its own count', () => {
  const flight = capabilityFromCensored([1, 2, 3, 40], { unit, finished: [1, 1, 1, 0] });
  expect(flight.remaining(2.5).stillUnderWay).toEqual({ count: 1, oldest: 37.5 });
});

it('what counts for nothing hides nothing', () => {
  const options = { unit, finished: [1, 1, 0, 0], weights: [1, 1, 1, 0] };
  const { stillUnderWay, quantile } = capabilityFromCensored([10, 20, 30, 90], options);
  expect(stillUnderWay).toEqual({ count: 1, oldest: 30 });
  expect(refusal(() => quantile(0.9)).message).toContain('1 is under way for longer');
});

it('business days that have all ended may be weighted', () => {
  const options = { unit: 'business-days', weights: [1, 1, 2] };
  const days = capabilityFromCensored([1, 2, 4], options);
  expect([0.25, 0.5, 0.51].map(days.quantile)).toEqual([1, 2, 4]);
});

it('what was lost for certain leaves nothing open', () => {
  const options = { unit, finished: [1, 1, 1, 0], lost: [0, 0, 0, 1] };
  const call = () => capabilityFromCensored([1, 2, 3, 4], { ...options, finished: [1, 1, 1, 1] });
  expect(refusal(call)).toMatchObject({ path: 'options.lost[3]', value: true });
  const early = { unit, entered: [0, 3] };
  const gap = refusal(() => capabilityFromCensored([2, 5], early));
  expect(gap.message).toContain('0 under watch after 2');
  expect(gap.message).toContain('at least 1');
});

it('says how long a column is that does not fit', () => {
  const call = () => capabilityFromCensored([1, 2], { unit, weights: [1, 2, 3] });
  expect(refusal(call).message).toBe(
    'capabilityFromCensored: options.weights is an array of 3; expected a length of 2',
  );
});

it.each([
  [[1, -2], {}, 'out-of-range', 'samples[1]'],
  [[], {}, 'not-enough-data', 'samples'],
  [7, {}, 'wrong-type', 'samples'],
  [[1], { weights: [1, 2] }, 'length-mismatch', 'options.weights'],
  [[1], { weights: [-1] }, 'out-of-range', 'options.weights[0]'],
  [[1], { weights: ['1'] }, 'wrong-type', 'options.weights[0]'],
  [[1, 2], { weights: [1, 1e308] }, 'out-of-range', 'options.weights[1]'],
  [[1], { weights: 1 }, 'wrong-type', 'options.weights'],
  [[1], { finished: ['yes'] }, 'wrong-type', 'options.finished[0]'],
  [[1], { finished: [true, true] }, 'length-mismatch', 'options.finished'],
  [[1, 2], { finished: [true, false], better: 'higher' }, 'out-of-range', 'options.finished'],
  [[1], { unit: '' }, 'out-of-range', 'options.unit'],
  [[1], { colour: 'red' }, 'unknown-name', 'options.colour'],
])('refuses %j with %j', (samples, more, code, path) => {
  const call = () => capabilityFromCensored(samples as number[], { unit, ...more } as never);
  expect(refusal(call)).toMatchObject({ code, path, function: 'capabilityFromCensored' });
});

describe('where nothing is known of what remains', () => {
  const flight = capabilityFromCensored([1, 2, 3, 9], { unit, finished: [1, 1, 1, 0] });

  it('no less is asked for, since there is no less', () => {
    const { message } = refusal(() => flight.remaining(4).quantile(0));
    expect(message).toContain('p needs 0; expected none, since nothing is known: 1 is under way');
    expect(message).not.toContain('ask for less');
    expect(refusal(() => flight.quantile(0.9)).message).toContain(', or ask for less');
  });

  it('none is under way who is younger than that', () => {
    for (const elapsed of [9, 20]) {
      const left = flight.remaining(elapsed);
      expect(left.stillUnderWay).toBeUndefined();
      expect(refusal(() => left.quantile(0.5)).message).toBe(
        'capability.quantile: p needs 0.5; expected none, since nothing is known',
      );
    }
  });
});

it('says that samples are missing where there are none', () => {
  const call = () => capabilityFromCensored(undefined as never, { unit });
  expect(refusal(call)).toMatchObject({ code: 'missing', path: 'samples' });
});
