import {
  dueDate,
  isOverdeliverError,
  type LivePromiser,
  type LivePromiserOptions,
  livePromiser,
  reviveLivePromiser,
  toMultipleOf,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';
import { dataOf, minute } from './stream';

/** What was found wrong on real streams, each with the right answer. */

const start = Date.UTC(2026, 0, 5);
const hour = 60 * minute;

interface Told {
  readonly at: number;
  readonly took: number;
  readonly group?: string;
  readonly features?: Readonly<Record<string, number>>;
}

/** Lives through orders in time; returns what each was promised, and whether that was kept. */
function live(options: LivePromiserOptions, orders: readonly Told[]) {
  const promiser = livePromiser(options);
  return { promiser, ...tellAll(promiser, orders) };
}

function tellAll(promiser: LivePromiser, orders: readonly Told[]) {
  const promises: (number | null)[] = [];
  const kept: boolean[] = [];
  const ends = orders
    .map(({ at, took }, i) => ({ i, at: at + took }))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  let next = 0;
  const finishUntil = (time: number) => {
    for (; next < ends.length; next++) {
      const { i, at } = ends[next] as (typeof ends)[number];
      if (at > time || (at === time && promises.length <= i)) break;
      kept[i] = finish(promiser, { id: `o${i}`, at: new Date(at) });
    }
  };
  orders.forEach(({ at, group, features }, i) => {
    finishUntil(at);
    const event = { id: `o${i}`, at: new Date(at), group, features };
    promises.push(promiser.start(event).promise);
  });
  finishUntil(Infinity);
  return { promises, kept };
}

/** Whether it was kept; one that was lost and forgotten was not. */
function finish(promiser: LivePromiser, event: { id: string; at: Date }): boolean {
  try {
    return promiser.finish(event).kept === true;
  } catch (error) {
    if (isOverdeliverError(error) && error.code === 'unknown-id') return false;
    throw error;
  }
}

const share = (kept: readonly boolean[]) => kept.filter(Boolean).length / kept.length;
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

describe('a stream of one group', () => {
  const clockwork = (n: number, group: (i: number) => string | undefined = () => undefined) =>
    Array.from({ length: n }, (_, i): Told => {
      const name = group(i);
      const told = { at: start + i * minute, took: (25 + ((3 * i * i + 11 * i) % 31)) * minute };
      return name === undefined ? told : { ...told, group: name };
    });

  it('is promised something for every order, and can be revived', () => {
    const { promiser, promises } = live(kitchen, clockwork(5000));
    expect(promises.every((promise) => promise !== null)).toBe(true);
    expect(() => reviveLivePromiser(JSON.parse(JSON.stringify(promiser)))).not.toThrow();
    expect(promiser.capability({ at: promiser.now() as Date }).quantile(0.9)).toBeGreaterThan(25);
  });

  it('goes on when the other group falls quiet', () => {
    const { promises } = live(
      kitchen,
      clockwork(5000, (i) => (i < 1500 && i % 2 ? 'quiet' : 'busy')),
    );
    expect(promises.every((promise) => promise !== null)).toBe(true);
  });
});

describe('a shop that closes at night', () => {
  /** Thirty orders an evening from 17 to 22 h that take 31 to 50 minutes, whatever the load. */
  const evenings = (seed: number) => {
    const next = uniforms(seed);
    return Array.from({ length: 120 }, (_, day) =>
      Array.from({ length: 30 }, () => 17 * hour + 5 * hour * next())
        .sort((a, b) => a - b)
        .map((at, place) => ({
          at: Math.round(start + day * 24 * hour + at),
          took: Math.round((31 + 19 * next()) * minute),
          group: next() < 0.5 ? 'near' : 'far',
          day,
          place,
        })),
    ).flat();
  };

  it.each([
    ['without a calendar', {}],
    [
      'with one',
      {
        calendar: {
          zone: 'UTC',
          open: Object.fromEntries(
            ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
              (name) => [name, ['17:00-23:00']],
            ),
          ),
        },
      },
    ],
  ])('keeps as many promises at every place of the evening, %s', (_, options) => {
    const all = evenings(1);
    const { kept } = live({ ...kitchen, ...options }, all);
    const places = [
      [0],
      [1, 2],
      [3, 4, 5, 6, 7, 8, 9],
      Array.from({ length: 20 }, (_, i) => i + 10),
    ];
    for (const own of places) {
      const those = kept.filter((_, i) => {
        const { day, place } = all[i] as (typeof all)[number];
        return day >= 20 && own.includes(place);
      });
      // A hundred first orders alone are uncertain by .03.
      const allowed = 0.02 + 2.5 * Math.sqrt(0.09 / those.length);
      expect(Math.abs(share(those) - 0.9)).toBeLessThan(allowed);
    }
  });
});

