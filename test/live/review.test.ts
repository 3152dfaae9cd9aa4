import {
  isOverdeliverError,
  type LivePromiser,
  livePromiser,
  reviveLivePromiser,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { dataOf, minute } from './stream';

/** What readers of the code found, each with the right answer. */

const start = Date.UTC(2026, 0, 5);
const hour = 60 * minute;
const day = 24 * hour;
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

type Order = { at: number; took: number; group?: string; estimate?: number };

/** One that was lost and forgotten is no longer known. */
function finish(promiser: LivePromiser, event: { id: string; at: Date }): void {
  try {
    promiser.finish(event);
  } catch (error) {
    if (!isOverdeliverError(error) || error.code !== 'unknown-id') throw error;
  }
}

/** A promiser that lived through orders, and what it promised each. */
function lived(options: Parameters<typeof livePromiser>[0], orders: readonly Order[]) {
  const promiser = livePromiser(options);
  const promises: (number | null)[] = [];
  const events = orders
    .flatMap(({ at, took }, i) => [
      { time: at, i, starts: true },
      { time: at + took, i, starts: false },
    ])
    .sort((a, b) => a.time - b.time || Number(a.starts) - Number(b.starts));
  for (const { time, i, starts } of events) {
    const { group, estimate } = orders[i] as Order;
    if (starts) {
      promises.push(promiser.start({ id: `o${i}`, at: new Date(time), group, estimate }).promise);
    } else finish(promiser, { id: `o${i}`, at: new Date(time) });
  }
  return { promiser, promises, last: promiser.now() as Date };
}

describe('durations that nearly all orders share', () => {
  it('are not those of a group that takes much longer', () => {
    const next = uniforms(2);
    const orders = Array.from({ length: 4000 }, (_, i) => {
      const far = next() < 0.08;
      const days = far ? 25 + Math.floor(30 * next()) : 1 + Math.floor(6 * next());
      return { at: start + i * hour, took: days * day, group: far ? 'far' : 'near' };
    }).filter(({ at, took }) => at + took < start + 4000 * hour);
    const { promiser, last } = lived({ unit: 'days', keepRate: 0.9, typical: 5 }, orders);
    expect(promiser.quote({ at: last, group: 'far' }).promise).toBeGreaterThan(35);
    expect(promiser.quote({ at: last, group: 'near' }).promise).toBe(6);
  });

  it('do not stand in for a quote that is none', () => {
    const orders = Array.from({ length: 400 }, (_, i) => ({
      at: start + i * minute,
      took: (i % 2 ? 30 : 40) * minute,
    }));
    const { promiser, last } = lived(kitchen, orders);
    for (let i = 0; i < 40; i++) {
      promiser.start({ id: `stuck ${i}`, at: new Date(last.getTime() + i * minute) });
    }
    const at = new Date(last.getTime() + 90 * minute);
    promiser.start({ id: 'x', at });
    expect(promiser.quote({ at, keepRate: 0.99999 }).promise).toBeNull();
  });

  it('of nothing at all leave every figure a number', () => {
    const promiser = livePromiser({ unit: 'days', keepRate: 0.9, typical: 3 });
    for (let i = 0; i < 60; i++) {
      const at = new Date(start + i * day);
      promiser.start({ id: 'same day', at });
      promiser.finish({ id: 'same day', at });
    }
    const { promise, typical, factors } = promiser.quote({ at: promiser.now() as Date });
    for (const x of [promise, typical, ...Object.values(factors)]) {
      expect(Number.isFinite(x)).toBe(true);
    }
  });
});

describe('a standstill', () => {
  it('is not hidden by an order that was lost long ago', () => {
    const promise = (slow: number) => {
      const next = uniforms(3);
      const orders = Array.from({ length: 3000 }, (_, i) => ({
        at: start + i * minute,
        took: Math.ceil((i === 200 ? slow : 35 + 10 * next()) * minute),
      }));
      const { promiser, last } = lived(kitchen, orders);
      for (let i = 0; i < 80; i++) {
        promiser.start({ id: `stuck ${i}`, at: new Date(last.getTime() + i * minute) });
      }
      return promiser.quote({ at: new Date(last.getTime() + 80 * minute) });
    };
    for (const slow of [40, 2000]) {
      expect(promise(slow)).toMatchObject({ guarantee: null, reason: 'not-identified' });
    }
  });
});

describe('a high keep rate', () => {
  it.each([0.99, 0.995, 0.999])('of %s leaves the guess for what was seen', (keepRate) => {
    const next = uniforms(4);
    const orders = Array.from({ length: 6000 }, (_, i) => ({
      at: start + i * minute,
      took: Math.ceil((40 + 4 * next()) * minute),
    }));
    const { promiser, last } = lived({ ...kitchen, keepRate }, orders);
    const quote = promiser.quote({ at: last });
    expect(quote.reason).toBeNull();
    // Of the first ones, which were promised by the guess, the longest are still in the tail at .999.
    expect(quote.promise).toBeLessThan(keepRate < 0.999 ? 44.5 : 48);
  });
});

describe('what would help', () => {
  it('does help: the chance that is told can be promised', () => {
    const next = uniforms(6);
    const orders = Array.from({ length: 300 }, (_, i) => ({
      at: start + i * minute,
      took: Math.ceil((30 + 20 * next()) * minute),
    }));
    const { promiser, last } = lived(kitchen, orders);
    for (let i = 0; i < 40; i++) {
      promiser.start({ id: `stuck ${i}`, at: new Date(last.getTime() + i * minute) });
    }
    const at = new Date(last.getTime() + 90 * minute);
    promiser.start({ id: 'x', at });
    const { unidentified } = promiser.quote({ at, keepRate: 0.999 });
    const keepRate = (unidentified?.chance ?? 0) - 1e-9;
    expect(promiser.quote({ at, keepRate }).reason).not.toBe('not-identified');
  });
});

describe('a snapshot', () => {
  const open = { monday: ['09:00-12:00', '13:00-17:00'], thursday: ['09:00-12:00', '13:00-17:00'] };
  const desk = {
    unit: 'hours',
    keepRate: 0.5,
    typical: 6,
    calendar: { zone: 'UTC', open },
  } as const;

  it('goes on in open time after years, some of which were forgotten', () => {
    const orders = Array.from({ length: 400 }, (_, i) => ({
      at: start + 7 * i * day + 15 * hour,
      took: 3 * day,
    }));
    const { promiser, last } = lived(desk, orders);
    promiser.start({ id: 'x', at: last });
    const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
    const at = new Date(last.getTime() + 7 * day);
    expect(revived.finish({ id: 'x', at })).toEqual(promiser.finish({ id: 'x', at }));
    expect(revived.toJSON()).toEqual(promiser.toJSON());
  });

  it('stands apart from the promiser that it was revived to', () => {
    const { promiser, last } = lived(
      kitchen,
      Array.from({ length: 300 }, (_, i) => ({ at: start + i * minute, took: 30 * minute })),
    );
    const json = deepFreeze(JSON.parse(JSON.stringify(promiser)));
    const [one, two] = [reviveLivePromiser(json), reviveLivePromiser(json)];
    one.start({ id: 'x', at: last });
    one.finish({ id: 'x', at: last });
    expect(two.toJSON()).toEqual(promiser.toJSON());
    expect(reviveLivePromiser(json).toJSON()).toEqual(promiser.toJSON());
  });

  it('takes a calendar with what is not given, and one that is changed afterwards', () => {
    const calendar = { zone: 'UTC', holidays: undefined, open: { monday: ['09:00-17:00'] } };
    const promiser = livePromiser({ ...desk, calendar });
    promiser.start({ id: 'a', at: new Date(start + 9 * hour) });
    calendar.open.monday[0] = '16:00-17:00';
    const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
    const at = new Date(start + 17 * hour);
    expect(revived.finish({ id: 'a', at }).took).toBe(8);
    expect(promiser.finish({ id: 'a', at }).took).toBe(8);
  });
});

describe('open time', () => {
  const calendar = { zone: 'UTC', open: { monday: ['09:00-17:00'], tuesday: ['09:00-17:00'] } };
  const desk = { unit: 'hours', keepRate: 0.9, typical: 6, calendar } as const;

  it('is the same whatever was asked before', () => {
    const promiser = livePromiser(desk);
    const before = JSON.stringify(promiser);
    promiser.quote({ at: new Date(start + 60 * day) });
    expect(refusal(() => promiser.start({ id: '', at: new Date(start) })).path).toBe('event.id');
    expect(JSON.stringify(promiser)).toBe(before);
    promiser.start({ id: 'a', at: new Date(start + 9 * hour) });
    const outcome = promiser.finish({ id: 'a', at: new Date(start + day + 12 * hour) });
    expect(outcome.took).toBe(11);
  });

  it('counts for an order that is told of late, from before the first event', () => {
    const promiser = livePromiser({ ...desk, lateness: 200 });
    promiser.start({ id: 'first', at: new Date(start + 4 * day) });
    promiser.start({ id: 'late', at: new Date(start + 9 * hour) });
    const outcome = promiser.finish({ id: 'late', at: new Date(start + day + 10 * hour) });
    expect(outcome.took).toBe(9);
  });

  it('reaches ten years from the last event, however often it is asked', () => {
    const promiser = livePromiser(desk);
    const at = new Date(start);
    const ask = () => promiser.quote({ at, estimate: 60_000 });
    const first = ask();
    for (let i = 0; i < 5; i++) expect(ask()).toEqual(first);
    expect(first.promise).toBeNull();
    promiser.start({ id: 'a', at });
    const later = new Date(start + 60 * 366 * day);
    expect(refusal(() => promiser.quote({ at: later }))).toMatchObject({
      code: 'out-of-range',
      path: 'event.at',
    });
  });
});

describe('groups', () => {
  it('that taught nothing are forgotten with their orders', () => {
    const promiser = livePromiser(kitchen);
    for (let i = 0; i < 3000; i++) {
      const at = new Date(start + i * minute);
      promiser.start({ id: 'x', at, group: `once ${i}` });
      promiser.cancel({ id: 'x', at });
    }
    expect(dataOf(promiser)).toMatchObject({ groups: { names: [] } });
  });
});
