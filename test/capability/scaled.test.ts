import fc from 'fast-check';
import { capabilityFromSamples, scaleCapability, shiftCapability } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { amounts } from './any-capability';

const unit = 'minutes';

describe('scaled and shifted', () => {
  it('keeps its ranks: what is promised by rank is kept by as many', () => {
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
    const shifts = fc.double({ min: -1000, max: 1000, noNaN: true });
    holds(
      fc.property(amounts, positive, shifts, (given, factor, shift) => {
        for (const better of ['lower', 'higher'] as const) {
          const whole = capabilityFromSamples(given, { unit, better });
          const { ranks } = shiftCapability(scaleCapability(whole, factor), shift);
          for (let rank = 1; rank <= given.length; rank++) {
            const promise = ranks?.byRank(rank) as number;
            expect(promise).toBe(factor * (whole.ranks?.byRank(rank) as number) + shift);
            expect(ranks?.kept(promise)).toBe(whole.ranks?.kept(whole.ranks.byRank(rank)));
          }
        }
      }),
    );
  });

  it('moves all answers along', () => {
    const whole = capabilityFromSamples([10, 20, 40], { unit });
    const moved = shiftCapability(scaleCapability(whole, 2), -5);
    expect(moved.quantile(0.5)).toBe(35);
    expect(moved.mean()).toBeCloseTo(2 * whole.mean() - 5, 12);
    expect(moved.expectedOvershoot(35)).toBeCloseTo(2 * whole.expectedOvershoot(20), 12);
    expect(moved.n).toBe(3);
  });

  it('refuses factors and shifts that are none', () => {
    const whole = capabilityFromSamples([10], { unit });
    expect(refusal(() => scaleCapability(whole, 0)).path).toBe('factor');
    expect(refusal(() => scaleCapability(whole, '2' as never)).code).toBe('wrong-type');
    expect(refusal(() => shiftCapability(whole, Infinity)).path).toBe('shift');
    expect(refusal(() => shiftCapability(null as never, 1)).path).toBe('capability');
  });
});
