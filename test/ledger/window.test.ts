import { keptRate, keptRates, type LedgerEvent, reviveLedger } from 'overdeliver';
import { bySegment, ledgerEventSchema, promiseHistory, promiseStanding } from 'overdeliver/ledger';
import { shareDifference } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { delivered, made, on, paused, recorded, resumed } from './given';

const slot = (id: string, from: number, due: number) =>
  ({ ...made(id, 1, due), from: on(from) }) as LedgerEvent;
const asOf = on(30);
const standing = (events: readonly LedgerEvent[], more = {}) =>
  promiseStanding(recorded(events), 'a', { asOf, ...more }).standing;

describe('a window', () => {
  it('is kept from its first moment to its last, and before it is early', () => {
    for (const [day, is] of [
      [3, 'early'],
      [4, 'kept'],
      [6, 'kept'],
      [7, 'broken'],
    ] as const) {
      expect(standing([slot('a', 4, 6), delivered('a', day)])).toBe(is);
    }
    expect(standing([slot('a', 4, 6)])).toBe('overdue');
    const pending = promiseStanding(recorded([slot('a', 4, 6), delivered('a', 3)]), 'a', {
      asOf: on(5),
    });
    expect(pending).toEqual({
      standing: 'pending',
      due: on(6),
      from: on(4),
      end: delivered('a', 3),
    });
  });

  it('counts what is early among the broken', () => {
    const ledger = recorded([
      slot('a', 4, 6),
      slot('b', 4, 6),
      slot('c', 4, 6),
      delivered('a', 3),
      delivered('b', 5),
      delivered('c', 8),
    ]);
    expect(keptRate(ledger, { asOf })).toMatchObject({ due: 3, kept: 1, broken: 2, early: 1 });
    expect(keptRates(ledger, { asOf, by: bySegment })[0]).toMatchObject({ early: 1, overdue: 0 });
    const revived = reviveLedger(JSON.parse(JSON.stringify(ledger)));
    expect(keptRate(revived, { asOf })).toEqual(keptRate(ledger, { asOf }));
    expect(promiseHistory(revived, 'a')[0]).toMatchObject({ from: on(4), due: on(6) });
  });

  it('moves with its pauses, whole', () => {
    const wait = [paused('a', 2), resumed('a', 5)];
    expect(standing([slot('a', 4, 6), ...wait, delivered('a', 6)])).toBe('early');
    expect(standing([slot('a', 4, 6), ...wait, delivered('a', 7)])).toBe('kept');
    const ledger = recorded([slot('a', 4, 6), ...wait]);
    const moved = { standing: 'pending', due: on(9), from: on(7) };
    expect(promiseStanding(ledger, 'a', { asOf: on(6) })).toEqual(moved);
    expect(promiseStanding(ledger, 'a', { asOf: on(3) })).toMatchObject({ due: null, from: null });
    expect(standing([slot('a', 6, 6), ...wait, delivered('a', 8)])).toBe('early');
  });

  it('is told anew by a revision, or has only an end from then on', () => {
    const told = (more: object) => [
      slot('a', 4, 6),
      { kind: 'revision', id: 'a', at: on(2), due: on(8), ...more } as LedgerEvent,
      delivered('a', 3),
    ];
    expect(standing(told({}), { promise: 'latest' })).toBe('kept');
    expect(standing(told({ from: on(5) }), { promise: 'latest' })).toBe('early');
    expect(standing(told({}))).toBe('early');
  });

  it.each<[string, object, string, string]>([
    ['beginning after its end', { due: on(3), from: on(4) }, 'date-order', 'event.from'],
    [
      'without an end',
      { from: on(4), quantity: { value: 1, unit: 'kg' } },
      'ambiguous',
      'event.from',
    ],
    [
      'by another name',
      { by: on(4), quantity: { value: 1, unit: 'kg' } },
      'unknown-name',
      'event.by',
    ],
    ['until', { until: on(4) }, 'unknown-name', 'event.until'],
    ['promised by', { promisedBy: on(4) }, 'unknown-name', 'event.promisedBy'],
    ['a due date', { dueDate: on(4) }, 'unknown-name', 'event.dueDate'],
    ['a price beside a date', { due: on(4), price: 499 }, 'unknown-name', 'event.price'],
    ['a bare quantity', { quantity: 499 }, 'wrong-type', 'event.quantity'],
  ])('is refused %s', (_, more, code, path) => {
    const event = { kind: 'promise', id: 'a', at: on(1), ...more };
    expect(refusal(() => recorded([event as never]))).toMatchObject({ code, path });
    expect(ledgerEventSchema.safeParse(event).success).toBe(false);
  });

  it('lets a column of another name pass where the known one is there', () => {
    const price = { price: 499, quantity: { value: 499, unit: 'euro' } };
    const event = { ...made('a', 1, 4), by: 'Ada', ...price } as never;
    expect(recorded([event]).size).toBe(1);
    expect(ledgerEventSchema.safeParse(event).success).toBe(true);
  });
});

describe('two kept rates', () => {
  it('are compared as they are', () => {
    const of = (kept: number, all: number) =>
      keptRate(
        recorded(
          Array.from({ length: all }, (_, i) => [
            made(`${i}`, 1, 4),
            delivered(`${i}`, i < kept ? 3 : 5),
          ]).flat(),
        ),
        { asOf },
      );
    const counts = [
      { count: 48, n: 80 },
      { count: 56, n: 70 },
    ] as const;
    expect(shareDifference(of(48, 80), of(56, 70))).toEqual(shareDifference(...counts));
    const none = refusal(() => shareDifference({ kept: 0, due: 0 }, counts[0]));
    expect(none).toMatchObject({ path: 'first.due', code: 'out-of-range' });
    const more = refusal(() => shareDifference(counts[0], { kept: 3, due: 2 }));
    expect(more).toMatchObject({ path: 'second.kept', code: 'out-of-range' });
  });
});
