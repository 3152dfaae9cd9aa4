import fc from 'fast-check';
import { calibrateEstimates, capabilityFromSamples, reviveCapability } from 'overdeliver';
import { capabilityFromCensored, poweredSource, scaleCapability } from 'overdeliver/capability';
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

  it('keeps the interval of a chance, of levels too, and has none where there was none', () => {
    const powerOf = (of: ReturnType<typeof capabilityFromCensored>) =>
      reviveCapability(
        {
          kind: 'powered',
          version: 1,
          unit,
          better: of.better,
          exponent: 2,
          of: { kind: 'of', version: 1, unit, better: of.better },
        },
        [poweredSource, { kind: 'of', revive: () => of }],
      );
    const weights = [1, 3, 2, 2];
    for (const better of ['lower', 'higher'] as const) {
      const whole = capabilityFromCensored([0, 10, 20, 40], { unit, better, weights });
      const twice = scaleCapability(whole, 2);
      const squared = powerOf(whole);
      for (const t of [0, 10, 20]) {
        const interval = whole.chanceInterval?.(t);
        expect(twice.chanceInterval?.(2 * t)).toEqual(interval);
        expect(squared.chanceInterval?.(t * t)).toEqual(interval);
      }
    }
    // What took no time at all is gone once any has passed.
    const whole = capabilityFromCensored([0, 10, 20, 40], { unit, weights });
    for (const elapsed of [0, 10]) {
      const interval = whole.chanceInterval?.(20, elapsed);
      expect(interval).not.toEqual(whole.chanceInterval?.(20));
      expect(scaleCapability(whole, 2).chanceInterval?.(40, 2 * elapsed)).toEqual(interval);
      expect(powerOf(whole).chanceInterval?.(400, elapsed * elapsed)).toEqual(interval);
    }
    const plain = capabilityFromSamples([10, 20], { unit });
    expect(scaleCapability(plain, 2).chanceInterval).toBeUndefined();
    expect(powerOf(plain).chanceInterval).toBeUndefined();
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

it('what is left of a scaled curve rests on as many observations as before', () => {
  const durations = Array.from({ length: 40 }, (_, i) => 10 + i);
  const finished = durations.map((_, i) => i % 2 === 0 || i < 20);
  const curve = capabilityFromCensored(durations, { unit, finished });
  const twice = scaleCapability(curve, 2);
  const fourTimes = scaleCapability(twice, 2);
  for (const elapsed of [25, 31, 36]) {
    const later = finished.filter((is, i) => is && 10 + i > elapsed).length;
    expect(curve.remaining(elapsed).n).toBe(later);
    expect(twice.remaining(2 * elapsed).n).toBe(later);
    expect(fourTimes.remaining(2 * elapsed).remaining(2 * elapsed).n).toBe(later);
  }
});
