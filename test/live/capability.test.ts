import { planByCost } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { experienced } from './stream';

// Whatever lasted longest here, against what was to be expected, has finished: all is identified.
const { promiser, now } = experienced(2000, { seed: 5, cancelled: 0.05 });
const capability = promiser.capability({ at: now, group: 'group 1', estimate: 50 });

describe('the capability of the next order', () => {
  it('answers as quotes do, but for the step of finite samples', () => {
    const quote = promiser.quote({ at: now, group: 'group 1', estimate: 50 });
    expect(capability).toMatchObject({
      kind: 'live',
      unit: 'minutes',
      better: 'lower',
      ranks: null,
    });
    expect(capability.n).toBe(quote.guarantee?.n);
    expect(capability.quantile(0.5)).toBeCloseTo(quote.typical as number, 2);
    expect(capability.quantile(0.9) / (quote.promise as number)).toBeCloseTo(1, 2);
    expect(capability.quantile(0.9)).toBeLessThan(quote.promise as number);
  });

  it('is a distribution: a quantile is kept with its chance, and no sooner', () => {
    for (let p = 0.01; p < 0.99; p += 0.01) {
      const quantile = capability.quantile(p);
      expect(capability.chance(quantile)).toBeGreaterThan(p - 1e-12);
      expect(capability.chance(quantile * (1 - 1e-9))).toBeLessThan(p + 1e-6);
    }
    expect(capability.identified).toBe(1);
    expect(capability.mean()).toBeGreaterThan(capability.quantile(0.4));
    expect(capability.mean()).toBeLessThan(capability.quantile(0.75));
  });

  it('is what plans of any kind are made on', () => {
    // A miss nine times as costly as an early delivery: F = .9.
    const plan = planByCost(capability, { late: 9, early: 1 });
    expect(plan.promise).toBeCloseTo(capability.quantile(0.9), 9);
    expect(plan.guarantee).toMatchObject({ kind: 'none', n: capability.n });
  });

  it('is not identified as far as nothing was seen', () => {
    const { promiser, now } = experienced(300);
    for (let i = 0; i < 30; i++) promiser.start({ id: `stuck ${i}`, at: now });
    const later = new Date(now.getTime() + 200 * 60_000);
    promiser.start({ id: 'x', at: later });
    promiser.cancel({ id: 'x', at: later });
    const { identified, quantile } = promiser.capability({ at: later });
    expect(identified).toBeLessThan(1);
    expect(refusal(() => quantile((1 + identified) / 2)).code).toBe('not-identified');
  });
});
