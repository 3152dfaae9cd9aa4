import {
  driftAlarms,
  keptRate,
  type Ledger,
  type LedgerEvent,
  openLedger,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { cusum, ledgerEventSchema, promiseHistory, recordEvents } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import {
  cancelled,
  delivered,
  made,
  on,
  paused,
  priced,
  recorded,
  resumed,
  revised,
} from './given';

describe('an event that is recorded again', () => {
  const windowed = (id: string, at: number, from: number): LedgerEvent => ({
    kind: 'revision',
    id,
    at: on(at),
    due: on(20),
    from: on(from),
  });
  const better = { value: 9, unit: 'euro', better: 'lower' } as const;

  it.each<[string, LedgerEvent[], LedgerEvent]>([
    ['a resume in place of a pause', [made('a', 1, 9), paused('a', 3)], resumed('a', 3)],
    ['another reason', [made('a', 1, 9), paused('a', 3, 'parts')], paused('a', 3, 'money')],
    ['another window', [made('a', 1, 9), windowed('a', 3, 12)], windowed('a', 3, 14)],
    ['another due date', [made('a', 1, 9), revised('a', 3, 12)], revised('a', 3, 13)],
  ])('with %s is another one', (_, before, event) => {
    const ledger = recorded(before);
    expect(recordEvent(ledger, before.at(-1) as LedgerEvent)).toBe(ledger);
    expect(recordEvent(ledger, event).size).toBe(ledger.size + 1);
  });

  it.each<[string, LedgerEvent[], LedgerEvent, string]>([
    [
      'by another side',
      [made('a', 1, 9), cancelled('a', 3, 'customer')],
      cancelled('a', 3, 'company'),
      'duplicate-id',
    ],
    [
      'of another amount',
      [priced('a', 1, 9), delivered('a', 3, 8)],
      delivered('a', 3, 7),
      'duplicate-id',
    ],
    [
      'in another unit',
      [priced('a', 1, 9), delivered('a', 3, 8)],
      { kind: 'delivery', id: 'a', at: on(3), quantity: { value: 8, unit: 'dollar' } },
      'duplicate-id',
    ],
    [
      'better the other way round',
      [{ kind: 'promise', id: 'a', at: on(1), quantity: better }],
      { kind: 'promise', id: 'a', at: on(1), quantity: { ...better, better: 'higher' } },
      'duplicate-id',
    ],
    ['of another segment', [made('a', 1, 9, 'north')], made('a', 1, 9, 'south'), 'duplicate-id'],
  ])('%s is refused', (_, before, event, code) => {
    const ledger = recorded(before);
    expect(recordEvent(ledger, before.at(-1) as LedgerEvent)).toBe(ledger);
    expect(refusal(() => recordEvent(ledger, event))).toMatchObject({ code, path: 'event.id' });
  });

  it('is known among many of its promise, and only those of the ledger it is recorded in', () => {
    const first = [
      made('a', 1, 40),
      ...Array.from({ length: 30 }, (_, i) => revised('a', 2 + i, 41 + i)),
    ];
    const early = recorded(first.slice(0, 25));
    const all = recorded(first.slice(25), early);
    for (const event of first) expect(recordEvent(all, event)).toBe(all);
    for (const event of first.slice(0, 25)) expect(recordEvent(early, event)).toBe(early);
    for (const event of first.slice(25)) expect(recordEvent(early, event).size).toBe(26);
    const between = recordEvent(all, {
      ...revised('a', 5, 99),
      at: new Date(+on(5) + 1),
    } as LedgerEvent);
    expect(between.size).toBe(32);
    expect(recordEvent(all, revised('a', 5, 99)).size).toBe(32);
    expect(promiseHistory(all, 'a')).toHaveLength(31);
  });
});

describe('the snapshot of a ledger', () => {
  const [event] = (JSON.parse(JSON.stringify(recorded([made('a', 1, 9)]))) as { events: object[] })
    .events;
  const revived = (at: string) => reviveLedger({ version: 2, events: [{ ...event, at }] } as never);

  it.each([
    '2026-01-01X12:34:56.789Z',
    '2026-01-01T12X34:56.789Z',
    '2026-01-01T12:34X56.789Z',
    '2026-01-01T12:34:56X789Z',
    '2026-01-01T12:34:56.789X',
    '2026-01-01T25:34:56.789Z',
    '2026-01-01T12:60:56.789Z',
    '2026-01-01T12:34:60.789Z',
    '2026-01-01T12:3/:56.789Z',
    '2026-01-01T12:3::56.789Z',
    '2026-01-01T12:34:5 .789Z',
    '2026-02-30T12:34:56.789Z',
    '2026-01-32T12:34:56.789Z',
  ])('may not say %s', (at) => {
    expect(refusal(() => revived(at))).toMatchObject({ path: 'json.events[0].at', value: at });
  });

  it.each([
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T23:59:59.999Z',
    '2026-01-01T01:09:58.070Z',
    '2025-12-31T19:08:47.605Z',
    '-000001-01-01T12:34:56.789Z',
  ])('says %s to the millisecond', (at) => {
    expect(JSON.parse(JSON.stringify(revived(at))).events[0].at).toBe(at);
    expect(promiseHistory(revived(at), 'a')?.[0]?.at).toEqual(new Date(at));
  });

  it('remembers days, not times: two of one day are two', () => {
    const events = ['06:00:00.000Z', '07:30:00.000Z'].map((time, i) => ({
      ...event,
      id: `${i}`,
      at: `2026-01-01T${time}`,
    }));
    const ledger = reviveLedger({ version: 2, events } as never);
    expect(JSON.parse(JSON.stringify(ledger)).events).toEqual(events);
  });
});

describe('an event is read strictly', () => {
  const quantity = { value: 9, unit: 'euro' };
  it.each<[string, object, string]>([
    [
      'a name that is none in a quantity',
      { kind: 'promise', quantity: { ...quantity, currency: 'x' } },
      'event.quantity.currency',
    ],
    [
      'which side is better, of a delivery',
      { kind: 'delivery', quantity: { ...quantity, better: 'lower' } },
      'event.quantity.better',
    ],
    ['no kind that there is', { kind: 'return' }, 'event.kind'],
    ['a text for a quantity', { kind: 'promise', quantity: '9 euro' }, 'event.quantity'],
    ['null for a quantity', { kind: 'promise', quantity: null }, 'event.quantity'],
  ])('and not with %s', (_, fields, path) => {
    const event = { id: 'b', at: on(3), ...fields } as LedgerEvent;
    expect(refusal(() => recordEvent(recorded([priced('b', 1, 9)]), event))).toMatchObject({
      path,
    });
  });

  it('and not as a list, for which there is recordEvents', () => {
    expect(refusal(() => recordEvent(openLedger(), [made('a', 1, 9)] as never))).toMatchObject({
      code: 'wrong-type',
      path: 'event',
      expected: 'one event; recordEvents takes a list',
    });
  });

  it('with options whose names there are', () => {
    const misspelt = { onRefuse: () => {} } as never;
    expect(refusal(() => recordEvents(openLedger(), [], misspelt))).toMatchObject({
      code: 'unknown-name',
      path: 'options.onRefuse',
    });
  });

  it('by its schema too', () => {
    const window = (from: number | undefined, due: number | undefined) => ({
      kind: 'promise',
      id: 'a',
      at: on(1),
      ...(from !== undefined && { from: on(from) }),
      ...(due !== undefined && { due: on(due) }),
    });
    const reads = (event: unknown) => ledgerEventSchema.safeParse(event).success;
    expect(reads(window(3, 5))).toBe(true);
    expect(reads(window(5, 5))).toBe(true);
    expect(reads(window(6, 5))).toBe(false);
    expect(reads(window(3, undefined))).toBe(false);
    expect(reads(window(undefined, undefined))).toBe(false);
    expect(reads({ kind: 'promise', id: 'a', at: on(1), quantity })).toBe(true);
    expect(reads({ ...window(3, undefined), quantity })).toBe(false);
  });
});

it('judges a window from its very beginning to its very end', () => {
  const promise = { ...made('a', 1, 9), from: on(5) } as LedgerEvent;
  const rate = (at: Date) =>
    keptRate(recorded([promise, { kind: 'delivery', id: 'a', at }]), { asOf: on(20) }).rate;
  expect(rate(on(5))).toBe(1);
  expect(rate(new Date(+on(5) - 1))).toBe(0);
  expect(rate(on(9))).toBe(1);
  expect(rate(new Date(+on(9) + 1))).toBe(0);
});

describe('an alarm', () => {
  const options = { asOf: on(60), keepRate: 0.9 };
  const lives = (count: number, life: (id: string, day: number) => LedgerEvent[]) =>
    Array.from({ length: count }, (_, i) => life(`${100 + i}`, 1 + i)).flat();

  it('is raised by what was promised first, whatever was promised later', () => {
    const moved = lives(30, (id, day) => [
      made(id, day, day + 5),
      revised(id, day + 1, day + 20),
      delivered(id, day + 7),
    ]);
    const { alarms } = driftAlarms(recorded(moved), options);
    expect(alarms[0]).toMatchObject({ due: alarms[0]?.broken });
  });

  it('is raised by none that stands still, is open or was called off by its customer', () => {
    const none = [
      ...lives(15, (id, day) => [made(id, day, day + 5), paused(id, day + 1)]),
      ...lives(15, (id, day) => [
        made(`c${id}`, day, day + 5),
        cancelled(`c${id}`, day + 1, 'customer'),
      ]),
      ...lives(15, (id) => [made(`o${id}`, 1, 90)]),
    ];
    expect(driftAlarms(recorded(none), options).alarms).toEqual([]);
  });

  it('is the same however those of one moment were recorded', () => {
    const day = (id: string, late: boolean) => [made(id, 1, 5), delivered(id, late ? 6 : 4)];
    const all = Array.from({ length: 40 }, (_, i) => day(`${100 + i}`, i % 2 === 0 || i > 30));
    const said = driftAlarms(recorded(all.flat()), options);
    expect(said.alarms.length).toBeGreaterThan(0);
    expect(driftAlarms(recorded([...all].reverse().flat()), options)).toEqual(said);
    const mixed = [...all.filter((_, i) => i % 3 > 0), ...all.filter((_, i) => i % 3 === 0)];
    expect(driftAlarms(recorded(mixed.flat()), options)).toEqual(said);
  });
});

it('a shift is looked for from the level it is held to', () => {
  expect(cusum([10, 10.2, 9.9, 10.1, 10], { target: 10, sd: 1 })).toEqual([]);
});

describe('what was recorded late', () => {
  const days = (ledger: Ledger) =>
    promiseHistory(ledger, 'a')?.map(({ at }) => (+at - +on(1)) / 86_400_000 + 1);

  it('stands in order of time, also once it waits', () => {
    const late = [made('a', 1, 9), revised('a', 4, 12), revised('a', 3, 11)];
    expect(days(recorded(late))).toEqual([1, 3, 4]);
    expect(days(recorded([...late, paused('a', 5)]))).toEqual([1, 3, 4, 5]);
    expect(days(recorded([...late, paused('a', 5), paused('a', 2, 'parts')]))).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('of the same moment is the last there is, so that an end is one', () => {
    const ended = recorded([made('a', 1, 9), paused('a', 3), delivered('a', 3)]);
    expect(refusal(() => recordEvent(ended, delivered('a', 5)))).toMatchObject({
      code: 'duplicate-id',
    });
  });

  it('ends no wait where there never was one, whatever else there was', () => {
    for (const before of [[made('a', 1, 9)], [made('a', 1, 9), revised('a', 2, 12)]])
      expect(refusal(() => recordEvent(recorded(before), resumed('a', 3)))).toMatchObject({
        code: 'ambiguous',
        path: 'event.kind',
        expected: 'a pause before it',
      });
  });

  it('ends one of the waits that are open, which are named', () => {
    const waiting = recorded([made('a', 1, 9), paused('a', 2), paused('a', 3, 'parts')]);
    expect(refusal(() => recordEvent(waiting, resumed('a', 4, 'money')))).toMatchObject({
      code: 'ambiguous',
      path: 'event.reason',
      expected: 'none, or that of an open wait: parts',
    });
    const unnamed = recorded([made('a', 1, 9), paused('a', 2)]);
    expect(refusal(() => recordEvent(unnamed, resumed('a', 4, 'money')))).toMatchObject({
      expected: 'none, or that of an open wait',
    });
  });

  it('of one moment among many is known, each of them', () => {
    const many = Array.from({ length: 20 }, (_, i) => revised('a', 5 + i, 41 + i));
    const both = [paused('a', 4, 'parts'), paused('a', 4, 'money')];
    const ledger = recorded([made('a', 1, 40), ...many, ...both]);
    for (const event of [...both, ...many]) expect(recordEvent(ledger, event)).toBe(ledger);
    expect(recordEvent(ledger, paused('a', 4, 'rain')).size).toBe(ledger.size + 1);
  });
});
