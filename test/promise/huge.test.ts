import { capabilityFromSamples, planPromise, planWindow } from 'overdeliver';
import { scaleCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';

describe('quantities near the end of the numbers', () => {
  it('have no mean and no overshoot rather than an infinite one', () => {
    const huge = capabilityFromSamples([1.7e308, 1.7e308, 1.6e308], { unit });
    expect(refusal(() => huge.mean())).toMatchObject({
      code: 'out-of-range',
      function: 'capability.mean',
    });
    expect(refusal(() => huge.expectedOvershoot(0))).toMatchObject({
      code: 'out-of-range',
      function: 'capability.expectedOvershoot',
      path: 't',
    });
    expect(huge.quantile(0.5)).toBe(1.7e308);
  });

  it('never give a plan that is not finite', () => {
    const wide = capabilityFromSamples([-1.7e308, -1.7e308, 1.7e308], { unit, deviations: true });
    const refused = refusal(() => planPromise(wide, { keepRate: 0.75 }));
    expect(refused).toMatchObject({
      code: 'out-of-range',
      path: 'capability',
      function: 'planPromise',
    });
  });
});

it('never give a window that is not finite', () => {
  const samples = [1, 1, 1, 1, 1e9, 1e9, 1e15, 1e300, 1e300, 1.7e308];
  const wide = scaleCapability(capabilityFromSamples(samples, { unit }), 7);
  const refused = refusal(() => planWindow(wide, { keepRate: 0.5 }));
  expect(refused).toMatchObject({
    code: 'out-of-range',
    function: 'capability.expectedOvershoot',
  });
});
