import fc from 'fast-check';
import {
  adjustParameters,
  isOverdeliverError,
  type LivePromiser,
  livePromiser,
  reviveLivePromiser,
} from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { dataOf, experienced, type Happening, happenings, kitchen, tell } from './stream';

const adjusted = () =>
  livePromiser({
    unit: 'hours',
    keepRate: 0.9,
    typical: 0.7,
    lateness: 0.1,
    calendar: { zone: 'Europe/Berlin', open: { monday: ['00:00-11:00', '12:00-24:00'] } },
    parameters: adjustParameters(promiserDefaults, 'test/adjusted', { halfLife: 2 }),
  });
const copyOf = (value: unknown) => JSON.parse(JSON.stringify(value));

/** The same with features, which a stream gets on the way. */
const tellMore = (promiser: LivePromiser, all: readonly Happening[]) =>
  all.map(({ time, what, id, group }, i) =>
    what === 'start'
      ? promiser.start({
          id,
          at: time,
          group,
          features: { items: i % 7, ...(i > 300 ? { weight: (i * i) % 31 } : {}) },
        })
      : promiser[what]({ id, at: time }),
  );

describe('a snapshot', () => {
  it('goes on from any point with the same answers to the last bit', () => {
    const all = happenings(700, { cancelled: 0.05, lost: 0.05, never: 0.02, seed: 4 });
    const cuts = fc.integer({ min: 0, max: all.length });
    holds(
      fc.property(cuts, fc.boolean(), (cut, more) => {
        const promiser = more ? adjusted() : kitchen();
        const say = more ? tellMore : tell;
        say(promiser, all.slice(0, cut));
        const revived = reviveLivePromiser(copyOf(promiser));
        expect(revived.toJSON()).toEqual(promiser.toJSON());
        expect(say(revived, all.slice(cut))).toEqual(say(promiser, all.slice(cut)));
        expect(revived.toJSON()).toEqual(promiser.toJSON());
      }),
      25,
    );
  });

  it('goes on after weights have been divided out', () => {
    // A hundredth of a typical duration is a half-life, so that 200 of them go by soon.
    const parameters = adjustParameters(promiserDefaults, 'test/quick', {
      halfLife: 0.01,
      minOrders: 1,
      quoteError: 1,
    });
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.5, typical: 40, parameters });
    const all = happenings(1000, { lost: 0.05 });
    tell(promiser, all);
    const now = all.at(-1)?.time as Date;
    expect(dataOf(promiser).counters.base).toBeGreaterThan(200);
    const revived = reviveLivePromiser(copyOf(promiser));
    expect(revived.quote({ at: now })).toEqual(promiser.quote({ at: now }));
  });

  it('is a copy, of plain JSON, with times in ISO 8601', () => {
    const { promiser, now } = experienced(100, { never: 0.1 });
    const snapshot = promiser.toJSON();
    const before = copyOf(snapshot);
    promiser.start({ id: 'x', at: now });
    promiser.finish({ id: 'x', at: new Date(now.getTime() + 1) });
    expect(copyOf(snapshot)).toEqual(before);
    expect(snapshot).toEqual(before);
    expect(snapshot).toMatchObject({
      kind: 'live-promiser',
      version: 8,
      now: now.toISOString(),
    });
  });

  it('keeps parameters that were changed, the calendar and what may be late', () => {
    expect(dataOf(reviveLivePromiser(copyOf(adjusted())))).toMatchObject({
      settings: {
        parameters: 'test/adjusted',
        numbers: { halfLife: 2 },
        lateness: 360_000,
        calendar: { zone: 'Europe/Berlin' },
      },
    });
  });

  it('is the same whatever the order of its keys', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([name, one]) => [name, turned(one)]);
      return Object.fromEntries(entries.reverse());
    };
    const { promiser, now } = experienced(50);
    const revived = reviveLivePromiser(turned(copyOf(promiser)));
    expect(revived.quote({ at: now })).toEqual(promiser.quote({ at: now }));
  });
});

describe('a snapshot that was altered', () => {
  const promiser = adjusted();
  tellMore(promiser, happenings(400, { lost: 0.1, cancelled: 0.1, never: 0.1 }));
  const good = copyOf(promiser);

  /** Visits every value of some JSON with a function that puts another in its place. */
  function visit(
    value: unknown,
    replaceBy: (path: string, old: unknown, set: (by: unknown) => void) => void,
    path = 'json',
  ) {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      const holder = value as Record<string, unknown>;
      const old = holder[key];
      replaceBy(`${path}.${key}`, old, (by) => {
        holder[key] = by;
      });
      visit(old, replaceBy, `${path}.${key}`);
    }
  }
  const edits = (old: unknown): readonly unknown[] => {
    if (typeof old === 'number')
      return [-old - 1, old === 0 ? 1 : 0, old * 1e9 + 1, old + 0.5, null, String(old)];
    if (typeof old === 'string') return [`${old}x`, old.slice(1), 7, null];
    if (typeof old === 'boolean') return [!old];
    if (Array.isArray(old) && old.length > 1)
      return [[...old].reverse(), [...old, old[0]], old.slice(1)].filter(
        (by) => JSON.stringify(by) !== JSON.stringify(old),
      );
    return [7];
  };

  it('is refused, whatever was altered', () => {
    let [tried, taken] = [0, 0];
    visit(good, (_, old, set) => {
      // All of the small parts, and of the long columns some.
      if (tried > 2000 && tried % 37 !== 0) {
        tried++;
        return;
      }
      for (const by of edits(old)) {
        set(by);
        tried++;
        try {
          reviveLivePromiser(good);
          taken++;
        } catch (error) {
          if (!isOverdeliverError(error)) throw error;
        }
      }
      set(old);
    });
    expect(taken).toBe(0);
    expect(tried).toBeGreaterThan(2000);
    expect(JSON.stringify(reviveLivePromiser(good))).toBe(JSON.stringify(promiser));
  });
});
