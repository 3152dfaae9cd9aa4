import { livePromiser, reviveLivePromiser, toMultipleOf } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';

const at = (hours: number) => new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000);
const calendar = { zone: 'America/New_York', open: { monday: ['00:00-24:00'] } };

function played(options = {}) {
  const promiser = livePromiser({ unit: 'hours', keepRate: 0.9, typical: 4, ...options });
  for (let i = 0; i < 200; i++) {
    promiser.start({
      id: `o-${i}`,
      at: at(i),
      group: i % 2 ? 'a' : 'b',
      features: { price: i % 7 },
    });
    promiser.finish({ id: `o-${i}`, at: at(i + 0.5) });
  }
  return promiser;
}
const play = (promiser: ReturnType<typeof played>) => {
  for (let i = 300; i < 400; i++) {
    promiser.start({ id: `n-${i}`, at: at(i) });
    promiser.finish({ id: `n-${i}`, at: at(i + 0.7) });
  }
};

describe('a promiser that comes back', () => {
  it('leaves the snapshot as it was, which may be frozen', () => {
    const json = JSON.parse(JSON.stringify(played()));
    const text = JSON.stringify(json);
    const first = reviveLivePromiser(json);
    const second = reviveLivePromiser(deepFreeze(json));
    play(first);
    expect(JSON.stringify(json)).toBe(text);
    play(second);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  it('comes back with days that were given as undefined', () => {
    const open = { ...calendar.open, tuesday: undefined };
    const text = JSON.stringify(played({ calendar: { ...calendar, open } }));
    expect(JSON.stringify(reviveLivePromiser(JSON.parse(text)))).toBe(text);
  });

  it('refuses a snapshot that holds itself', () => {
    const json = JSON.parse(JSON.stringify(played()));
    json.data.whole = json;
    // At once: going round until the stack overflows takes seconds.
    expect(refusal(() => reviveLivePromiser(json))).toMatchObject({
      path: 'json',
      expected: 'plain data, in which nothing holds itself',
    });
  });

  it('takes a snapshot in which one value stands twice', () => {
    const json = JSON.parse(JSON.stringify(played()));
    const text = JSON.stringify(json);
    json.data.settings.numbers = { ...json.data.settings.numbers };
    json.data.lost.numbers.fill(json.data.lost.numbers[0]);
    expect(JSON.stringify(reviveLivePromiser(json))).toBe(text);
  });

  it('refuses a snapshot that cannot be copied', () => {
    const json = JSON.parse(JSON.stringify(played()));
    json.data.busy = new Proxy(json.data.busy, {});
    expect(refusal(() => reviveLivePromiser(json))).toMatchObject({
      function: 'reviveLivePromiser',
      path: 'json.data',
    });
  });
});

describe('opening hours', () => {
  it('are known for ten years from the last event on', () => {
    const promiser = played({ calendar });
    const far = new Date('+275760-09-13T00:00:00Z');
    for (const ask of ['quote', 'capability'] as const) {
      expect(refusal(() => promiser[ask]({ at: far }))).toMatchObject({
        code: 'out-of-range',
        path: 'event.at',
      });
    }
    expect(refusal(() => promiser.start({ id: 'x', at: far })).path).toBe('event.at');
    expect(promiser.quote({ at: new Date('2035-12-30T00:00Z') }).promise).not.toBeNull();
  });

  it('leave no trace where an event is refused, or asked about', () => {
    const round = () => Infinity;
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.9, typical: 4, calendar, round });
    const before = JSON.stringify(promiser);
    expect(refusal(() => promiser.start({ id: 'a', at: at(0) })).path).toBe('options.round');
    expect(JSON.stringify(promiser)).toBe(before);
  });

  it('leave none where a question looks back at hours that were forgotten', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
    const open = Object.fromEntries(days.map((day) => [day, ['09:00-12:30', '13:30-18:00']]));
    const hours = { zone: 'Asia/Kolkata', open };
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.5, typical: 20, calendar: hours });
    promiser.start({ id: 'a', at: at(9) });
    promiser.finish({ id: 'a', at: at(10) });
    const later = at(24 * 366 * 10);
    promiser.start({ id: 'b', at: later });
    const before = JSON.stringify(promiser);
    promiser.quote({ at: later });
    expect(JSON.stringify(promiser)).toBe(before);
    expect(JSON.stringify(reviveLivePromiser(JSON.parse(before)))).toBe(before);
  });

  it('answer alike however often they were asked', () => {
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.9, typical: 4, calendar });
    const ask = { at: at(0), estimate: 24 * 52 * 12 };
    const once = promiser.quote(ask);
    for (let i = 0; i < 5; i++) expect(promiser.quote(ask)).toEqual(once);
  });
});

it('a promise of no time has no share that rounding adds', () => {
  const round = toMultipleOf(5);
  const promiser = livePromiser({ unit: 'minutes', keepRate: 0.5, typical: 1e-4, round, calendar });
  for (let i = 0; i < 100; i++) {
    const quote = promiser.start({ id: `o-${i}`, at: at(i / 60) });
    promiser.finish({ id: `o-${i}`, at: at(i / 60) });
    expect(Number.isNaN(quote.factors.rounding)).toBe(false);
  }
});