describe('durations that many share', () => {
  const every = (n: number, gap: number, took: (u: number) => number): readonly Told[] => {
    const next = uniforms(3);
    return Array.from({ length: n }, (_, i) => ({ at: start + i * gap, took: took(next()) }));
  };
  it.each([
    [
      'hours, nine in ten take 2 and one 5',
      'hours',
      0.85,
      2,
      (u: number) => (u < 0.9 ? 2 : 5) * hour,
      hour / 100,
    ],
    [
      '30, 37 or 44 minutes',
      'minutes',
      0.9,
      44,
      (u: number) => ([30, 37, 44][Math.floor(3 * u)] as number) * minute,
      minute,
    ],
    ['always 33 minutes', 'minutes', 0.9, 33, () => 33 * minute, minute],
    [
      'whole days',
      'days',
      0.8,
      3,
      (u: number) => (u < 0.3 ? 1 : u < 0.9 ? 3 : 8) * 24 * hour,
      2 * hour,
    ],
  ] as const)('%s: the right one is promised', (_, unit, keepRate, right, took, gap) => {
    const options = { unit, keepRate, typical: 1.5 * right };
    const { promises } = live(options, every(4000, gap, took));
    const late = promises.slice(1500);
    const exact = late.filter((promise) => Math.abs((promise ?? 0) - right) <= 0.01 * right);
    expect(exact.length / late.length).toBeGreaterThan(0.95);
  });
});

describe('heavy tails', () => {
  /** Log-normal by restaurant, with a maximum some 300 times the median. */
  const tails = () => {
    const next = uniforms(9);
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Array.from({ length: 8000 }, (_, i): Told => {
      const group = Math.floor(8 * next());
      const took = 14 * minute * Math.exp(1.5 * normal() + (group - 3.5) / 8);
      return { at: start + i * minute, took: Math.ceil(took), group: `r${group}` };
    });
  };

  it('are remembered for long enough, and what is too short a memory is said', () => {
    const { promiser, promises, kept } = live({ ...kitchen, typical: 14 }, tails());
    expect(promises.slice(60).every((promise) => promise !== null)).toBe(true);
    expect(Math.abs(share(kept.slice(1000)) - 0.9)).toBeLessThan(0.015);
    const at = promiser.now() as Date;
    const { promiser: sure } = live({ ...kitchen, keepRate: 0.99, typical: 14 }, tails());
    const [warning] = sure.quote({ at, group: 'r0' }).warnings;
    if (warning?.code !== 'short-memory') throw new Error('its memory is long enough');
    expect(warning.detail.needed).toBeGreaterThan(warning.detail.available);
  });
});

describe('rounding', () => {
  it('is what a promise is kept by', () => {
    const promiser = livePromiser({ ...kitchen, round: toMultipleOf(5) });
    const quote = promiser.start({ id: 'x', at: new Date(start) });
    expect(quote.promise).toBe(85);
    expect(quote.due).toEqual(new Date(start + 85 * minute));
    expect(quote.factors.rounding).toBeCloseTo(85 / 82.743, 4);
    const outcome = promiser.finish({ id: 'x', at: new Date(start + 84 * minute) });
    expect(outcome).toEqual({ took: 84, promise: 85, kept: true });
  });

  it('goes up, or is refused', () => {
    for (const round of [(quote: number) => quote - 1, () => Number.NaN, () => '85' as never]) {
      const promiser = livePromiser({ ...kitchen, round });
      expect(refusal(() => promiser.quote({ at: new Date(start) }))).toMatchObject({
        function: 'promiser.quote',
        path: 'options.round',
      });
    }
  });
});

describe('events', () => {
  it('may be as late as is said, and count at their own time', () => {
    const promiser = livePromiser({ ...kitchen, lateness: 10 });
    promiser.start({ id: 'a', at: new Date(start) });
    promiser.start({ id: 'b', at: new Date(start + 45 * minute) });
    expect(promiser.finish({ id: 'a', at: new Date(start + 36 * minute) }).took).toBe(36);
    expect(promiser.now()).toEqual(new Date(start + 45 * minute));
    promiser.start({ id: 'c', at: new Date(start + 40 * minute) });
    expect(promiser.finish({ id: 'c', at: new Date(start + 80 * minute) }).took).toBe(40);
    const tooLate = refusal(() => promiser.cancel({ id: 'b', at: new Date(start + 69 * minute) }));
    expect(tooLate).toMatchObject({ code: 'date-order', path: 'event.at' });
    expect(tooLate.expected).toContain('last one at 2026-01-05T01:20:00.000Z');
  });

  it('of one instant may start and finish an order', () => {
    const promiser = livePromiser({ unit: 'days', keepRate: 0.9, typical: 3 });
    for (let i = 0; i < 40; i++) {
      const at = new Date(start + i * 24 * hour);
      promiser.start({ id: 'same day', at });
      expect(promiser.finish({ id: 'same day', at })).toMatchObject({ took: 0, kept: true });
    }
    const { promise } = promiser.quote({ at: promiser.now() as Date });
    expect(Number.isFinite(promise)).toBe(true);
  });

  it('tell when the last one was', () => {
    const promiser = livePromiser(kitchen);
    expect(promiser.now()).toBeNull();
    promiser.start({ id: 'a', at: new Date(start) });
    promiser.quote({ at: new Date(start + minute) });
    expect(promiser.now()).toEqual(new Date(start));
  });
});

