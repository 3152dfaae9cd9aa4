import fc from 'fast-check';
import { calibrateEstimates, capabilityFromSamples } from 'overdeliver';
import { capabilityFromCensored, scaleCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { amounts } from './any-capability';

const unit = 'minutes';

describe('scaled', () => {
  it('keeps its ranks: what is promised by rank is kept by as many', () => {
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
    holds(
      fc.property(amounts, positive, (given, factor) => {
        for (const better of ['lower', 'higher'] as const) {
          const whole = capabilityFromSamples(given, { unit, better });
          const { ranks } = scaleCapability(whole, factor);
          for (let rank = 1; rank <= given.length; rank++) {
            const promise = ranks?.byRank(rank) as number;
            expect(promise).toBe(factor * (whole.ranks?.byRank(rank) as number));
            expect(ranks?.kept(promise)).toBe(whole.ranks?.kept(whole.ranks.byRank(rank)));
          }
        }
      }),
    );
  });

  it('moves all answers along', () => {
    const whole = capabilityFromSamples([10, 20, 40], { unit });
    const moved = scaleCapability(whole, 2);
    expect(moved.quantile(0.5)).toBe(40);
    expect(moved.mean()).toBeCloseTo(2 * whole.mean(), 12);
    expect(moved.expectedOvershoot(40)).toBeCloseTo(2 * whole.expectedOvershoot(20), 12);
    expect(moved.n).toBe(3);
  });

  it('refuses factors that are none, and questions as any capability does', () => {
    const whole = capabilityFromSamples([10], { unit });
    expect(refusal(() => scaleCapability(whole, 0)).path).toBe('factor');
    expect(refusal(() => scaleCapability(whole, '2' as never)).code).toBe('wrong-type');
    expect(refusal(() => scaleCapability(null as never, 1)).path).toBe('capability');
    const { ranks } = scaleCapability(whole, 2);
    expect(refusal(() => ranks?.kept('7' as never)).function).toBe('capability.ranks.kept');
    expect(refusal(() => ranks?.byRank(2))).toMatchObject({ code: 'out-of-range', path: 'rank' });
  });
});

describe('an order under way that would take longer than any number says', () => {
  const past = { estimates: [3, 2, 5, 4], actuals: [30, 20, 50, 40] };
  const finished = [true, true, false, true];

  it('is refused, by its factor, its estimate or its spread', () => {
    const whole = capabilityFromCensored(past.actuals, { unit, finished });
    expect(refusal(() => scaleCapability(whole, 1.7e308))).toMatchObject({
      code: 'out-of-range',
      path: 'factor',
      function: 'scaleCapability',
    });
    const plain = calibrateEstimates(past, { unit, finished });
    expect(plain(1e307).stillUnderWay?.oldest).toBe(1e308);
    expect(refusal(() => plain(1.7e308))).toMatchObject({
      code: 'out-of-range',
      path: 'estimate',
      function: 'calibrateEstimates',
    });
    const wide = calibrateEstimates({ ...past, spreads: [1, 1, 1, 1.1] }, { unit, finished });
    expect(refusal(() => wide({ estimate: 3, spread: 900 })).path).toBe('estimate.spread');
  });

  it('is not scaled where there is none', () => {
    const whole = capabilityFromSamples(past.actuals, { unit });
    expect(scaleCapability(whole, 1e300).stillUnderWay).toBeUndefined();
  });
});
