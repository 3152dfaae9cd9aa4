import fc from 'fast-check';
import {
  driftAlarms,
  dueDate,
  keptRate,
  keptRates,
  type LedgerEvent,
  promiseClocks,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { promiseHistory, promiseStanding } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import {
  cancelled,
  counts,
  delivered,
  lives,
  made,
  none,
  on,
  paused,
  priced,
  recorded,
  resumed,
  revised,
} from './given';

/** How promise `a` stands on a day, and on which day it is due. */
const stands = (
  events: readonly LedgerEvent[],
  day: number,
  promise: 'original' | 'latest' = 'original',
) => {
  const { standing, due } = promiseStanding(recorded(events), 'a', { asOf: on(day), promise });
  return [standing, due && 1 + (+due - +on(1)) / 86_400_000];
};

describe('a promise that is paused', () => {
  const wait = [made('a', 1, 5), paused('a', 2), resumed('a', 4)];

  it.each<[string, readonly LedgerEvent[], number, unknown]>([
    ['is pending before', wait, 1, ['pending', 5]],
    ['stands still meanwhile', wait, 3, ['paused', null]],
    ['is not overdue, however long', wait.slice(0, 2), 99, ['paused', null]],
    ['is due later by the time it stood still', wait, 6, ['pending', 7]],
    ['is overdue after that', wait, 7.5, ['overdue', 7]],
    ['is kept by then', [...wait, delivered('a', 7)], 9, ['kept', 7]],
    ['is broken after', [...wait, delivered('a', 7.5)], 9, ['broken', 7]],
    [
      'is due when it is said to be',
      [...wait.slice(0, 2), resumed('a', 4, undefined, 9)],
      8,
      ['pending', 9],
    ],
    ['even earlier', [...wait.slice(0, 2), resumed('a', 4, undefined, 4.5)], 8, ['overdue', 4.5]],
    ['may be paused again', [...wait, paused('a', 6), resumed('a', 9)], 9, ['pending', 10]],
    [
      'may be paused at its due date',
      [made('a', 1, 5), paused('a', 5), resumed('a', 6)],
      6,
      ['overdue', 6],
    ],
    [
      'is kept when delivered meanwhile',
      [...wait.slice(0, 2), delivered('a', 30)],
      40,
      ['kept', null],
    ],
    [
      'and counts when it would have been due',
      [...wait.slice(0, 2), delivered('a', 30)],
      32,
      ['pending', null],
    ],
    [
      'is over when the customer calls it off meanwhile',
      [...wait.slice(0, 2), cancelled('a', 30, 'customer')],
      40,
      ['cancelled', null],
    ],
    [
      'is broken when the company does',
      [...wait.slice(0, 2), cancelled('a', 30, 'company')],
      40,
      ['broken', null],
    ],
    [
      'stays broken if it begins to wait later',
      [made('a', 1, 5), paused('a', 6), resumed('a', 9, undefined, 20)],
      10,
      ['overdue', 5],
    ],
    ['even while it does', [made('a', 1, 5), paused('a', 6)], 7, ['overdue', 5]],
  ])('%s', (_, events, day, expected) => {
    expect(stands(events, day)).toEqual(expected);
  });

  it.each<[string, readonly LedgerEvent[], number, unknown]>([
    ['for either reason', [paused('a', 3, 'part')], 3.5, ['paused', null]],
    [
      'for the other still',
      [paused('a', 3, 'part'), resumed('a', 4, 'customer')],
      5,
      ['paused', null],
    ],
    [
      'until both are over',
      [paused('a', 3, 'part'), resumed('a', 4, 'customer'), resumed('a', 6, 'part')],
      6,
      ['pending', 9],
    ],
    [
      'in whichever order',
      [paused('a', 3, 'part'), resumed('a', 4, 'part'), resumed('a', 6, 'customer')],
      6,
      ['pending', 9],
    ],
    ['all at once without a reason', [paused('a', 3, 'part'), resumed('a', 6)], 6, ['pending', 9]],
    [
      'as one when it is said again',
      [paused('a', 3, 'customer'), resumed('a', 6, 'customer')],
      6,
      ['pending', 9],
    ],
    [
      'on from a due date said meanwhile',
      [paused('a', 3, 'part'), resumed('a', 4, 'part', 8), resumed('a', 6, 'customer')],
      6,
      ['pending', 10],
    ],
  ])('stands still %s', (_, events, day, expected) => {
    expect(stands([made('a', 1, 5), paused('a', 2, 'customer'), ...events], day)).toEqual(expected);
  });

  it('told anew is due as told, later by the time it stood still from then on', () => {
    const told = [
      made('a', 1, 5),
      revised('a', 2, 8),
      paused('a', 3),
      resumed('a', 4, undefined, 5.5),
    ];
    expect(stands(told, 5)).toEqual(['pending', 5.5]);
    expect(stands(told, 5, 'latest')).toEqual(['pending', 9]);
    const meanwhile = [made('a', 1, 5), paused('a', 2), revised('a', 3, 8), resumed('a', 4)];
    expect(stands(meanwhile, 5)).toEqual(['pending', 7]);
    expect(stands(meanwhile, 3.5, 'latest')).toEqual(['paused', null]);
    expect(stands(meanwhile, 5, 'latest')).toEqual(['pending', 9]);
    const tooLate = [made('a', 1, 5), paused('a', 6), revised('a', 7, 8), resumed('a', 9)];
    expect(stands(tooLate, 6.5, 'latest')).toEqual(['overdue', 5]);
    expect(stands(tooLate, 9, 'latest')).toEqual(['pending', 10]);
    expect(stands(tooLate, 9)).toEqual(['overdue', 5]);
  });

  it('is counted in the rates by the due date that its pauses gave it', () => {
    const events = [...wait, delivered('a', 6), made('b', 1, 5), paused('b', 2)];
    const ledger = recorded(events);
    expect(counts(keptRate(ledger, { asOf: on(6) }))).toEqual({ ...none, pending: 2, paused: 1 });
    expect(counts(keptRate(ledger, { asOf: on(7) }))).toEqual({
      ...none,
      due: 1,
      kept: 1,
      pending: 1,
      paused: 1,
    });
    expect(keptRate(ledger, { asOf: on(20), to: on(7) }).due).toBe(0);
    expect(keptRate(ledger, { asOf: on(20), from: on(7), to: on(8) }).kept).toBe(1);
    // The other one would be due on day 23 if it went on at day 20.
    expect(keptRate(ledger, { asOf: on(20), from: on(23), to: on(24) }).paused).toBe(1);
    const by = ({ due }: { due: Date }) => due.toISOString().slice(0, 10);
    expect(keptRates(ledger, { asOf: on(20), by }).map(({ key }) => key)).toEqual([
      '2026-01-07',
      '2026-01-23',
    ]);
  });

  it('shows its pauses in its history', () => {
    const events = [made('a', 1, 5), paused('a', 2, 'customer'), resumed('a', 4, 'customer', 8)];
    expect(promiseHistory(recorded(events), 'a')).toEqual(events);
  });

  it('goes to JSON and back', () => {
    const ledger = recorded([
      made('a', 1, 5),
      paused('a', 2, 'customer'),
      resumed('a', 4, 'customer', 8),
    ]);
    const json = JSON.parse(JSON.stringify(ledger));
    expect(json.events[2]).toEqual({
      kind: 'resume',
      id: 'a',
      at: on(4).toISOString(),
      due: on(8).toISOString(),
      reason: 'customer',
    });
    expect(JSON.stringify(reviveLedger(json))).toBe(JSON.stringify(ledger));
  });

  it('never leaves the dates there are', () => {
    const end = new Date(8.64e15);
    const ledger = recorded([
      { kind: 'promise', id: 'a', at: on(1), due: end },
      paused('a', 2),
      resumed('a', 4),
    ]);
    expect(promiseStanding(ledger, 'a', { asOf: on(5) }).due).toEqual(end);
    const still = recorded([made('a', 1, 5), paused('a', 2)]);
    const seen: Date[] = [];
    keptRates(still, { asOf: end, by: ({ due }) => `${seen.push(due)}` });
    expect(seen).toEqual([end]);
  });
});

describe('beside the clocks of a support desk', () => {
  // Clocks change in Berlin on 2026-03-29 and in New York on 2026-03-08: the desk is open over night.
  it.each(['Europe/Berlin', 'America/New_York'])(
    'a promise paused in %s is due when they say',
    (zone) => {
      const night = ['22:00-06:00'];
      const open = { friday: night, saturday: night, sunday: night, monday: night };
      const desk = { zone, open };
      const plan = { promise: 20, unit: 'open-hours' } as const;
      const hour = 3_600_000;
      holds(
        fc.property(
          fc.nat(700),
          fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 6 }),
          (start, gaps) => {
            const opened = Date.UTC(2026, 2, 1) + start * hour;
            const happened: { at: number; kind: 'opened' | 'pending' | 'resumed' }[] = [
              { at: opened, kind: 'opened' },
            ];
            let now = opened;
            gaps.forEach((gap, i) => {
              now += gap * hour;
              happened.push({ at: now, kind: i % 2 === 0 ? 'pending' : 'resumed' });
            });
            const clock = (count: number) =>
              promiseClocks(
                desk,
                happened.slice(0, count),
                { mine: { plan, until: 'resolved', pauses: true } },
                { asOf: happened[count - 1]?.at as number },
              ).mine;
            const due = dueDate(desk, opened, plan);
            let ledger = recorded([{ kind: 'promise', id: 'a', at: opened, due }]);
            happened.forEach(({ at, kind }, i) => {
              if (kind === 'pending') ledger = recordEvent(ledger, { kind: 'pause', id: 'a', at });
              if (kind === 'resumed') {
                const moved = clock(i + 1).due ?? undefined;
                ledger = recordEvent(ledger, {
                  kind: 'resume',
                  id: 'a',
                  at,
                  due: moved,
                });
              }
            });
            const { state, due: last } = clock(happened.length);
            const { standing, due: mine } = promiseStanding(ledger, 'a', { asOf: now });
            const expected = {
              running: 'pending',
              paused: 'paused',
              broken: 'overdue',
              kept: 'kept',
            }[state];
            // At the due date itself a clock still runs, and the promise has fallen due.
            expect(last && +last === now ? 'overdue' : expected).toBe(standing);
            expect(mine).toEqual(last);
          },
        ),
        60,
      );
    },
  );
});