describe('features', () => {
  const parcels = () => {
    const next = uniforms(4);
    return Array.from({ length: 3000 }, (_, i): Told => {
      const items = Math.floor(4 * next());
      const took = 40 * minute * Math.exp(0.2 * items + 0.1 * (next() - 0.5));
      return { at: start + i * minute, took: Math.ceil(took), features: { items, colour: next() } };
    });
  };

  it('are learnt as they come, and one that is not given counts as average', () => {
    const { promiser } = live(kitchen, parcels());
    const at = promiser.now() as Date;
    const quote = (features?: Readonly<Record<string, number>>) => promiser.quote({ at, features });
    const [few, many] = [quote({ items: 0 }), quote({ items: 3 })];
    expect(Math.log((many.promise ?? 0) / (few.promise ?? 0))).toBeCloseTo(0.6, 0);
    expect(many.factors.features).toBeGreaterThan(1.15);
    expect(few.factors.features).toBeLessThan(0.87);
    expect(quote({ colour: 0.9 }).factors.features).toBeCloseTo(1, 1);
    expect(quote().factors.features).toBe(1);
    expect(quote({ unheard: 7 }).promise).toBe(quote().promise);
  });

  it.each([
    [{ items: '3' }, 'wrong-type', 'event.features.items'],
    [{ items: Number.NaN }, 'out-of-range', 'event.features.items'],
    [{ items: undefined }, 'missing', 'event.features.items'],
    [[3], 'wrong-type', 'event.features'],
    [null, 'wrong-type', 'event.features'],
    [
      Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`x${i}`, 1])),
      'out-of-range',
      'event.features',
    ],
  ])('%o are refused as %s at %s', (features, code, path) => {
    const promiser = livePromiser(kitchen);
    const before = JSON.stringify(promiser);
    const event = { id: 'a', at: new Date(start), features: features as never };
    expect(refusal(() => promiser.start(event))).toMatchObject({ code, path });
    expect(JSON.stringify(promiser)).toBe(before);
  });
});

