import fc from 'fast-check';
import { type LivePromiser, type LiveQuote, livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { at, dataOf, experienced, happenings, kitchen, minute, tell } from './stream';

const lostIds = (promiser: LivePromiser): string[] => dataOf(promiser).lost.ids;

/** The share of promises kept from one order on. */
function keptFrom(first: number, promiser = kitchen(), all = happenings(3000)) {
  let kept = 0;
  let n = 0;
  for (const { time, what, id, group } of all) {
    if (what === 'start') promiser.start({ id, at: time, group });
    else {
      const outcome = promiser.finish({ id, at: time });
      if (Number(id.slice(6)) >= first) {
        n++;
        kept += outcome.kept ? 1 : 0;
      }
    }
  }
  return kept / n;
}

describe('a stream of orders', () => {
  it('keeps about as many promises as asked', () => {
    // Standard errors are some .006, .008 for autocorrelation.
    expect(Math.abs(keptFrom(300) - 0.9)).toBeLessThan(0.02);
    expect(Math.abs(keptFrom(300, kitchen(0.8)) - 0.8)).toBeLessThan(0.02);
  });

  it('tells groups apart, and a new group from none', () => {
    const { promiser, now } = experienced(2000);
    const [slow, fast, fresh] = ['group 1', 'group 0', 'new'].map(
      (group) => promiser.quote({ at: now, group }).typical as number,
    ) as [number, number, number];
    expect(slow / fast).toBeGreaterThan(1.3);
    expect(slow / fast).toBeLessThan(1.7);
    expect(fresh).toBeGreaterThan(fast);
    expect(fresh).toBeLessThan(slow);
  });

  it('scales with an estimate and learns how true estimates are', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
    happenings(1000).forEach(({ time, what, id, group }) => {
      // Estimates of half the truth.
      const estimate = group === 'group 1' ? 30 : 20;
      if (what === 'start') promiser.start({ id, at: time, estimate });
      else promiser.finish({ id, at: time });
    });
    const quote = (estimate: number) => promiser.quote({ at: at(1e5), estimate });
    expect((quote(30).promise as number) / (quote(15).promise as number)).toBeCloseTo(2, 4);
    expect(quote(30).factors.group).toBeGreaterThan(1.8);
    expect(quote(30).factors.group).toBeLessThan(2.2);
  });

  it('lengthens quotes when orders surge, as far as surges have slowed orders before', () => {
    // Every other three hours twice as many orders come, which take as much longer as `slope` says.
    const busy = (i: number) => Math.floor(i / 270) % 2 === 1;
    const surge = (slope: number) => {
      const { promiser, now } = experienced(6000, {
        gap: (i) => (busy(i) ? 0.5 : 1),
        factor: (i) => (busy(i) ? 2 ** slope : 1),
      });
      const later = now.getTime() + 300 * minute;
      for (let i = 0; i < 300; i++) {
        promiser.start({ id: `${i}`, at: new Date(later + (i * minute) / 3), group: 'group 0' });
      }
      return promiser.quote({ at: new Date(later + 100 * minute) }).factors.surge;
    };
    expect(surge(0.8)).toBeGreaterThan(1.2);
    expect(surge(0)).toBeLessThan(1.08);
  });

  it('sees a slowdown in what is under way, before anything finishes', () => {
    const { promiser, now } = experienced(2000);
    const before = promiser.quote({ at: now }).promise as number;
    let time = now.getTime();
    for (let i = 0; i < 120; i++) {
      time += minute;
      promiser.start({ id: `stuck ${i}`, at: new Date(time) });
    }
    const after = promiser.quote({ at: new Date(time) });
    expect(after.promise === null || after.promise > 1.1 * before).toBe(true);
  });

  it('recovers after a shock', () => {
    const all = happenings(4000, { factor: (i) => (i < 2000 ? 1 : 1.3) });
    expect(Math.abs(keptFrom(2500, kitchen(), all) - 0.9)).toBeLessThan(0.025);
  });

  it('takes cancelled and lost orders as ends of their own', () => {
    const quoteOf = (options: object) => {
      const { promiser, now } = experienced(3000, options);
      return promiser.quote({ at: now, group: 'group 0' }).promise as number;
    };
    const plain = quoteOf({});
    for (const options of [{ cancelled: 0.1 }, { lost: 0.1 }, { never: 0.03 }]) {
      expect(Math.abs(quoteOf(options) / plain - 1)).toBeLessThan(0.12);
    }
  });

  it('gives no number where recent orders were not seen for so long', () => {
    const { promiser, now } = experienced(300);
    for (let i = 0; i < 9; i++) promiser.start({ id: `under way ${i}`, at: now });
    const later = new Date(now.getTime() + 200 * minute);
    promiser.start({ id: 'y', at: later });
    const quote = promiser.start({ id: 'x', at: later, keepRate: 0.99999 });
    expect(quote).toMatchObject({ promise: null, due: null, reason: 'not-identified' });
    expect(quote.factors.margin).toBeNull();
    const outcome = promiser.finish({ id: 'x', at: new Date(later.getTime() + minute) });
    expect(outcome).toEqual({ took: 1, promise: null, kept: null });
  });

  it('takes a late finish of a lost order as if it had waited', () => {
    const story = (lose: boolean) => {
      const { promiser, now } = experienced(500);
      const later = (minutes: number) => new Date(now.getTime() + minutes * minute);
      promiser.start({ id: 'late', at: later(0), group: 'group 0' });
      if (lose) {
        promiser.lose({ id: 'late', at: later(10) });
        promiser.lose({ id: 'late', at: later(10) });
      }
      promiser.finish({ id: 'late', at: later(60) });
      return promiser.quote({ at: later(60) }).promise as number;
    };
    expect(story(true) / story(false)).toBeCloseTo(1, 3);
  });

  it('forgets lost orders in time, and may be told that they are cancelled before', () => {
    const { promiser, now } = experienced(300);
    promiser.start({ id: 'gone', at: now });
    promiser.start({ id: 'called off', at: now });
    promiser.lose({ id: 'gone', at: now });
    promiser.lose({ id: 'called off', at: now });
    promiser.cancel({ id: 'called off', at: now });
    expect(lostIds(promiser)).toEqual(['gone']);
    const shift = now.getTime() - at(0).getTime();
    for (const { time, what, id, group } of happenings(2500, { seed: 2 })) {
      const later = new Date(time.getTime() + shift);
      if (what === 'start') promiser.start({ id, at: later, group });
      else promiser.finish({ id, at: later });
    }
    expect(lostIds(promiser)).toEqual([]);
  });

  it('remembers only what is under way', () => {
    const size = (orders: number) =>
      JSON.stringify(experienced(orders, { never: 0.02 }).promiser).length;
    expect(size(6000) / size(1500)).toBeLessThan(1.3);
  });
});