const retold = (at: number, value: number): LedgerEvent => ({
  kind: 'revision',
  id: 'a',
  at: on(at),
  quantity: { value, unit: 'euro' },
});

describe('a quantity promised without a due date', () => {
  const bill = [priced('a', 1, 499), delivered('a', 40, 530)];

  it.each<[string, readonly LedgerEvent[], number, unknown]>([
    ['is pending until it is delivered', bill, 39, ['pending', null]],
    ['is broken by more than promised', bill, 40, ['broken', null]],
    ['is kept by as much', [priced('a', 1, 499), delivered('a', 40, 499)], 40, ['kept', null]],
    [
      'is kept but for rounding',
      [priced('a', 1, 100 * 0.57), delivered('a', 40, 57)],
      40,
      ['kept', null],
    ],
    [
      'is off when the customer calls it off',
      [priced('a', 1, 499), cancelled('a', 9, 'customer')],
      9,
      ['cancelled', null],
    ],
    [
      'is broken when the company does',
      [priced('a', 1, 499), cancelled('a', 9, 'company')],
      9,
      ['broken', null],
    ],
  ])('%s', (_, events, day, expected) => {
    expect(stands(events, day)).toEqual(expected);
  });

  it('may be told anew late, and be paused nowhere', () => {
    const late = [priced('a', 1, 499), delivered('a', 40, 530), retold(5, 520), retold(4, 540)];
    expect(stands(late, 39, 'latest')).toEqual(['pending', null]);
    expect(stands(late, 41, 'latest')).toEqual(['broken', null]);
    expect(stands([...late, retold(6, 530)], 41, 'latest')).toEqual(['kept', null]);
  });

  it('may be told anew, without a date', () => {
    const dearer = {
      kind: 'revision',
      id: 'a',
      at: on(5),
      quantity: { value: 540, unit: 'euro' },
    } as const;
    const events = [priced('a', 1, 499), dearer, delivered('a', 40, 530)];
    expect(stands(events, 41)).toEqual(['broken', null]);
    expect(stands(events, 41, 'latest')).toEqual(['kept', null]);
  });

  it('enters the rates and the drift when it is judged', () => {
    const ledger = recorded([
      ...bill,
      priced('b', 1, 200),
      delivered('b', 20, 180),
      priced('c', 1, 9),
    ]);
    const rate = (from: number, to: number) =>
      keptRate(ledger, { asOf: on(50), from: on(from), to: on(to) });
    expect(counts(keptRate(ledger, { asOf: on(50) }))).toEqual({
      ...none,
      due: 2,
      kept: 1,
      broken: 1,
      pending: 1,
    });
    expect(rate(1, 20).due).toBe(0);
    expect(rate(20, 21).rate).toBe(1);
    expect(rate(40, 41).rate).toBe(0);
    expect(rate(50, 51).pending).toBe(1);
    const broken = Array.from({ length: 6 }, (_, i) => [
      priced(`${i}`, 1, 9),
      delivered(`${i}`, 10 + i, 10),
    ]);
    expect(
      driftAlarms(recorded(broken.flat()), { asOf: on(50), keepRate: 0.9 }).alarms,
    ).toMatchObject([{ since: on(10), at: on(15), due: 6, broken: 6 }]);
  });

  it('a revision of the quantity alone keeps the due date of what stands still', () => {
    const dated = { ...made('a', 1, 5), quantity: { value: 499, unit: 'euro' } } as LedgerEvent;
    const events = [dated, paused('a', 2), retold(3, 540), resumed('a', 4), delivered('a', 6, 530)];
    expect(stands(events, 8, 'latest')).toEqual(['kept', 7]);
    expect(stands(events, 8)).toEqual(['broken', 7]);
  });

  it('a revision of the quantity alone keeps the due date', () => {
    const price = { quantity: { value: 9, unit: 'euro' } };
    const events = [
      { ...made('a', 1, 5), ...price },
      { kind: 'revision', id: 'a', at: on(2), ...price },
    ];
    expect(stands(events as LedgerEvent[], 3, 'latest')).toEqual(['pending', 5]);
    expect(stands(events as LedgerEvent[], 6, 'latest')).toEqual(['overdue', 5]);
  });
});

