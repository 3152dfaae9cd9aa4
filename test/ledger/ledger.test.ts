import fc from 'fast-check';
import {
  keptRate,
  type Ledger,
  type LedgerEvent,
  openLedger,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { promiseHistory } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { cancelled, delivered, interleaved, lives, made, on, recorded, revised } from './given';

const json = (ledger: Ledger) => JSON.stringify(ledger);

describe('a ledger', () => {
  it('keeps every event; the original promise is never overwritten (D28)', () => {
    const events = [made('a', 1, 5), revised('a', 4, 7), made('b', 2, 3), delivered('a', 6)];
    const ledger = recorded(events);
    expect(ledger.size).toBe(4);
    expect(promiseHistory(ledger, 'a')).toEqual([events[0], events[1], events[3]]);
    expect(promiseHistory(ledger, 'b')).toEqual([events[2]]);
  });

  it('is a value: what is recorded later is not in it', () => {
    const one = recorded([made('a', 1, 5)]);
    const before = json(one);
    const two = recordEvent(one, delivered('a', 4));
    expect(json(one)).toBe(before);
    expect([one.size, two.size]).toEqual([1, 2]);
    expect(promiseHistory(one, 'a')).toHaveLength(1);
    expect(keptRate(one, { asOf: on(6) })).toMatchObject({ kept: 0, overdue: 1 });
    expect(keptRate(two, { asOf: on(6) })).toMatchObject({ kept: 1, overdue: 0 });
  });

  it('may be recorded on from in two ways that know nothing of each other', () => {
    const start = recorded([made('a', 1, 5), made('b', 1, 5)]);
    const kept = recorded([delivered('a', 4), made('c', 4, 9)], start);
    const late = recorded([delivered('a', 6), delivered('b', 6)], start);
    expect(promiseHistory(kept, 'a')[1]?.at).toEqual(on(4));
    expect(promiseHistory(late, 'a')[1]?.at).toEqual(on(6));
    expect(refusal(() => promiseHistory(late, 'c')).code).toBe('unknown-id');
    expect(promiseHistory(kept, 'b')).toHaveLength(1);
    expect(recordEvent(late, made('c', 8, 9)).size).toBe(5);
    expect(refusal(() => recordEvent(kept, made('c', 8, 9))).code).toBe('duplicate-id');
    expect(start.size).toBe(2);
  });

  it('copies what it takes and what it gives', () => {
    const event = { ...made('a', 1, 5), quantity: { value: 3, unit: 'euro' } } as LedgerEvent<Date>;
    const ledger = recordEvent(openLedger(), event);
    const before = json(ledger);
    event.at.setTime(0);
    const [out] = promiseHistory(ledger, 'a');
    out?.at.setTime(0);
    (out as { quantity: { value: number } }).quantity.value = 9;
    expect(json(ledger)).toBe(before);
  });

  it('takes frozen events, options that are undefined, and ids that name parts of objects', () => {
    const ids = ['__proto__', 'constructor', ' ', 'é'];
    const events = ids.map((id) => ({
      ...made(id, 1, 2),
      segment: undefined,
      quantity: undefined,
    }));
    const ledger = recorded(deepFreeze(events) as LedgerEvent[]);
    expect(ids.map((id) => promiseHistory(ledger, id).length)).toEqual([1, 1, 1, 1]);
    expect(ledger.toJSON().events[1]).toStrictEqual({
      kind: 'promise',
      id: '__proto__',
      at: '2026-01-01T12:00:00.000Z',
      due: '2026-01-02T12:00:00.000Z',
    });
  });

  it('answers alike however the events of different promises were interleaved', () => {
    const choices = fc.array(fc.nat(20), { minLength: 1, maxLength: 30 });
    holds(
      fc.property(lives, choices, fc.integer({ min: 0, max: 70 }), (all, order, day) => {
        const other = recorded(interleaved(all, order));
        const asOf = on(day);
        expect(keptRate(other, { asOf })).toEqual(keptRate(recorded(all.flat()), { asOf }));
      }),
    );
  });

  it('has room for many', () => {
    const count = 20_000;
    let ledger = openLedger();
    for (let i = 0; i < count; i++) ledger = recordEvent(ledger, made(`${i}`, 1, 5));
    for (let i = 0; i < count; i++) ledger = recordEvent(ledger, delivered(`${i}`, 4 + (i % 4)));
    expect(keptRate(ledger, { asOf: on(9) })).toMatchObject({ due: count, kept: count / 2 });
  });
});

describe('the JSON of a ledger', () => {
  it('brings it back: the same answers, the same going on', () => {
    holds(
      fc.property(lives, fc.nat(40), fc.integer({ min: 0, max: 70 }), (all, cut, day) => {
        const events = all.flat();
        const whole = recorded(events);
        const first = recorded(events.slice(0, cut));
        const revived = reviveLedger(JSON.parse(json(first)));
        expect(json(revived)).toBe(json(first));
        const goneOn = recorded(events.slice(cut), revived);
        expect(json(goneOn)).toBe(json(whole));
        const asOf = on(day);
        expect(keptRate(goneOn, { asOf })).toEqual(keptRate(whole, { asOf }));
      }),
    );
  });

  it('is version 2 with dates in ISO 8601', () => {
    const ledger = recorded([made('a', 1, 5, 'north'), cancelled('a', 2, 'company')]);
    expect(JSON.parse(json(ledger))).toEqual({
      version: 2,
      events: [
        {
          kind: 'promise',
          id: 'a',
          at: '2026-01-01T12:00:00.000Z',
          due: '2026-01-05T12:00:00.000Z',
          segment: 'north',
        },
        { kind: 'cancellation', id: 'a', at: '2026-01-02T12:00:00.000Z', by: 'company' },
      ],
    });
    expect(ledger.toJSON()).toStrictEqual(JSON.parse(json(ledger)));
  });
});
