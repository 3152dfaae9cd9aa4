import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { at, kitchen, minute } from './stream';

describe('before orders have been seen', () => {
  it('rests on the guess and says so', () => {
    const quote = kitchen().quote({ at: at(0) });
    // 40 * exp(.6 * sqrt(3) / pi * log(9))
    expect(quote.promise).toBeCloseTo(82.74, 2);
    expect(quote).toMatchObject({ typical: 40, unit: 'minutes', keepRate: 0.9, guarantee: null });
    expect(quote.reason).toBe('too-few-orders');
    expect(quote.due).toEqual(new Date(at(0).getTime() + (quote.promise as number) * minute));
    expect(quote.factors).toMatchObject({ estimate: 40, group: 1, surge: 1 });
  });

  it('moves from the guess to what it sees', () => {
    const promiser = kitchen();
    const typical = () => promiser.quote({ at: at(1e4) }).typical as number;
    const seen = [typical()];
    for (let i = 0; i < 8; i++) {
      promiser.start({ id: 'one', at: at(100 * i) });
      promiser.finish({ id: 'one', at: at(100 * i + 80) });
      seen.push(typical());
    }
    for (let i = 1; i < seen.length; i++) expect(seen[i]).toBeGreaterThan(seen[i - 1] as number);
    expect(seen.at(-1)).toBeLessThan(80);
  });

  it('has a guarantee from as many orders on as the keep rate needs', () => {
    const promiser = kitchen();
    const reasons = Array.from({ length: 10 }, (_, i) => {
      promiser.start({ id: 'one', at: at(100 * i) });
      promiser.finish({ id: 'one', at: at(100 * i + 30 + i) });
      return promiser.quote({ at: at(100 * i + 90) }).reason;
    });
    expect(reasons.slice(0, 8)).toEqual(Array(8).fill('too-few-orders'));
    expect(reasons[8]).toBeNull();
    const more = promiser.quote({ at: at(1e4), keepRate: 0.95 });
    expect(more).toMatchObject({ guarantee: null });
  });

  it('has no guess for what is asked beyond its keep rate, from as many orders on', () => {
    const promiser = kitchen();
    promiser.start({ id: 'stuck', at: at(0) });
    for (let i = 0; i < 9; i++) {
      promiser.start({ id: 'one', at: at(30 * i) });
      promiser.finish({ id: 'one', at: at(30 * i + 20 + i) });
    }
    const [own, more] = [0.9, 0.99].map((keepRate) => promiser.quote({ at: at(300), keepRate }));
    expect(own).toMatchObject({ reason: 'not-identified', guarantee: null });
    expect(own?.promise).toBeGreaterThan(0);
    expect(more).toMatchObject({ promise: null, due: null, reason: 'not-identified' });
  });

  it('does not take what single orders took for durations to promise', () => {
    const next = uniforms(3);
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    const seen = new Set<number>();
    let same = 0;
    for (let i = 0; i < 40; i++) {
      const at = 100 * i * minute;
      const took = Math.round((20 + 40 * next()) * minute);
      promiser.start({ id: 'x', at });
      promiser.finish({ id: 'x', at: at + took });
      seen.add(took);
      const { promise } = promiser.quote({ at: at + took, keepRate: 0.7 });
      if (seen.has(Math.round((promise as number) * minute))) same++;
    }
    expect(same).toBe(0);
  });
});