describe('recordEvent refuses', () => {
  const ledger = recorded([
    made('a', 1, 5),
    paused('a', 2, 'customer'),
    paused('a', 2, 'part'),
    made('b', 1, 5),
    paused('b', 2),
    resumed('b', 6),
    made('plain', 1, 5),
    paused('plain', 2),
    made('done', 1, 5),
    delivered('done', 4),
    priced('price', 1, 499),
  ]);
  it.each<[string, unknown, string, string, string]>([
    [
      'to end a wait that there is none of',
      resumed('a', 3, 'custmer'),
      'ambiguous',
      'reason',
      'none, or that of an open wait: customer or part',
    ],
    [
      'to end for a reason what had none',
      resumed('plain', 3, 'part'),
      'ambiguous',
      'reason',
      'none, or that of an open wait',
    ],
    ['to end one twice', resumed('b', 7), 'ambiguous', 'kind', 'a pause before it'],
    ['to end one before it began', resumed('a', 1.5), 'ambiguous', 'kind', 'a pause before it'],
    [
      'to end one that was ended later',
      resumed('b', 5),
      'ambiguous',
      'at',
      'a date after 2026-01-06T12:00:00.000Z',
    ],
    ['to pause what is over', paused('done', 5), 'date-order', 'id', 'a promise still open'],
    ['to pause before it was made', paused('a', 0.5), 'date-order', 'at', 'the promise before it'],
    [
      'to be due before it goes on',
      resumed('a', 3, 'part', 2),
      'date-order',
      'due',
      'on or after at',
    ],
    ['to pause without a due date', paused('price', 3), 'ambiguous', 'kind', 'no wait'],
    ['to go on without one', resumed('price', 3), 'ambiguous', 'kind', 'no wait'],
    [
      'to pause at the moment of its end',
      paused('done', 4),
      'date-order',
      'id',
      'a promise still open',
    ],
    [
      'a due date where none was promised',
      revised('price', 3, 9),
      'ambiguous',
      'due',
      'no due date',
    ],
    [
      'a promise of nothing',
      { kind: 'promise', id: 'n', at: on(1) },
      'missing',
      'due',
      'or a quantity to promise without one',
    ],
    [
      'a revision that tells nothing',
      { kind: 'revision', id: 'a', at: on(3) },
      'missing',
      'due',
      'or a quantity',
    ],
    [
      'a reason that is no text',
      { ...paused('a', 3), reason: 5 },
      'wrong-type',
      'reason',
      'a string',
    ],
    [
      'a due date of a pause, under a name alike',
      { ...paused('a', 3), reasn: 'x' },
      'unknown-name',
      'reasn',
      'reason, or one of kind, id, at',
    ],
    [
      'a bill without an amount',
      delivered('price', 3),
      'missing',
      'quantity',
      'a quantity in euro',
    ],
  ])('%s', (_, event, code, path, expected) => {
    const refused = refusal(() => recordEvent(ledger, event as LedgerEvent));
    expect(refused).toMatchObject({ function: 'recordEvent', code, path: `event.${path}` });
    expect(refused.expected).toContain(expected);
  });

  it('a date with the value that was given', () => {
    const early = { kind: 'delivery', id: 'a', at: '2026-01-01T09:00:00+02:00' } as const;
    expect(refusal(() => recordEvent(ledger, early)).value).toBe(early.at);
    const due = +on(2);
    expect(
      refusal(() => recordEvent(ledger, { ...resumed('a', 3), due } as LedgerEvent)).value,
    ).toBe(due);
    const to = '2026-01-01T00:00:00Z';
    expect(refusal(() => keptRate(ledger, { asOf: on(9), from: on(2), to })).value).toBe(to);
  });
});

