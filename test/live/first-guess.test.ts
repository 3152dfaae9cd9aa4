import { livePromiser, reviveLivePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { at } from './stream';

/** Orders one after the other, each of which takes 20 to 60 minutes; what was promised at each start. */
function promisesOf(
  promiser: ReturnType<typeof livePromiser>,
  orders: number,
  own: { readonly estimate?: number } = {},
): readonly (number | null)[] {
  const next = uniforms(5);
  return Array.from({ length: orders }, (_, i) => {
    const started = 100 * i;
    const { promise } = promiser.start({ id: String(i), at: at(started), ...own });
    promiser.finish({ id: String(i), at: at(started + 20 + 40 * next()) });
    return promise;
  });
}

const guessing = (typical: number) => livePromiser({ unit: 'minutes', keepRate: 0.8, typical });

describe('a first guess', () => {
  // 2,400 seconds, 2,400,000 milliseconds, and 40 minutes in hours and in days.
  it.each([2400, 2_400_000, 40 / 60, 40 / 1440])('of %s minutes for 40 gives way', (typical) => {
    const promises = promisesOf(guessing(typical), 40);
    for (const promise of promises.slice(20)) {
      expect(promise).toBeGreaterThan(30);
      expect(promise).toBeLessThan(80);
    }
  });

  it('that was off by less is outweighed, as before', () => {
    const promises = promisesOf(guessing(200), 6);
    // The third one to finish changed nothing at once.
    expect((promises[3] as number) / (promises[2] as number)).toBeGreaterThan(0.6);
  });

  it('gives way where orders have estimates of another unit', () => {
    const promises = promisesOf(guessing(40), 40, { estimate: 2400 });
    expect(promises.at(-1)).toBeGreaterThan(30);
    expect(promises.at(-1)).toBeLessThan(80);
  });

  it('stands after three slips, and after orders that took no time', () => {
    for (const slip of [1 / 60, 0]) {
      const promiser = guessing(40);
      for (let i = 0; i < 3; i++) {
        promiser.start({ id: 'slip', at: at(-100 + i) });
        promiser.finish({ id: 'slip', at: at(-100 + i + slip) });
      }
      const promises = promisesOf(promiser, 40);
      expect(promises.at(-1)).toBeGreaterThan(30);
      expect(promises.at(-1)).toBeLessThan(80);
    }
  });

  it('that gives way late leaves nothing of what was learnt by it', () => {
    const [promiser, twin] = [guessing(2400), guessing(2400)];
    for (let i = 0; i < 250; i++) {
      promiser.start({ id: 'none', at: at(i - 300) });
      promiser.finish({ id: 'none', at: at(i - 300) });
    }
    const [late, soon] = [promiser, twin].map((one) => promisesOf(one, 40).at(-1) as number);
    expect((late as number) / (soon as number)).toBeCloseTo(1, 1);
  });

  it('stands where one of the first took long', () => {
    const [promiser, twin] = [guessing(4), guessing(4)];
    for (const [one, last] of [
      [promiser, 41],
      [twin, 39],
    ] as const) {
      one.start({ id: 'a', at: at(0) });
      one.start({ id: 'b', at: at(0) });
      one.start({ id: 'c', at: at(0) });
      one.finish({ id: 'a', at: at(last) });
      one.finish({ id: 'b', at: at(41) });
      one.finish({ id: 'c', at: at(41) });
    }
    const quoteOf = (one: typeof promiser) => one.quote({ at: at(42) });
    expect(quoteOf(promiser).typical).toBeCloseTo(41, 0);
    expect(quoteOf(twin).typical).toBeLessThan(20);
  });

  it('that gave way leaves factors whose product is the promise', () => {
    const promiser = guessing(2400);
    promisesOf(promiser, 30);
    const { promise, typical, factors } = promiser.quote({ at: at(4000) });
    const { estimate, group, time, surge, features, margin, rounding } = factors;
    expect(estimate).toBe(2400);
    const product = estimate * group * time * surge * features * (margin ?? 0) * (rounding ?? 0);
    expect(product / (promise ?? 0)).toBeCloseTo(1, 9);
    expect(typical).toBeGreaterThan(30);
    expect(typical).toBeLessThan(50);
    expect(promiser.capability({ at: at(4000) }).quantile(0.5)).toBeCloseTo(typical as number, 3);
  });

  it.each([1, 2, 3])('gives way after a snapshot with %s finished', (finished) => {
    const promiser = guessing(2400);
    promisesOf(promiser, finished);
    const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
    for (const one of [promiser, revived]) {
      for (let i = 0; i < 5; i++) {
        one.start({ id: 'x', at: at(1000 + 100 * i) });
        one.finish({ id: 'x', at: at(1040 + 100 * i) });
      }
    }
    expect(JSON.stringify(revived)).toBe(JSON.stringify(promiser));
  });

  it('gives way to orders that counted as lost by it, which are under way again', () => {
    const promiser = guessing(40 / 1440);
    const count = 30;
    for (let i = 0; i < count; i++) promiser.start({ id: String(i), at: at(i) });
    for (let i = 0; i < count; i++) promiser.finish({ id: String(i), at: at(i + 40) });
    const { promise } = promiser.quote({ at: at(80) });
    expect(promise).toBeGreaterThan(35);
    expect(promise).toBeLessThan(50);
    const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
    expect(revived.quote({ at: at(80) }).promise).toBe(promise);
  });
});
