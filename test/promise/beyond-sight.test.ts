import { capabilityFromCensored, planPromise, planWindow, toMultipleOf } from 'overdeliver';
import { capabilityFromQuantiles } from 'overdeliver/capability';
import { NotIdentifiedError } from 'overdeliver/core';
import { impliedCostRatio, requiredImprovement } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const codes = ({ why }: { why: readonly { code: string }[] }) => why.map(({ code }) => code);
/** One of five has been under way for 52 minutes: nothing is known beyond 47, which four of five keep. */
const flight = capabilityFromCensored([38, 52, 41, 45, 47], { unit, finished: [1, 0, 1, 1, 1] });
/** Half within 40, nine of ten within 58; a tenth sooner than 32 or just then. */
const points = [
  { p: 0.1, value: 32 },
  { p: 0.5, value: 40 },
  { p: 0.9, value: 58 },
];
const carrier = capabilityFromQuantiles(points, { unit });
const atLeast = (chance: number) => ({ code: 'chance-at-least', detail: { chance } });

describe('a chance beyond what was seen', () => {
  it('is said to be a bound once a plan is rounded past it', () => {
    const exact = planPromise(flight, { keepRate: 0.8 });
    expect(exact.promise).toBe(47);
    expect(codes(exact)).toEqual(['keep-rate', 'miss-not-identified']);
    const rounded = planPromise(flight, { keepRate: 0.8, round: toMultipleOf(5) });
    expect(rounded).toMatchObject({ promise: 50, chance: { estimate: 0.8 } });
    expect(rounded.why).toContainEqual(atLeast(0.8));
    expect(codes(rounded)).toEqual([
      'keep-rate',
      'rounded',
      'chance-at-least',
      'miss-not-identified',
    ]);
  });

  it('is said to be one for levels as well', () => {
    const levels = points.map(({ p, value }) => ({ p, value: 100 - value }));
    const service = capabilityFromQuantiles(levels, { unit: 'points', better: 'higher' });
    const plan = planPromise(service, { keepRate: 0.9, round: toMultipleOf(5) });
    expect(plan.promise).toBe(40);
    expect(plan.why).toContainEqual(atLeast(0.9));
  });

  it('is said to be one where the market demands such a promise', () => {
    const must = (promise: number) => requiredImprovement(flight, { promise, keepRate: 0.8 });
    expect(codes(must(47))).toEqual([]);
    expect(must(60)).toMatchObject({ needed: false, chance: { estimate: 0.8 } });
    expect(must(60).why).toContainEqual(atLeast(0.8));
    const early = requiredImprovement(carrier, { promise: 30, keepRate: 0.8 });
    expect(early).toMatchObject({ needed: true, chance: { estimate: 0 } });
    expect(early.why).toContainEqual(atLeast(0));
  });

  it('refuses the cost ratio of a quote on either side of what is known', () => {
    const asked = (quote: number) => {
      try {
        impliedCostRatio(carrier, quote);
      } catch (error) {
        if (error instanceof NotIdentifiedError) return error.asked;
      }
      throw new Error('nothing was refused');
    };
    expect([asked(30), asked(60)]).toEqual([0, 1]);
  });

  it('counts nothing for a window that nobody is known to have fallen into', () => {
    const exact = planWindow(carrier, { keepRate: 0.8 });
    expect(exact).toMatchObject({ from: 32, to: 58, chance: { estimate: 0.8 } });
    const rounded = planWindow(carrier, { keepRate: 0.8, round: toMultipleOf(5) });
    expect(rounded).toMatchObject({ from: 30, to: 60, chance: { estimate: 0.8 } });
    for (const plan of [exact, rounded]) expect(plan.why).toContainEqual(atLeast(0.8));
    const within = planWindow(carrier, { keepRate: 0.6 });
    expect(within.chance.estimate).toBeCloseTo(0.6, 9);
    expect(codes(within)).not.toContain('chance-at-least');
  });

  it('is no median, without which there is no plan, however little is asked for', () => {
    const few = capabilityFromCensored([38, 52, 54], { unit, finished: [1, 0, 0] });
    const { message } = refusal(() => planPromise(few, { keepRate: 0.9 }));
    expect(message).not.toContain('ask for less');
    expect(refusal(() => planPromise(few, { keepRate: 0.3 })).message).toContain(
      'needs 0.5; expected a probability from 0 to 0.3333333333333333, beyond which nothing is known, not even the median: ',
    );
  });

  it('implies no cost', () => {
    for (const [capability, quote] of [
      [flight, 48],
      [carrier, 59],
      [carrier, 31],
    ] as const) {
      const refused = refusal(() => impliedCostRatio(capability, quote));
      expect(refused).toMatchObject({ code: 'not-identified', path: 'quote' });
    }
    expect(impliedCostRatio(flight, 47)).toBeCloseTo(4, 12);
  });
});
