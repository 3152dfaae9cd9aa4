import {
  driftAlarms,
  keptRate,
  keptRates,
  type Ledger,
  type LedgerEvent,
  openLedger,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { bySegment, promiseHistory } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { delivered, made, on, recorded, revised } from './given';

/** Freezes all that can be reached, hidden or not. */
function freezeAll<T>(value: T, seen = new Set<unknown>()): T {
  if (Object(value) !== value || seen.has(value)) return value;
  seen.add(value);
  for (const key of Reflect.ownKeys(value as object)) freezeAll((value as never)[key], seen);
  return Object.freeze(value);
}

describe('a ledger from outside', () => {
  const asOf = on(9);

  it('is frozen, and may be frozen through and through', () => {
    let ledger = openLedger();
    expect(Object.isFrozen(ledger)).toBe(true);
    for (const event of [made('a', 1, 5), revised('a', 2, 6), delivered('a', 4)]) {
      ledger = recordEvent(freezeAll(ledger), freezeAll(event));
    }
    expect(promiseHistory(freezeAll(ledger), 'a')).toHaveLength(3);
    expect(freezeAll(reviveLedger(ledger.toJSON())).size).toBe(3);
  });

  it('that is a copy, a proxy or a forgery is refused', () => {
    const ledger = recorded([made('a', 1, 5)]);
    const copies: unknown[] = [
      structuredClone(ledger),
      JSON.parse(JSON.stringify(ledger)),
      { ...ledger },
      Object.create(ledger),
      new Proxy(ledger, {}),
      Object.assign(Object.create(Object.getPrototypeOf(ledger)), { size: 1 }),
      { size: 1, toJSON: () => null, log: { entries: [] } },
      'ledger',
    ];
    for (const copy of copies as Ledger[]) {
      for (const call of [
        () => recordEvent(copy, made('b', 1, 5)),
        () => promiseHistory(copy, 'a'),
        () => keptRate(copy, { asOf }),
        () => keptRates(copy, { asOf, by: bySegment }),
        () => driftAlarms(copy, { asOf, keepRate: 0.9 }),
      ]) {
        expect(refusal(call)).toMatchObject({ code: 'wrong-type', path: 'ledger' });
      }
    }
  });

  it('shows what it showed, whatever was recorded from it and from older ones', () => {
    const all = [made('a', 1, 5), revised('a', 2, 6), made('b', 2, 4), delivered('a', 3)];
    const versions = [openLedger()];
    for (const event of all) versions.push(recordEvent(versions.at(-1) as Ledger, event));
    const shown = versions.map((ledger) => JSON.stringify(ledger));
    const forks = versions.map((ledger) => recordEvent(ledger, made('c', 5, 9)));
    expect(versions.map((ledger) => JSON.stringify(ledger))).toEqual(shown);
    forks.forEach((fork, i) => {
      expect(JSON.stringify(fork)).toBe(
        JSON.stringify(recorded([...all.slice(0, i), made('c', 5, 9)])),
      );
    });
    // Each goes on by what its own promise has been through.
    expect(promiseHistory(recordEvent(versions[1] as Ledger, delivered('a', 1)), 'a')).toHaveLength(
      2,
    );
    expect(refusal(() => recordEvent(versions[2] as Ledger, delivered('a', 1))).code).toBe(
      'date-order',
    );
    expect(refusal(() => recordEvent(versions[0] as Ledger, delivered('a', 1))).code).toBe(
      'unknown-id',
    );
    expect(promiseHistory(recordEvent(versions[2] as Ledger, delivered('a', 5)), 'a')).toHaveLength(
      3,
    );
  });

  it('stays as it was when an event is refused, or records another while it is read', () => {
    const ledger = recorded([made('a', 1, 5)]);
    expect(refusal(() => recordEvent(ledger, delivered('x', 2))).code).toBe('unknown-id');
    const event = {
      ...delivered('a', 4),
      get id() {
        recordEvent(ledger, made('b', 1, 5));
        return 'a';
      },
    } as LedgerEvent;
    expect(recordEvent(ledger, event).size).toBe(2);
    expect(JSON.stringify(ledger)).toBe(JSON.stringify(recorded([made('a', 1, 5)])));
  });
});

it('names that are parts of objects are ids, segments and units like any other', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const quantity = { value: 1, unit: name };
    const ledger = recorded([
      { ...made(name, 1, 5, name), quantity } as LedgerEvent,
      { ...delivered(name, 4), quantity } as LedgerEvent,
    ]);
    const back = reviveLedger(JSON.parse(JSON.stringify(ledger)));
    expect(JSON.stringify(back)).toBe(JSON.stringify(ledger));
    expect(promiseHistory(back, name)).toHaveLength(2);
    expect(keptRates(back, { asOf: on(9), by: bySegment })).toMatchObject([{ key: name, kept: 1 }]);
    const alarms = driftAlarms(
      recorded(Array.from({ length: 9 }, (_, i) => made(`${i}`, 1, 2 + i, name))),
      { asOf: on(30), keepRate: 0.9, by: bySegment },
    );
    expect(alarms.alarms.map(({ key }) => key)).toEqual([name]);
  }
});

it('writes the fields in one order, whatever order they came in', () => {
  const quantity = { better: 'lower' as const, unit: 'euro', value: 3 };
  const event: LedgerEvent = {
    quantity,
    segment: 'x',
    due: on(5),
    at: on(1),
    id: 'a',
    kind: 'promise',
  };
  expect(JSON.stringify(recordEvent(openLedger(), event))).toBe(
    `{"version":2,"events":[{"kind":"promise","id":"a","at":"${on(1).toISOString()}","due":"${on(5).toISOString()}",` +
      '"segment":"x","quantity":{"value":3,"unit":"euro","better":"lower"}}]}',
  );
});
