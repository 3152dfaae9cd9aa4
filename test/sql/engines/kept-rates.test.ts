import type { LedgerEvent } from 'overdeliver';
import { openLedger } from 'overdeliver';
import { bySegment, keptRate, keptRates, recordEvents } from 'overdeliver/ledger';
import { keptRatesSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { engines } from './engines';
import { rows } from './hostile';

const hour = 3_600_000;
const first = Date.UTC(2026, 2, 1);
const at = (hours: number) => first + hours * hour;
const random = uniforms(5);
const whole = (n: number) => Math.floor(random() * n);

/** Promises in whole hours, so that many are kept at their last moment, or end as of the very date. */
const promises = Array.from({ length: rows }, (_, i) => {
  const made = whole(400);
  const due = made + whole(48);
  const how = whole(10);
  const end = made + whole(72);
  return {
    id: `p${i}`,
    segment: `s${whole(300)}`,
    made,
    due,
    from: random() < 0.3 ? due - whole(6) : null,
    delivered: how < 7 ? end : null,
    cancelled: how === 7 || how === 8 ? end : null,
    by: how === 7 ? 'customer' : how === 8 ? 'company' : null,
  };
});

const ledger = recordEvents(
  openLedger(),
  promises.flatMap(({ id, segment, made, due, from, delivered, cancelled, by }): LedgerEvent[] => [
    {
      kind: 'promise',
      id,
      segment,
      at: at(made),
      due: at(due),
      ...(from !== null && { from: at(from) }),
    },
    ...(delivered === null ? [] : [{ kind: 'delivery', id, at: at(delivered) } as const]),
    ...(cancelled === null
      ? []
      : [
          {
            kind: 'cancellation',
            id,
            at: at(cancelled),
            by: by === 'customer' ? 'customer' : 'company',
          } as const,
        ]),
  ]),
);

const time = (hours: number | null) => (hours === null ? null : at(hours));
const table = {
  segment: promises.map(({ segment }) => segment),
  made: promises.map(({ made }) => time(made)),
  due: promises.map(({ due }) => time(due)),
  from: promises.map(({ from }) => time(from)),
  delivered: promises.map(({ delivered }) => time(delivered)),
  cancelled: promises.map(({ cancelled }) => time(cancelled)),
  by: promises.map(({ by }) => by),
};
const columns = {
  made: 'made',
  due: 'due',
  from: 'from',
  delivered: 'delivered',
  cancelled: { at: 'cancelled', by: { column: 'by' } },
} as const;
const asOf = at(300);
const dates = { dueFrom: at(48), dueTo: at(250) };
const counts = ['due', 'kept', 'broken', 'early', 'overdue', 'pending', 'cancelled'] as const;
const names = [...counts, 'rate', 'low', 'high'] as const;

describe.each(engines)('kept rates on $dialect', (engine) => {
  it('are those of a ledger, to the bit', async () => {
    await engine.load('promises', table);
    const where = { dialect: engine.dialect, from: 'promises', columns, asOf } as const;
    const { text } = keptRatesSql({ ...where, by: 'segment', ...dates, confidence: 0.9 });
    const answer = await engine.ask(`SELECT * FROM (${text}) AS rates ORDER BY segment`);
    const own = keptRates(ledger, {
      by: bySegment,
      asOf,
      from: dates.dueFrom,
      to: dates.dueTo,
      confidence: 0.9,
    });
    expect(answer.segment).toEqual(own.map(({ key }) => key));
    for (const name of names) expect(answer[name]).toEqual(own.map((rate) => rate[name]));
    const all = await engine.ask(keptRatesSql(where).text);
    const rate = keptRate(ledger, { asOf });
    for (const name of names) expect(all[name]).toEqual([rate[name]]);
  });

  it('count what the company called off as broken, and of no promises none', async () => {
    await engine.load('promises', {
      m: [0, 0, 9],
      d: [5, 5, 10],
      e: [null, 5, null],
      c: [4, null, null],
    });
    const rowsOf = { dialect: engine.dialect, from: 'promises' } as const;
    const names = { made: 'm', due: 'd', delivered: 'e' } as const;
    for (const [by, kept] of [
      ['company', 0.5],
      ['customer', 1],
    ] as const) {
      const cancelled = { at: 'c', by };
      const { text } = keptRatesSql({ ...rowsOf, columns: { ...names, cancelled }, asOf: 6 });
      expect((await engine.ask(text)).rate).toEqual([kept]);
    }
    const { text } = keptRatesSql({ ...rowsOf, columns: names, asOf: -1 });
    expect(await engine.ask(text)).toMatchObject({
      due: [0],
      rate: [null],
      low: [null],
      status: ['ok'],
    });
  });

  it('say which row cannot be', async () => {
    const bad = [
      { m: null },
      { d: null },
      { m: Infinity },
      { e: 8.65e15 },
      { d: 0 },
      { e: 0 },
      { f: 9 },
      { c: 4 },
      { e: null, c: 4, b: 'nobody' },
      { e: null, c: 4, b: null },
      { e: null, c: 0 },
    ];
    const all = bad.map((row, i) => ({
      g: `g${10 + i}`,
      m: 1,
      d: 5,
      e: 4,
      f: null,
      c: null,
      b: 'customer',
      ...row,
    }));
    const column = (name: 'm' | 'd' | 'e' | 'f' | 'c') => all.map((row) => row[name]);
    await engine.load('promises', {
      g: all.map(({ g }) => g),
      m: column('m'),
      d: column('d'),
      e: column('e'),
      f: column('f'),
      c: column('c'),
      b: all.map(({ b }) => b),
    });
    const { text, offenders } = keptRatesSql({
      dialect: engine.dialect,
      from: 'promises',
      by: 'g',
      columns: {
        made: 'm',
        due: 'd',
        from: 'f',
        delivered: 'e',
        cancelled: { at: 'c', by: { column: 'b' } },
      },
      asOf: 100,
    });
    const { status = [], input = [] } = await engine.ask(
      `SELECT * FROM (${text}) AS rates ORDER BY g`,
    );
    expect(status.map((code, i) => [code, input[i]])).toEqual([
      ['missing', 'm'],
      ['missing', 'd'],
      ['out-of-range', 'm'],
      ['out-of-range', 'e'],
      ['date-order', 'd'],
      ['date-order', 'e'],
      ['date-order', 'f'],
      ['ambiguous', 'c'],
      ['unknown-name', 'b'],
      ['missing', 'b'],
      ['date-order', 'c'],
    ]);
    expect((await engine.ask(offenders)).n?.[0]).toBe(1);
  });

  it('say which time is in another unit, unless they are known up to a date near 1970', async () => {
    const day = 86_400;
    const today = Date.UTC(2026, 2, 1) / 1000;
    const units = { seconds: 1, ms: 1000, microseconds: 1e6, serial: 1 / day };
    const days = { serial: 25_569 };
    const all = Object.entries(units).map(([g, unit]) => {
      const at = (date: number) => unit * date + ((days as Record<string, number>)[g] ?? 0);
      return { g, made: at(today), due: at(today + 2 * day), came: at(today + day) };
    });
    await engine.load('promises', {
      g: all.map(({ g }) => g),
      made: all.map(({ made }) => made),
      due: all.map(({ due }) => due),
      came: all.map(({ came }) => came),
    });
    const told = async (asOf: Date | string) => {
      const { text } = keptRatesSql({
        dialect: engine.dialect,
        from: 'promises',
        by: 'g',
        columns: { made: 'made', due: 'due', delivered: 'came' },
        asOf,
      });
      return (await engine.ask(`SELECT * FROM (${text}) AS rates ORDER BY g`)).status;
    };
    const far = 'out-of-range';
    expect(await told('2026-04-01T00:00:00Z')).toEqual([far, 'ok', far, far]);
    expect(await told(new Date(50 * day * 1000))).toEqual([far, 'ok', 'ok']);
  });
});
