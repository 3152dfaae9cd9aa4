import fc from 'fast-check';
import { type KeptRate, keptRate, keptRates, type LedgerEvent } from 'overdeliver';
import { bySegment } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { counts, delivered, lives, made, none, on, recorded, revised } from './given';

describe('the rate', () => {
  const of = (keptOnes: number, n: number) =>
    recorded(
      Array.from({ length: n }, (_, i) => [
        made(`${i}`, 1, 5),
        delivered(`${i}`, i < keptOnes ? 5 : 6),
      ]).flat(),
    );
  const rounded = ({ rate, low, high }: KeptRate) =>
    [rate, low, high].map((x) => +(x as number).toFixed(4));

  // MODELS.md section 2.
  it('has the Wilson interval', () => {
    expect(rounded(keptRate(of(95, 100), { asOf: on(9) }))).toEqual([0.95, 0.8882, 0.9785]);
    expect(rounded(keptRate(of(0, 10), { asOf: on(9) }))).toEqual([0, 0, 0.2775]);
  });

  it('has a wider one at a higher confidence', () => {
    const at = (confidence: number) => keptRate(of(95, 100), { asOf: on(9), confidence });
    expect(at(0.99).low).toBeLessThan(at(0.9).low as number);
    expect(at(0.99).high).toBeGreaterThan(at(0.9).high as number);
    expect(at(0.95)).toEqual(keptRate(of(95, 100), { asOf: on(9), confidence: undefined }));
  });

  it('is null when nothing fell due', () => {
    const empty = { ...none, early: 0, rate: null, low: null, high: null };
    expect(keptRate(recorded([]), { asOf: on(9) })).toEqual(empty);
    expect(keptRate(of(9, 10), { asOf: on(4) })).toEqual({ ...empty, pending: 10 });
    expect(keptRates(recorded([]), { asOf: on(9), by: bySegment })).toEqual([]);
  });

  it('counts promises due from a date to just before another', () => {
    const ledger = recorded([made('a', 1, 3), made('b', 1, 4), made('c', 1, 5), made('d', 1, 9)]);
    const due = (from?: number, to?: number) => {
      const options = { from: from && on(from), to: to && on(to) } as { from: Date; to: Date };
      return keptRate(ledger, { asOf: on(6), ...options });
    };
    expect(due()).toMatchObject({ due: 3, pending: 1 });
    expect(due(4)).toMatchObject({ due: 2, pending: 1 });
    expect(due(undefined, 5)).toMatchObject({ due: 2, pending: 0 });
    expect(due(4, 5)).toMatchObject({ due: 1, pending: 0 });
    expect(due(4, 4)).toMatchObject({ due: 0, pending: 0 });
  });
});

describe('over any lives of promises', () => {
  const day = fc.integer({ min: 0, max: 80 });
  const which = fc.constantFrom<'original' | 'latest'>('original', 'latest');

  it('what happened after asOf changes nothing', () => {
    holds(
      fc.property(lives, day, which, (all, d, promise) => {
        const asOf = on(d);
        const known = all.flat().filter(({ at }) => at <= asOf);
        const options = { asOf, promise };
        expect(keptRate(recorded(known), options)).toEqual(keptRate(recorded(all.flat()), options));
      }),
      300,
    );
  });

  it('every promise made is counted once', () => {
    holds(
      fc.property(lives, day, which, (all, d, promise) => {
        const asOf = on(d);
        const rate = keptRate(recorded(all.flat()), { asOf, promise });
        const known = all.filter(([first]) => (first as LedgerEvent).at <= asOf).length;
        expect(rate.due + rate.pending + rate.cancelled).toBe(known);
        expect(rate.kept + rate.broken).toBe(rate.due);
        expect(rate.overdue).toBeLessThanOrEqual(rate.broken);
      }),
    );
  });

  it('groups and spans of due dates add up to the whole', () => {
    holds(
      fc.property(lives, day, day, (all, d, cut) => {
        const ledger = recorded(all.flat());
        const asOf = on(d);
        const whole = counts(keptRate(ledger, { asOf }));
        const sum = (parts: readonly KeptRate[]) =>
          parts
            .map(counts)
            .reduce<Record<string, number>>(
              (total, part) =>
                Object.fromEntries(
                  Object.entries(part).map(([name, n]) => [name, (total[name] ?? 0) + n]),
                ),
              { ...none },
            );
        expect(sum(keptRates(ledger, { asOf, by: bySegment }))).toEqual(whole);
        const spans = [
          keptRate(ledger, { asOf, to: on(cut) }),
          keptRate(ledger, { asOf, from: on(cut) }),
        ];
        expect(sum(spans)).toEqual(whole);
      }),
    );
  });

  it('a promise that stands as kept or broken stands so for good', () => {
    holds(
      fc.property(lives, day, (all, d) => {
        const ledger = recorded(all.flat());
        const rate = keptRate(ledger, { asOf: on(d) });
        const later = keptRate(ledger, { asOf: on(500), to: on(d + 0.5) });
        expect([later.kept, later.broken]).toEqual([rate.kept, rate.broken]);
      }),
    );
  });
});

it('rows come in the order of their keys, by the due date they are counted at', () => {
  const ledger = recorded([
    made('a', 1, 5, 'north'),
    made('b', 1, 5),
    made('c', 1, 5, 'Zone'),
    made('d', 1, 5, 'north'),
    revised('d', 2, 7),
    delivered('d', 6),
  ]);
  const rows = keptRates(ledger, { asOf: on(9), by: bySegment });
  expect(rows.map(({ key, due }) => [key, due])).toEqual([
    ['', 1],
    ['Zone', 1],
    ['north', 2],
  ]);
  const by = ({ id, due, at, segment }: Parameters<typeof bySegment>[0]) =>
    [id, segment, +due === +on(7), +at === +on(1)].join(' ');
  expect(keptRates(ledger, { asOf: on(9), by, promise: 'latest' }).map(({ key }) => key)).toEqual([
    'a north false true',
    'b  false true',
    'c Zone false true',
    'd north true true',
  ]);
});

it('counts an amount as promised that is so but for rounding', () => {
  const quantity = (value: number, better: 'lower' | 'higher') => ({ value, unit: 'kg', better });
  for (const [promised, delivered, better] of [
    [100 * 0.57, 57, 'lower'],
    [0.1 + 0.2, 0.3, 'higher'],
  ] as const) {
    const events = [
      { ...made('a', 1, 5), quantity: quantity(promised, better) },
      { kind: 'delivery', id: 'a', at: on(4), quantity: { value: delivered, unit: 'kg' } },
    ] as LedgerEvent[];
    expect(keptRate(recorded(events), { asOf: on(9) }).kept).toBe(1);
  }
});
