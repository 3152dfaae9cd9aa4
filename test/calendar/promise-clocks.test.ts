import fc from 'fast-check';
import {
  type ClockPromise,
  capabilityFromSamples,
  dueDate,
  durationBetween,
  planPromise,
  promiseClocks,
  type ServiceEvent,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { aDate, refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { desk } from './given';

const on = (text: string) => new Date(`2026-03-${text}:00+01:00`);
const events = (...list: readonly string[]): ServiceEvent[] =>
  list.map((text) => {
    const [at = '', kind = '', reason] = text.split(' ');
    return { at: on(at), kind: kind as ServiceEvent['kind'], ...(reason && { reason }) };
  });
const promises = {
  firstResponse: { plan: { promise: 4, unit: 'open-hours' }, until: 'responded' },
  resolution: { plan: { promise: 16, unit: 'open-hours' }, until: 'resolved', pauses: true },
} as const satisfies Record<string, ClockPromise>;
const read = (asOf: string, ...list: readonly string[]) =>
  promiseClocks(desk, events(...list), promises, { asOf: on(asOf) });
const brief = (asOf: string, ...list: readonly string[]) => {
  const { firstResponse: a, resolution: b } = read(asOf, ...list);
  const row = ({ state, used, due, stopped }: typeof a) => [state, used, due, stopped];
  return [row(a), row(b)];
};

// The desk is open from 9 to 12 and from 13 to 17; 2026-03-02 is a Monday.
describe('promiseClocks', () => {
  it('runs both from the opening', () => {
    expect(read('02T11:00', '02T10:00 opened')).toEqual({
      firstResponse: {
        state: 'running',
        used: 1,
        remaining: 3,
        unit: 'open-hours',
        due: on('02T15:00'),
        stopped: null,
      },
      resolution: {
        state: 'running',
        used: 1,
        remaining: 15,
        unit: 'open-hours',
        due: on('04T12:00'),
        stopped: null,
      },
    });
  });

  it('takes a plan as it was made', () => {
    const took = [2, 3, 1, 4, 2, 3, 2, 1, 3];
    const plan = planPromise(capabilityFromSamples(took, { unit: 'open-hours' }), {
      keepRate: 0.9,
    });
    const { answer } = promiseClocks(
      desk,
      events('02T10:00 opened'),
      { answer: { plan, until: 'responded' } },
      { asOf: on('02T11:00') },
    );
    expect(answer).toMatchObject({ used: 1, remaining: 3, due: on('02T15:00') });
  });

  it('starts at the opening of the desk', () => {
    expect(brief('08T12:00', '07T10:00 opened')).toEqual([
      ['running', 0, on('09T14:00'), null],
      ['running', 0, on('11T11:00'), null],
    ]);
  });

  it('keeps the first response while the resolution waits for the customer', () => {
    const list = ['02T10:00 opened', '02T11:00 responded', '02T11:00 pending'];
    expect(brief('04T10:00', ...list)).toEqual([
      ['kept', 1, on('02T15:00'), on('02T11:00')],
      ['paused', 1, null, null],
    ]);
    expect(brief('04T11:00', ...list, '04T10:00 resumed')).toEqual([
      ['kept', 1, on('02T15:00'), on('02T11:00')],
      ['running', 2, on('06T11:00'), null],
    ]);
    expect(brief('06T15:00', ...list, '04T10:00 resumed', '06T11:00 resolved')[1]).toEqual([
      'kept',
      16,
      on('06T11:00'),
      on('06T11:00'),
    ]);
  });

  it('runs a promise on through a wait unless it pauses', () => {
    expect(brief('02T14:00', '02T10:00 opened', '02T10:30 pending')).toEqual([
      ['running', 3, on('02T15:00'), null],
      ['paused', 0.5, null, null],
    ]);
  });

  it('is broken a millisecond after its due date, and stays so', () => {
    const asOf = (ms: number) => ({ asOf: new Date(on('02T15:00').getTime() + ms) });
    const state = (ms: number) =>
      promiseClocks(desk, events('02T10:00 opened'), promises, asOf(ms)).firstResponse.state;
    expect([state(0), state(1)]).toEqual(['running', 'broken']);
    expect(brief('03T10:00', '02T10:00 opened', '02T16:00 responded')[0]).toEqual([
      'broken',
      5,
      on('02T15:00'),
      on('02T16:00'),
    ]);
    const late = ['02T10:00 opened', '04T13:30 pending', '05T09:00 resumed'];
    expect(brief('04T15:00', ...late.slice(0, 2))[1]).toEqual([
      'broken',
      16.5,
      on('04T12:00'),
      null,
    ]);
    expect(brief('05T10:00', ...late)[1]).toEqual(['broken', 17.5, on('04T12:00'), null]);
    expect(read('05T10:00', ...late).resolution.remaining).toBe(-1.5);
  });

  it('is broken by what comes while closed, after a due date at closing', () => {
    const list = ['02T13:00 opened', '02T20:00 responded'];
    expect(brief('02T20:00', ...list)[0]).toEqual(['broken', 4, on('02T17:00'), on('02T20:00')]);
    expect(brief('02T17:00', '02T13:00 opened', '02T17:00 responded')[0]).toEqual([
      'kept',
      4,
      on('02T17:00'),
      on('02T17:00'),
    ]);
  });

  it('does not move a due date at closing for what happens then', () => {
    const closing = {
      resolution: { plan: { promise: 4, unit: 'open-hours' }, until: 'resolved' },
    } as const;
    const list = events('02T13:00 opened', '02T17:00 responded');
    expect(promiseClocks(desk, list, closing, { asOf: on('02T17:00') }).resolution).toMatchObject({
      state: 'running',
      remaining: 0,
      due: on('02T17:00'),
    });
  });

  it('takes a resolution for the first response', () => {
    expect(brief('02T12:00', '02T10:00 opened', '02T11:30 resolved')).toEqual([
      ['kept', 1.5, on('02T15:00'), on('02T11:30')],
      ['kept', 1.5, on('04T12:00'), on('02T11:30')],
    ]);
  });

  it('runs on after a reopening from where it stopped', () => {
    const list = ['02T10:00 opened', '02T11:30 resolved', '04T09:00 reopened'];
    expect(brief('04T10:00', ...list)).toEqual([
      ['kept', 1.5, on('02T15:00'), on('02T11:30')],
      ['running', 2.5, on('06T09:30'), null],
    ]);
    expect(brief('04T11:00', ...list, '04T11:00 resolved')[1]).toEqual([
      'kept',
      3.5,
      on('06T09:30'),
      on('04T11:00'),
    ]);
  });

  it('has no due date where it was resolved during a pause', () => {
    expect(
      brief('05T10:00', '02T10:00 opened', '02T11:00 pending', '04T09:00 resolved')[1],
    ).toEqual(['kept', 1, null, on('04T09:00')]);
  });

  it('resumes with nothing left at the next opening', () => {
    const promise = {
      mine: { plan: { promise: 1, unit: 'open-hours' }, until: 'resolved', pauses: true },
    } as const;
    const list = events('02T16:00 opened', '02T17:00 pending', '02T18:00 resumed');
    expect(promiseClocks(desk, list, promise, { asOf: on('02T19:00') }).mine).toMatchObject({
      state: 'running',
      due: on('03T09:00'),
    });
  });

  it('counts minutes and hours on the wall as well, and answers as asked', () => {
    const clocks = promiseClocks(
      desk,
      events('02T16:30 opened'),
      {
        wall: { plan: { promise: 90, unit: 'minutes' }, until: 'responded' },
        open: {
          plan: { promise: 90, unit: 'open-minutes' },
          until: 'responded',
          pauses: undefined,
        },
      },
      { asOf: on('02T17:30') },
    );
    expect(clocks.wall).toMatchObject({ state: 'running', used: 60, due: on('02T18:00') });
    expect(clocks.open).toMatchObject({ state: 'running', used: 30, due: on('03T10:00') });
    expectSurvivesJson({ ...clocks.wall, due: null });
    expect(promiseClocks(desk, events('02T16:30 opened'), {}, { asOf: on('02T17:30') })).toEqual(
      {},
    );
  });

  it('agrees with dueDate and durationBetween as long as nothing pauses', () => {
    const ms = fc.integer({ min: 0, max: 20 * 86_400_000 });
    const amount = fc.double({ min: 0, max: 60, noNaN: true });
    holds(
      fc.property(ms, ms, amount, (start, length, promise) => {
        const at = new Date(on('02T00:00').getTime() + start);
        const asOf = new Date(at.getTime() + length);
        const unit = 'open-hours';
        const { mine } = promiseClocks(
          desk,
          [{ at, kind: 'opened' }],
          { mine: { plan: { promise, unit }, until: 'resolved' } },
          { asOf },
        );
        expect(mine.due).toEqual(dueDate(desk, at, { promise, unit }));
        expect(mine.used).toBe(durationBetween(desk, at, asOf, unit));
        expect(mine.state).toBe(asOf > (mine.due as Date) ? 'broken' : 'running');
        expect(mine.used + mine.remaining).toBeCloseTo(promise, 9);
      }),
    );
  });

  it('with pauses is due later by the open time that was paused', () => {
    const gap = fc.integer({ min: 0, max: 5 * 86_400_000 });
    holds(
      fc.property(gap, gap, gap, (first, pause, second) => {
        const opened = on('02T00:00');
        const pending = new Date(opened.getTime() + first);
        const resumed = new Date(pending.getTime() + pause);
        const asOf = new Date(resumed.getTime() + second);
        const list: ServiceEvent[] = [
          { at: opened, kind: 'opened' },
          { at: pending, kind: 'pending' },
          { at: resumed, kind: 'resumed' },
        ];
        const unit = 'open-hours';
        const clock = (pauses: boolean) =>
          promiseClocks(
            desk,
            list,
            { mine: { plan: { promise: 100, unit }, until: 'resolved', pauses } },
            { asOf },
          ).mine;
        const paused = durationBetween(desk, pending, resumed, unit);
        expect(clock(true).used).toBeCloseTo(clock(false).used - paused, 9);
        expect(clock(true).due?.getTime()).toBeGreaterThanOrEqual(clock(false).due?.getTime() ?? 0);
        const moved = durationBetween(
          desk,
          clock(false).due as Date,
          clock(true).due as Date,
          unit,
        );
        expect(moved).toBeCloseTo(paused, 9);
      }),
    );
  });
});

describe('several waits at once', () => {
  /** State, used and due of the resolution. */
  const resolution = (asOf: string, ...list: readonly string[]) =>
    brief(asOf, '02T10:00 opened', ...list)[1]?.slice(0, 3);
  const [customer, part] = ['02T11:00 pending customer', '02T14:00 pending part'];

  it.each<[string, string, readonly string[], unknown]>([
    ['stand still for either', '02T15:00', [customer, part], ['paused', 1, null]],
    [
      'still for the other',
      '03T10:00',
      [customer, part, '03T09:00 resumed customer'],
      ['paused', 1, null],
    ],
    [
      'run on when both are over',
      '03T12:00',
      [customer, part, '03T09:00 resumed customer', '03T10:00 resumed part'],
      ['running', 3, on('05T11:00')],
    ],
    [
      'in whichever order they end',
      '03T12:00',
      [customer, part, '03T09:00 resumed part', '03T10:00 resumed customer'],
      ['running', 3, on('05T11:00')],
    ],
    [
      'all end when it is resumed without a reason',
      '03T12:00',
      [customer, part, '03T10:00 resumed'],
      ['running', 3, on('05T11:00')],
    ],
    [
      'or resolved, and none is left after a reopening',
      '03T12:00',
      [customer, part, '02T15:00 resolved', '03T10:00 reopened'],
      ['running', 3, on('05T11:00')],
    ],
    [
      'pending and then on hold, without a word for either',
      '03T12:00',
      ['02T11:00 pending', '02T14:00 pending', '03T10:00 resumed'],
      ['running', 3, on('05T11:00')],
    ],
    [
      'a wait without a reason is one of its own',
      '03T12:00',
      ['02T11:00 pending', part, '03T10:00 resumed part'],
      ['paused', 1, null],
    ],
    [
      'a wait that is open already stays the same one',
      '03T12:00',
      [customer, '02T12:00 pending customer', '03T10:00 resumed customer'],
      ['running', 3, on('05T11:00')],
    ],
    [
      'one that follows at the same moment, in either order',
      '03T12:00',
      [customer, '02T14:00 resumed customer', part, '03T10:00 resumed part'],
      ['running', 3, on('05T11:00')],
    ],
    [
      'an answer meanwhile ends none',
      '03T12:00',
      [customer, part, '02T15:00 responded', '03T10:00 resumed part'],
      ['paused', 1, null],
    ],
  ])('%s', (_, asOf, list, expected) => {
    expect(resolution(asOf, ...list)).toEqual(expected);
  });

  it('use no time while any is open, whatever overlaps', () => {
    const endsAll = ({ kind, reason }: ServiceEvent) => kind === 'resumed' && reason === undefined;
    const hour = fc.integer({ min: 0, max: 200 });
    const reasons = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', undefined), { minLength: 1 });
    const start = on('02T00:00').getTime();
    const at = (hours: number) => new Date(start + hours * 3_600_000);
    holds(
      fc.property(
        reasons,
        fc.array(fc.tuple(hour, hour), { minLength: 4, maxLength: 4 }),
        (of, spans) => {
          const waits = of.map((reason, i) => {
            const [a = 0, b = 0] = [...(spans[i] ?? [])].sort((x, y) => x - y);
            return { reason, from: a, to: b + 1 };
          });
          // Without a reason every wait ends, so that it has to be the last.
          const last = Math.max(...waits.map(({ to }) => to));
          for (const wait of waits) if (wait.reason === undefined) wait.to = last;
          const list = waits
            .flatMap(({ reason, from, to }) => [
              { at: at(from), kind: 'pending', reason } as const,
              { at: at(to), kind: 'resumed', reason } as const,
            ])
            .sort((a, b) => +a.at - +b.at || Number(endsAll(a)) - Number(endsAll(b)));
          const { mine } = promiseClocks(
            desk,
            [{ at: at(0), kind: 'opened' }, ...list],
            { mine: { plan: { promise: 500, unit: 'hours' }, until: 'resolved', pauses: true } },
            { asOf: at(300) },
          );
          let used = 0;
          for (let h = 0; h < 300; h++)
            if (!waits.some(({ from, to }) => h >= from && h < to)) used++;
          expect(mine.used).toBeCloseTo(used, 9);
          expect(mine.state).toBe('running');
          expect(mine.due).toEqual(at(300 + 500 - used));
        },
      ),
    );
  });
});

describe('promiseClocks refuses', () => {
  const asOf = on('04T12:00');
  type Row = [string, string, string, string, readonly string[]];
  it.each<Row>([
    ['no event', 'events[0]', 'missing', 'the event opened', []],
    ['another first event', 'events[0].kind', 'ambiguous', 'opened', ['02T10:00 responded']],
    [
      'opening twice',
      'events[1].kind',
      'ambiguous',
      'responded or pending or resolved',
      ['02T10:00 opened', '02T11:00 opened'],
    ],
    [
      'resuming without a wait',
      'events[1].kind',
      'ambiguous',
      'responded or pending or resolved',
      ['02T10:00 opened', '02T11:00 resumed'],
    ],
    [
      'resuming twice',
      'events[3].kind',
      'ambiguous',
      'responded or pending or resolved',
      ['02T10:00 opened', '02T11:00 pending', '02T12:00 resumed', '02T12:00 resumed'],
    ],
    [
      'resuming what is not waited for',
      'events[2].reason',
      'ambiguous',
      'none, or that of an open wait: customer',
      ['02T10:00 opened', '02T11:00 pending customer', '02T12:00 resumed custmer'],
    ],
    [
      'resuming what was resumed',
      'events[4].reason',
      'ambiguous',
      'none, or that of an open wait: part or call',
      [
        '02T10:00 opened',
        '02T11:00 pending part',
        '02T11:00 pending call',
        '02T12:00 pending',
        '02T12:00 resumed customer',
      ],
    ],
    [
      'resuming for a reason what had none',
      'events[2].reason',
      'ambiguous',
      'none, or that of an open wait',
      ['02T10:00 opened', '02T11:00 pending', '02T12:00 resumed part'],
    ],
    [
      'a reason to resolve',
      'events[1].reason',
      'ambiguous',
      'none, but for pending and resumed',
      ['02T10:00 opened', '02T11:00 resolved duplicate'],
    ],
    [
      'waiting after the resolution',
      'events[2].kind',
      'ambiguous',
      'responded or reopened',
      ['02T10:00 opened', '02T11:00 resolved', '02T12:00 pending'],
    ],
    [
      'reopening what is open',
      'events[2].kind',
      'ambiguous',
      'responded or pending or resolved',
      ['02T10:00 opened', '02T11:00 responded', '02T12:00 reopened'],
    ],
    [
      'another order',
      'events[2].at',
      'date-order',
      'a date from 2026-03-02T10:00:00.000Z on',
      ['02T10:00 opened', '02T11:00 responded', '02T10:59 resolved'],
    ],
    [
      'the last event first',
      'events[1].at',
      'date-order',
      'a date from 2026-03-02T11:00:00.000Z on',
      ['02T12:00 resolved', '02T10:00 opened'],
    ],
    [
      'an event to come',
      'events[1].at',
      'date-order',
      'a date up to asOf (2026-03-04T11:00:00.000Z)',
      ['02T10:00 opened', '04T12:01 responded'],
    ],
    [
      'a first event to come',
      'events[0].at',
      'date-order',
      'a date up to asOf (2026-03-04T11:00:00.000Z)',
      ['05T10:00 opened'],
    ],
    [
      'an unknown kind',
      'events[1].kind',
      'unknown-name',
      'one of opened, responded, pending, resumed, resolved, reopened',
      ['02T10:00 opened', '02T11:00 closed'],
    ],
    ['an invalid date', 'events[0].at', 'wrong-type', aDate, ['soon opened']],
  ])('%s', (_, path, code, expected, list) => {
    const call = () => promiseClocks(desk, events(...list), promises, { asOf });
    expect(refusal(call)).toMatchObject({ function: 'promiseClocks', path, code, expected });
  });

  it('a misspelt name, not another column', () => {
    const [opened] = events('02T10:00 opened');
    const judged = (row: object) =>
      promiseClocks(desk, [{ ...opened, ...row } as never], promises, { asOf });
    expect(judged({ ticket: 7, agent: 'Ada' })).toEqual(judged({}));
    expect(refusal(() => judged({ reasn: 'customer' }))).toMatchObject({
      code: 'unknown-name',
      path: 'events[0].reasn',
      expected: 'reason, or one of at, kind',
    });
  });

  it.each<[string, string, string, unknown]>([
    [
      'a promise below 0',
      'promises.mine.plan.promise',
      'out-of-range',
      { plan: { promise: -1, unit: 'hours' }, until: 'resolved' },
    ],
    [
      'days, which cannot be paused',
      'promises.mine.plan.unit',
      'unknown-name',
      { plan: { promise: 1, unit: 'days' }, until: 'resolved' },
    ],
    [
      'an unknown end',
      'promises.mine.until',
      'unknown-name',
      { plan: { promise: 1, unit: 'hours' }, until: 'closed' },
    ],
    [
      'an unknown option',
      'promises.mine.pause',
      'unknown-name',
      { plan: { promise: 1, unit: 'hours' }, until: 'resolved', pause: true },
    ],
    [
      'a promise of centuries',
      'promises.mine.plan.promise',
      'out-of-range',
      { plan: { promise: 1e9, unit: 'hours' }, until: 'resolved' },
    ],
  ])('%s', (_, path, code, promise) => {
    const call = () =>
      promiseClocks(desk, events('02T10:00 opened'), { mine: promise as ClockPromise }, { asOf });
    expect(refusal(call)).toMatchObject({ function: 'promiseClocks', path, code });
  });

  it('what began longer ago than 100 years, at once', () => {
    const call = () =>
      promiseClocks(desk, [{ at: new Date('1900-01-01'), kind: 'opened' }], promises, { asOf });
    expect(refusal(call)).toMatchObject({
      path: 'options.asOf',
      code: 'out-of-range',
      value: asOf,
      expected: 'a date within 100 years of the first event, up to 2000-01-02T00:00:00.000Z',
    });
  });

  it('a calendar that is closed for good', () => {
    const once = { zone: 'UTC', open: {}, specialHours: { '2026-03-01': ['09:00-17:00'] } };
    const call = () => promiseClocks(once, events('02T10:00 opened'), promises, { asOf });
    expect(refusal(call)).toMatchObject({
      path: 'events[0].at',
      code: 'out-of-range',
      value: on('02T10:00'),
    });
  });

  it('no date to read them at', () => {
    const call = () =>
      promiseClocks(desk, events('02T10:00 opened'), promises, {} as { asOf: Date });
    expect(refusal(call)).toMatchObject({ path: 'options.asOf', code: 'missing' });
  });
});