describe('properties of quotes', () => {
  const { promiser, now } = experienced(1000, { cancelled: 0.05 });
  const keepRates = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const fresh = kitchen();

  it('rise with the keep rate', () => {
    holds(
      fc.property(keepRates, keepRates, fc.boolean(), (a, b, cold) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
          (keepRate) => (cold ? fresh : promiser).quote({ at: now, keepRate }).promise ?? Infinity,
        );
        expect(high).toBeGreaterThanOrEqual(low as number);
      }),
    );
  });

  it('are the product of their factors, up to a millisecond', () => {
    holds(
      fc.property(keepRates, fc.constantFrom('group 0', 'group 1', 'x'), (keepRate, group) => {
        const { promise, factors } = promiser.quote({ at: now, keepRate, group });
        if (promise === null || factors.margin === null) return;
        const product =
          factors.estimate *
          factors.group *
          factors.time *
          factors.surge *
          factors.features *
          factors.margin;
        expect(promise).toBeGreaterThanOrEqual(product * (1 - 1e-12));
        expect(promise).toBeLessThanOrEqual(product * (1 + 1e-12) + 1 / minute);
      }),
    );
  });

  it('are what a start would be told, and change nothing', () => {
    const { promiser, now } = experienced(400);
    const before = JSON.stringify(promiser);
    const request = { at: new Date(now.getTime() + 5 * minute), group: 'group 1', estimate: 50 };
    const quote = promiser.quote(request);
    expect(JSON.stringify(promiser)).toBe(before);
    expect(promiser.start({ ...request, id: 'x' })).toEqual(quote);
  });

  it('are the same for the same stream, and survive JSON', () => {
    const answers = () => tell(kitchen(), happenings(500, { cancelled: 0.1, lost: 0.05 }));
    expect(answers()).toEqual(answers());
    const { due, ...quote } = promiser.quote({ at: now });
    expect(JSON.parse(JSON.stringify(quote))).toEqual(quote);
    expect(due).toBeInstanceOf(Date);
  });

  it('do not depend on the unit', () => {
    const all = happenings(600);
    const answers = (unit: 'minutes' | 'hours' | 'days', typical: number) =>
      tell(livePromiser({ unit, keepRate: 0.9, typical }), all) as LiveQuote[];
    const [minutes, hours] = [answers('minutes', 40), answers('hours', 40 / 60)];
    minutes.forEach(({ promise, typical }, i) => {
      if (!typical) return;
      expect(60 * (hours[i]?.typical as number)).toBeCloseTo(typical, 6);
      if (promise) expect(60 * (hours[i]?.promise as number)).toBeCloseTo(promise, 3);
    });
  });

  it('do not depend on the names of groups and orders', () => {
    const all = happenings(600);
    const renamed = all.map((one) => ({
      ...one,
      id: `another ${one.id}`,
      group: { 'group 0': 'z', 'group 1': 'group 0', 'group 2': '' }[one.group] as string,
    }));
    expect(tell(kitchen(), renamed)).toEqual(tell(kitchen(), all));
  });
});