describe('promiseStanding', () => {
  it('says what ended a promise that is not due yet, or nothing', () => {
    const on4 = (end?: LedgerEvent) => {
      const ledger = recorded([made('a', 1, 5), ...(end ? [end] : [])]);
      return promiseStanding(ledger, 'a', { asOf: on(4) });
    };
    const pending = { standing: 'pending', due: on(5) };
    expect(on4()).toEqual(pending);
    expect(on4(delivered('a', 3))).toEqual({ ...pending, end: delivered('a', 3) });
    expect(on4(delivered('a', 4.5))).toEqual(pending);
    const off = cancelled('a', 3, 'company');
    expect(on4(off)).toEqual({ ...pending, end: off });
  });

  it('agrees with the rates, for any lives', () => {
    const day = fc.integer({ min: 0, max: 80 });
    const which = fc.constantFrom<'original' | 'latest'>('original', 'latest');
    holds(
      fc.property(lives, day, which, (all, d, promise) => {
        const ledger = recorded(all.flat());
        const tally: Record<string, number> = {
          kept: 0,
          broken: 0,
          overdue: 0,
          pending: 0,
          paused: 0,
          cancelled: 0,
        };
        for (const [first] of all) {
          if (!first || first.at > on(d)) continue;
          const { standing } = promiseStanding(ledger, first.id, { asOf: on(d), promise });
          tally[standing] = (tally[standing] ?? 0) + 1;
        }
        const {
          broken,
          overdue,
          pending,
          paused: still,
          kept,
          cancelled: off,
        } = keptRate(ledger, { asOf: on(d), promise });
        expect(tally).toEqual({
          kept,
          broken: broken - overdue,
          overdue,
          pending: pending - still,
          paused: still,
          cancelled: off,
        });
      }),
      200,
    );
  });

  it.each<[string, () => unknown, string, string]>([
    [
      'an id of none',
      () => promiseStanding(recorded([]), 'a', { asOf: on(1) }),
      'unknown-id',
      'id',
    ],
    [
      'one made later',
      () => promiseStanding(recorded([made('a', 2, 5)]), 'a', { asOf: on(1) }),
      'unknown-id',
      'id',
    ],
    [
      'no date',
      () => promiseStanding(recorded([made('a', 2, 5)]), 'a', {} as never),
      'missing',
      'options.asOf',
    ],
    [
      'another promise',
      () =>
        promiseStanding(recorded([made('a', 2, 5)]), 'a', {
          asOf: on(3),
          promise: 'first' as never,
        }),
      'unknown-name',
      'options.promise',
    ],
    ['no ledger', () => promiseStanding({} as never, 'a', { asOf: on(3) }), 'wrong-type', 'ledger'],
  ])('refuses %s', (_, call, code, path) => {
    expect(refusal(call)).toMatchObject({ function: 'promiseStanding', code, path });
  });
});

