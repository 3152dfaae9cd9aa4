import fc from 'fast-check';
import {
  driftAlarms,
  isOverdeliverError,
  keptRate,
  type LedgerEvent,
  openLedger,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { promiseHistory, promiseStanding, recordEvents } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { delivered, lives, made, on, paused, recorded, resumed, revised } from './given';

const json = (events: readonly LedgerEvent[], ledger = openLedger()) =>
  JSON.stringify(recordEvents(ledger, events));
/** The time of an event; those of one promise are moved apart, since at one moment the order given counts. */
const apart = (all: readonly LedgerEvent[][]): LedgerEvent[][] =>
  all.map((events) =>
    events.map((event, i) => {
      const later = (date: LedgerEvent['at']) => new Date(+(date as Date) + i);
      const due = 'due' in event && event.due ? { due: later(event.due) } : {};
      return { ...event, at: later(event.at), ...due } as LedgerEvent;
    }),
  );
const shuffled = fc.array(fc.nat(1000), { minLength: 200, maxLength: 200 });
const inOrderOf = (events: readonly LedgerEvent[], keys: readonly number[]) =>
  events
    .map((event, i) => ({ event, key: keys[i % keys.length] as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event);

describe('recordEvents', () => {
  it('makes the same ledger of the same events, however they were mixed', () => {
    holds(
      fc.property(lives, shuffled, fc.integer({ min: 0, max: 70 }), (all, keys, day) => {
        const events = apart(all).flat();
        const ledger = recordEvents(openLedger(), inOrderOf(events, keys));
        expect(JSON.stringify(ledger)).toBe(JSON.stringify(recorded(events)));
        expect(ledger.size).toBe(events.length);
        for (const promise of ['original', 'latest'] as const) {
          const options = { asOf: on(day), promise };
          expect(keptRate(ledger, options)).toEqual(keptRate(recorded(events), options));
        }
      }),
      300,
    );
  });

  it('whoever of two wrote what, in whatever order their files are read', () => {
    holds(
      fc.property(lives, shuffled, (all, keys) => {
        const events = apart(all).flat();
        const [one, two] = [0, 1].map((writer) =>
          events.filter((_, i) => (keys[i % keys.length] as number) % 2 === writer),
        ) as [LedgerEvent[], LedgerEvent[]];
        const whole = json([...one, ...two]);
        expect(json([...two, ...one])).toBe(whole);
        // Lines that both wrote, or that are read again, add nothing.
        expect(json([...one, ...two, ...two, ...one])).toBe(whole);
        expect(json(events, reviveLedger(JSON.parse(whole)))).toBe(whole);
      }),
    );
  });

  it('one after the other, wherever a snapshot is taken between', () => {
    holds(
      fc.property(lives, fc.nat(60), (all, cut) => {
        const events = apart(all)
          .flat()
          .sort((a, b) => +a.at - +b.at);
        const snapshot = JSON.parse(json(events.slice(0, cut)));
        expect(json(events.slice(cut), reviveLedger(snapshot))).toBe(json(events));
      }),
    );
  });

  it('late ones find their place among those that are there', () => {
    const [first, ...rest] = [
      made('a', 1, 5),
      paused('a', 2, 'customer'),
      resumed('a', 4, 'customer'),
      revised('a', 5, 9),
      delivered('a', 6),
    ] as const;
    const whole = JSON.stringify(recorded([first, ...rest]));
    for (const late of [0, 2]) {
      const others = rest.filter((_, i) => i !== late && !(late === 0 && i === 1));
      const before = recorded([first, ...others]);
      const then = JSON.stringify(before);
      const missing = rest.filter((event) => !others.includes(event));
      const after = recordEvents(before, missing);
      expect(JSON.stringify(after)).toBe(whole);
      expect(promiseHistory(after, 'a')).toEqual([first, ...rest]);
      expect(promiseStanding(after, 'a', { asOf: on(9) })).toEqual({
        standing: 'kept',
        due: on(7),
        end: rest.at(-1),
      });
      expect(JSON.stringify(before)).toBe(then);
      expect(keptRate(before, { asOf: on(9) }).kept).toBe(late === 0 ? 0 : 1);
    }
  });

  it('of one moment count in the order given: the last told is what was told', () => {
    const both = [revised('a', 2, 9), revised('a', 2, 7)];
    const due = (events: readonly LedgerEvent[]) => {
      const ledger = recordEvents(openLedger(), [made('a', 1, 5), ...events]);
      return promiseStanding(ledger, 'a', { asOf: on(3), promise: 'latest' }).due;
    };
    expect(due(both)).toEqual(on(7));
    expect(due([...both].reverse())).toEqual(on(9));
  });

  it('promises come before what else happened at their moment', () => {
    expect(recordEvents(openLedger(), [delivered('a', 1), made('a', 1, 5)]).size).toBe(2);
  });

  it('gives the ledger back that it was given where nothing is new', () => {
    const events = [made('a', 1, 5), delivered('a', 4)];
    const ledger = recorded(events);
    expect(recordEvents(ledger, [])).toBe(ledger);
    expect(recordEvents(ledger, events)).toBe(ledger);
    expect(recordEvents(ledger, ledger.toJSON().events)).toBe(ledger);
    expect(recordEvent(ledger, delivered('a', 4))).toBe(ledger);
    // An older one stays that, whatever was recorded since.
    const older = recorded([made('b', 1, 5)]);
    const newer = recordEvent(older, delivered('b', 4));
    expect(recordEvent(older, made('b', 1, 5))).toBe(older);
    expect(recordEvents(older, [made('b', 1, 5)])).toBe(older);
    expect(recordEvents(older, [delivered('b', 9)]).size).toBe(2);
    expect(promiseHistory(newer, 'b')[1]?.at).toEqual(on(4));
  });

  it.each<[string, LedgerEvent, LedgerEvent]>([
    ['a promise', made('a', 1, 5), made('a', 1, 6)],
    ['a delivery', delivered('a', 4), delivered('a', 4.5)],
  ])('refuses %s that two writers tell differently', (_, one, two) => {
    const first = made('a', 1, 5);
    for (const events of [
      [first, one, two],
      [first, two, one],
    ]) {
      const refused = refusal(() => recordEvents(openLedger(), events));
      expect(refused).toMatchObject({ function: 'recordEvents', code: 'duplicate-id' });
    }
  });

  it('hands over what cannot be recorded, and records the rest', () => {
    const broken = { kind: 'delivery', id: 'b' } as unknown as LedgerEvent;
    const events = [
      delivered('a', 6),
      delivered('x', 2),
      broken,
      made('a', 1, 5),
      delivered('a', 4),
    ];
    const refused: unknown[] = [];
    const ledger = recordEvents(openLedger(), events, {
      onRefused: (error, event) => {
        expect(isOverdeliverError(error)).toBe(true);
        refused.push([error.code, error.path, error.function, event]);
      },
    });
    expect(refused).toEqual([
      ['missing', 'events[2].at', 'recordEvents', broken],
      ['unknown-id', 'events[1].id', 'recordEvents', events[1]],
      ['duplicate-id', 'events[0].id', 'recordEvents', events[0]],
    ]);
    expect(promiseHistory(ledger, 'a')).toEqual([made('a', 1, 5), delivered('a', 4)]);
    expect(() =>
      recordEvents(ledger, [broken], {
        onRefused: () => {
          throw new RangeError('mine');
        },
      }),
    ).toThrow(RangeError);
  });

  it('leaves the ledger as it was where one is refused', () => {
    const ledger = recorded([made('a', 1, 5)]);
    const before = JSON.stringify(ledger);
    expect(refusal(() => recordEvents(ledger, [made('b', 1, 5), delivered('x', 2)])).path).toBe(
      'events[1].id',
    );
    expect(JSON.stringify(ledger)).toBe(before);
    expect(keptRate(ledger, { asOf: on(9) }).due).toBe(1);
    expect(recordEvent(ledger, made('b', 2, 5)).size).toBe(2);
  });

  it('raises the same alarms', () => {
    const events = Array.from({ length: 40 }, (_, i) => [
      made(`${i}`, i, i + 1),
      delivered(`${i}`, i + (i % 2 ? 1 : 2)),
    ]).flat();
    const options = { asOf: on(60), keepRate: 0.9 };
    const { alarms } = driftAlarms(recordEvents(openLedger(), [...events].reverse()), options);
    expect(alarms.length).toBeGreaterThan(1);
    expect(alarms).toEqual(driftAlarms(recorded(events), options).alarms);
  });

  it.each<[string, unknown, unknown, string, string]>([
    ['text', 'events', undefined, 'wrong-type', 'events'],
    ['nothing', undefined, undefined, 'missing', 'events'],
    [
      'a hole',
      Object.assign(new Array(2), { 0: made('a', 1, 5) }),
      undefined,
      'missing',
      'events[1]',
    ],
    ['an event that is null', [null], undefined, 'wrong-type', 'events[0]'],
    ['another option', [], { onRefuse: () => {} }, 'unknown-name', 'options.onRefuse'],
    ['no function', [], { onRefused: true }, 'wrong-type', 'options.onRefused'],
  ])('refuses %s', (_, events, options, code, path) => {
    const call = () => recordEvents(openLedger(), events as never, options as never);
    expect(refusal(call)).toMatchObject({ function: 'recordEvents', code, path });
  });
});

it('a snapshot of version 1 is revived, its events in whatever order they were recorded', () => {
  const version1 = {
    version: 1,
    events: [
      { kind: 'promise', id: 'b', at: '2026-01-03T12:00:00.000Z', due: '2026-01-05T12:00:00.000Z' },
      {
        kind: 'promise',
        id: 'a',
        at: '2026-01-01T12:00:00.000Z',
        due: '2026-01-05T12:00:00.000Z',
        segment: 'north',
        quantity: { value: 3, unit: 'euro', better: 'lower' },
      },
      {
        kind: 'revision',
        id: 'a',
        at: '2026-01-02T12:00:00.000Z',
        due: '2026-01-06T12:00:00.000Z',
      },
      { kind: 'cancellation', id: 'b', at: '2026-01-04T12:00:00.000Z', by: 'customer' },
      {
        kind: 'delivery',
        id: 'a',
        at: '2026-01-03T12:00:00.000Z',
        quantity: { value: 2, unit: 'euro' },
      },
    ],
  };
  const ledger = reviveLedger(version1);
  expect(keptRate(ledger, { asOf: on(9) })).toMatchObject({ kept: 1, cancelled: 1, due: 1 });
  const written = JSON.parse(JSON.stringify(ledger));
  expect(written.version).toBe(2);
  expect(written.events).toEqual([1, 2, 4, 0, 3].map((place) => version1.events[place]));
  expect(JSON.stringify(reviveLedger(written))).toBe(JSON.stringify(ledger));
});

describe('a promise that waits again and again', () => {
  /** One promise, and so many beginnings and ends of its wait. */
  const waiting = (count: number) => {
    const at = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 60_000);
    const events: LedgerEvent[] = [{ kind: 'promise', id: 'a', at: at(0), due: at(1e7) }];
    for (let i = 1; i <= count; i++)
      events.push({ kind: i % 2 === 1 ? 'pause' : 'resume', id: 'a', at: at(i), reason: 'part' });
    return events;
  };
  it('is recorded, brought back and recorded once more', () => {
    const events = waiting(20_000);
    const ledger = recordEvents(openLedger(), events);
    expect(ledger.size).toBe(20_001);
    expect(reviveLedger(JSON.parse(JSON.stringify(ledger))).size).toBe(20_001);
    expect(recordEvents(ledger, events.slice(-200))).toBe(ledger);
  }, 4000);

  it('goes on from an older ledger as from its own last event', () => {
    const [made, paused, resumed] = waiting(2) as [LedgerEvent, LedgerEvent, LedgerEvent];
    const older = recordEvents(openLedger(), [made, paused]);
    const newer = recordEvent(older, resumed);
    expect(refusal(() => recordEvent(newer, { ...resumed, at: '2026-01-02T00:00Z' })).code).toBe(
      'ambiguous',
    );
    const other = recordEvent(older, { ...resumed, at: '2026-01-02T00:00Z' } as LedgerEvent);
    expect([newer.size, other.size]).toEqual([3, 3]);
  });

  it('goes on from an older ledger with what a newer one holds, however often', () => {
    const told = (minute: number): LedgerEvent => {
      const at = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
      return { kind: 'revision', id: 'a', at, due: new Date(Date.UTC(2026, 1, 1)) };
    };
    const revisions = Array.from({ length: 20 }, (_, i) => told(i + 1));
    const older = recordEvents(openLedger(), [...waiting(0), ...revisions]);
    const late = told(10.5);
    for (let i = 0; i < 2; i++) expect(recordEvent(older, late).size).toBe(22);
    expect(recordEvent(recordEvent(older, late), late).size).toBe(22);
  });
});