describe('a calendar', () => {
  const calendar = {
    zone: 'Europe/Berlin',
    open: { monday: ['09:00-17:00'], tuesday: ['09:00-17:00'] },
  };

  it('counts durations in open time, over the night and the clock change', () => {
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.9, typical: 6, calendar });
    // Monday 16:00 to Tuesday 10:00 in Berlin: one hour and one hour.
    promiser.start({ id: 'a', at: new Date('2026-03-23T15:00:00Z') });
    expect(promiser.finish({ id: 'a', at: new Date('2026-03-24T09:00:00Z') }).took).toBe(2);
    // Over the change of 2026-03-29: Tuesday 16:00 to Monday 10:00.
    promiser.start({ id: 'b', at: new Date('2026-03-24T15:00:00Z') });
    expect(promiser.finish({ id: 'b', at: new Date('2026-03-30T08:00:00Z') }).took).toBe(2);
    // Asked while closed; due while open.
    const at = new Date('2026-04-01T12:00:00Z');
    const quote = promiser.quote({ at });
    const { promise, due } = quote;
    expect(quote.unit).toBe('open-hours');
    if (quote.promise !== null) expect(dueDate(calendar, at, quote as never)).toEqual(due);
    const open = Date.parse('2026-04-06T07:00:00Z');
    const [hours, day] = [promise ?? 0, 24 * hour];
    const expected = hours <= 8 ? open + hours * hour : open + day + (hours - 8) * hour;
    expect(due?.getTime()).toBeCloseTo(expected, -1);
  });

  it('learns hours of the day by its zone, so that a change of the clocks changes nothing', () => {
    const open = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
        day,
        ['17:00-24:00'],
      ]),
    );
    const rome = { zone: 'Europe/Rome', open };
    const next = uniforms(8);
    const orders = Array.from({ length: 120 }, (_, day) => {
      // Clocks change on the 88th day of 2026; from 20 to 21 h all take twice as long.
      const midnight = Date.UTC(2026, 0, 1 + day) - (day < 87 ? 1 : 2) * hour;
      return Array.from({ length: 30 }, () => 17 * hour + 5 * hour * next())
        .sort((a, b) => a - b)
        .map((at) => {
          const busy = at >= 20 * hour && at < 21 * hour;
          const took = Math.round((busy ? 60 : 30) * (0.8 + 0.4 * next()) * minute);
          return { at: Math.round(midnight + at), took, busy, day };
        });
    }).flat();
    const { kept } = live({ ...kitchen, calendar: rome }, orders);
    const after = kept.filter((_, i) => {
      const { busy, day } = orders[i] as (typeof orders)[number];
      return busy && day >= 88 && day < 105;
    });
    expect(share(after)).toBeGreaterThan(0.8);
  });

  it('goes on to the last bit from a snapshot', () => {
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.5, typical: 6, calendar });
    const tell = (one: LivePromiser, from: number) =>
      Array.from({ length: 50 }, (_, i) => {
        const at = new Date(Date.parse('2026-03-02T08:00:00Z') + (from + i) * 17 * hour);
        const quote = one.start({ id: `o${from + i}`, at });
        if (i > 0) one.finish({ id: `o${from + i - 1}`, at });
        return quote;
      });
    tell(promiser, 0);
    promiser.lose({ id: 'o49', at: promiser.now() as Date });
    const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
    expect(tell(revived, 50)).toEqual(tell(promiser, 50));
    expect(revived.toJSON()).toEqual(promiser.toJSON());
  });

  it('is refused with days, and when it is none', () => {
    const options = { unit: 'days', keepRate: 0.9, typical: 2, calendar } as const;
    expect(refusal(() => livePromiser(options))).toMatchObject({
      code: 'out-of-range',
      path: 'options.unit',
    });
    const wrong = { ...kitchen, calendar: { zone: 'Berlin' } };
    expect(refusal(() => livePromiser(wrong)).path).toBe('options.calendar.zone');
  });
});

describe('a quote that is not identified', () => {
  it('says what is known and what would help', () => {
    const { promiser } = live(
      kitchen,
      Array.from({ length: 300 }, (_, i) => ({
        at: start + i * minute,
        took: (30 + ((7 * i) % 20) + i / 300) * minute,
      })),
    );
    const later = (promiser.now() as Date).getTime();
    for (let i = 0; i < 40; i++) promiser.start({ id: `u${i}`, at: new Date(later + i * minute) });
    const at = new Date(later + 90 * minute);
    promiser.start({ id: 'v', at });
    const quote = promiser.quote({ at, keepRate: 0.99999 });
    expect(quote).toMatchObject({ promise: null, due: null, reason: 'not-identified' });
    const { atLeast, chance, help } = quote.unidentified ?? { atLeast: 0, chance: 0, help: [] };
    expect(atLeast).toBeGreaterThan(45);
    expect(chance).toBeGreaterThan(0.5);
    expect(chance).toBeLessThanOrEqual(1);
    expect(help).toEqual(['lower-keep-rate', 'end-orders']);
  });

  it('rests on the guess and the longest seen, up to the keep rate of the promiser', () => {
    const promiser = livePromiser(kitchen);
    for (let i = 0; i < 60; i++) promiser.start({ id: `o${i}`, at: new Date(start) });
    for (let i = 0; i < 40; i++) {
      promiser.finish({ id: `o${i}`, at: new Date(start + (20 + i / 10) * minute) });
    }
    const quote = promiser.quote({ at: promiser.now() as Date });
    expect(quote.reason).toBe('not-identified');
    expect(quote.guarantee).toBeNull();
    expect(quote.promise).toBeGreaterThan(23);
    expect(quote.unidentified?.help).toEqual(['lower-keep-rate', 'end-orders']);
  });
});

it('knows of no slowdown where every order was cancelled, and is revived as it was', () => {
  const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
  const at = (minutes: number) => new Date(start + minutes * minute);
  for (let i = 0; i < 300; i++) {
    promiser.start({ id: `o${i}`, at: at(i) });
    if (i >= 30) promiser.cancel({ id: `o${i - 30}`, at: at(i) });
    expect(dataOf(promiser).slowdown).toBe(0);
  }
  const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
  for (let i = 300; i < 900; i++) {
    for (const one of [promiser, revived]) {
      one.start({ id: `o${i}`, at: at(i) });
      one.finish({ id: `o${i - 30}`, at: at(i) });
    }
    expect(revived.quote({ at: at(i) })).toEqual(promiser.quote({ at: at(i) }));
  }
  expect(revived.toJSON()).toEqual(promiser.toJSON());
});