describe('a ticket that is reopened', () => {
  const at = (time: string) => `2026-03-${time}:00+01:00`;
  const desk = {
    zone: 'Europe/Berlin',
    open: { monday: ['09:00-17:00'], tuesday: ['09:00-17:00'] },
  };
  const clockAt = (resolved: string, reopened: string) =>
    promiseClocks(
      desk,
      [
        { at: at('02T09:00'), kind: 'opened' },
        { at: at(resolved), kind: 'resolved' },
        { at: at(reopened), kind: 'reopened' },
      ],
      { resolution: { plan: { promise: 4, unit: 'open-hours' }, until: 'resolved' } },
      { asOf: at(reopened) },
    ).resolution;
  const ledger = recorded([
    { kind: 'promise', id: 'a', at: at('02T09:00'), due: at('02T13:00') },
    { kind: 'delivery', id: 'a', at: at('02T12:00') },
  ]);

  it('is another promise, while its first answer stays kept', () => {
    const { due } = clockAt('02T12:00', '03T09:00');
    expect(due).toEqual(new Date(at('03T10:00')));
    const again = recordEvent(ledger, {
      kind: 'promise',
      id: 'a again',
      at: at('03T09:00'),
      due: due as Date,
    });
    const { kept, overdue } = keptRate(again, { asOf: at('03T11:00') });
    expect([kept, overdue]).toEqual([1, 1]);
  });

  it('needs a date of its own where the clock has run out', () => {
    const { state, due } = clockAt('02T15:00', '03T09:00');
    expect([state, due]).toEqual(['broken', new Date(at('02T13:00'))]);
    const again = { kind: 'promise', id: 'a again', at: at('03T09:00'), due: due as Date } as const;
    expect(refusal(() => recordEvent(ledger, again)).code).toBe('date-order');
  });
});
