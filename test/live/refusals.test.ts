import { type LivePromiser, livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { dataOf, experienced, kitchen } from './stream';

const later = new Date('2027-01-01T00:00Z');
const options = { unit: 'minutes', keepRate: 0.9, typical: 40 };

describe('livePromiser refuses', () => {
  it.each([
    [undefined, 'missing', 'options'],
    [{ ...options, unit: 'weeks' }, 'unknown-name', 'options.unit'],
    [{ ...options, unit: undefined }, 'missing', 'options.unit'],
    [{ ...options, unit: 'open-hours' }, 'unknown-name', 'options.unit'],
    [{ ...options, keepRate: undefined }, 'missing', 'options.keepRate'],
    [{ ...options, keepRate: 0 }, 'out-of-range', 'options.keepRate'],
    [{ ...options, keepRate: 1 }, 'out-of-range', 'options.keepRate'],
    [{ ...options, keepRate: '.9' }, 'wrong-type', 'options.keepRate'],
    [{ ...options, typical: undefined }, 'missing', 'options.typical'],
    [{ ...options, typical: 0 }, 'out-of-range', 'options.typical'],
    [{ ...options, typical: Number.NaN }, 'out-of-range', 'options.typical'],
    [{ ...options, guess: 1 }, 'unknown-name', 'options.guess'],
    [{ ...options, parameters: {} }, 'wrong-type', 'options.parameters'],
    [
      { ...options, unit: 'days', calendar: { zone: 'UTC', open: { monday: ['09:00-17:00'] } } },
      'out-of-range',
      'options.unit',
    ],
  ])('%o as %s at %s', (given, code, path) => {
    expect(refusal(() => livePromiser(given as never))).toMatchObject({
      function: 'livePromiser',
      code,
      path,
    });
  });

  it.each([
    ['open-hours', 'hours, which with a calendar are open hours'],
    ['open-minutes', 'minutes, which with a calendar are open minutes'],
    ['weeks', 'one of minutes, hours, days'],
  ])('a unit %s, with what to write', (unit, expected) => {
    const calendar = { zone: 'UTC', open: { monday: ['09:00-17:00'] } };
    const refused = refusal(() => livePromiser({ ...options, unit, calendar } as never));
    expect(refused.expected).toBe(expected);
  });

  it('takes parameters given as undefined for absent', () => {
    const promiser = livePromiser({
      unit: 'days',
      keepRate: 0.9,
      typical: 4,
      parameters: undefined,
    });
    expect(dataOf(promiser)).toMatchObject({ settings: { parameters: 'live/assumed-4' } });
  });
});

describe('a live promiser refuses', () => {
  const promiser = kitchen();
  promiser.start({ id: 'there', at: later });
  const start = { id: 'new', at: later };
  const there = { id: 'there', at: later };
  const before = new Date(later.getTime() - 1);

  it.each([
    ['start', undefined, 'wrong-type', 'event'],
    ['start', null, 'wrong-type', 'event'],
    ['start', [], 'wrong-type', 'event'],
    ['quote', [], 'wrong-type', 'event'],
    ['finish', [there], 'wrong-type', 'event'],
    ['start', { at: later }, 'missing', 'event.id'],
    ['start', { ...start, id: 7 }, 'wrong-type', 'event.id'],
    ['start', { ...start, id: '' }, 'out-of-range', 'event.id'],
    ['finish', { id: '', at: later }, 'out-of-range', 'event.id'],
    ['start', { id: 'new' }, 'missing', 'event.at'],
    ['start', { ...start, at: '2027-01-01' }, 'wrong-type', 'event.at'],
    ['start', { ...start, at: new Date(Number.NaN) }, 'wrong-type', 'event.at'],
    ['start', { ...start, at: before }, 'date-order', 'event.at'],
    ['start', { ...start, id: 'there' }, 'duplicate-id', 'event.id'],
    ['start', { ...start, group: 7 }, 'wrong-type', 'event.group'],
    ['start', { ...start, group: null }, 'wrong-type', 'event.group'],
    ['start', { ...start, estimate: 0 }, 'out-of-range', 'event.estimate'],
    ['start', { ...start, estimate: -1 }, 'out-of-range', 'event.estimate'],
    ['start', { ...start, estimate: Number.NaN }, 'out-of-range', 'event.estimate'],
    ['start', { ...start, estimate: Infinity }, 'out-of-range', 'event.estimate'],
    ['start', { ...start, estimate: '12' }, 'wrong-type', 'event.estimate'],
    ['start', { ...start, keepRate: 1 }, 'out-of-range', 'event.keepRate'],
    ['start', { ...start, keepRate: 0 }, 'out-of-range', 'event.keepRate'],
    ['start', { ...start, groups: 'x' }, 'unknown-name', 'event.groups'],
    ['quote', { ids: 'x', at: later }, 'unknown-name', 'event.ids'],
    ['quote', { at: before }, 'date-order', 'event.at'],
    ['quote', { at: later, keepRate: 2 }, 'out-of-range', 'event.keepRate'],
    ['capability', { at: later, keepRate: 0.9 }, 'unknown-name', 'event.keepRate'],
    ['finish', { id: 'there', at: before }, 'date-order', 'event.at'],
    ['finish', { id: 'nobody', at: later }, 'unknown-id', 'event.id'],
    ['finish', { ...there, At: 'x' }, 'unknown-name', 'event.At'],
    ['cancel', { id: 'nobody', at: later }, 'unknown-id', 'event.id'],
    ['cancel', { id: 'there' }, 'missing', 'event.at'],
    ['lose', { id: 'nobody', at: later }, 'unknown-id', 'event.id'],
    ['lose', { at: later }, 'missing', 'event.id'],
    ['start', 'there', 'wrong-type', 'event'],
    ['start', 7, 'wrong-type', 'event'],
    ['start', { ...start, features: null }, 'wrong-type', 'event.features'],
    ['start', { ...start, features: [1] }, 'wrong-type', 'event.features'],
    ['start', { ...start, features: 'items' }, 'wrong-type', 'event.features'],
    ['start', { ...start, features: 7 }, 'wrong-type', 'event.features'],
    ['start', { ...start, features: { items: '3' } }, 'wrong-type', 'event.features.items'],
    [
      'start',
      { ...start, features: { items: Number.NaN } },
      'out-of-range',
      'event.features.items',
    ],
    ['quote', { at: later, features: { items: undefined } }, 'missing', 'event.features.items'],
  ] as const)('%s of %o as %s at %s, and nothing has changed', (name, event, code, path) => {
    const state = JSON.stringify(promiser);
    const call = promiser[name as keyof LivePromiser] as (given: unknown) => unknown;
    expect(refusal(() => call(event))).toMatchObject({
      function: `promiser.${name}`,
      code,
      path,
    });
    expect(JSON.stringify(promiser)).toBe(state);
  });

  it('what cannot be read, as no error of its own', () => {
    const event = {
      ...start,
      get group(): string {
        throw new RangeError('not today');
      },
    };
    const refused = refusal(() => promiser.start(event));
    expect(refused).toMatchObject({ code: 'wrong-type', path: 'event' });
    expect(refused.expected).toBe('plain data, which can be read');
    const features = {
      get items(): number {
        throw new RangeError('not today');
      },
    };
    const inside = refusal(() => promiser.start({ ...start, features }));
    expect(inside).toMatchObject({ code: 'wrong-type', path: 'event' });
    expect(refusal(() => promiser.start(null as never)).expected).toBe('an object');
  });

  it('seconds since 1970 in its first event, but no early date later', () => {
    const fresh = kitchen();
    const refused = refusal(() => fresh.start({ ...start, at: 1_767_225_600 }));
    expect(refused).toMatchObject({ code: 'wrong-type', path: 'event.at' });
    fresh.start({ ...start, at: new Date(1000) });
    expect(fresh.quote({ at: 1_767_225_600 }).reason).toBe('too-few-orders');
    // Without a calendar no time is too far.
    expect(fresh.quote({ at: new Date('2126-01-01T00:00Z') }).reason).toBe('too-few-orders');
  });

  it('ids that ended, and those that are lost while they may still finish', () => {
    const { promiser, now } = experienced(50);
    const event = { id: 'x', at: now };
    const after = { id: 'x', at: new Date(now.getTime() + 1) };
    promiser.start(event);
    promiser.lose(event);
    expect(refusal(() => promiser.start(event)).code).toBe('duplicate-id');
    promiser.finish(after);
    expect(refusal(() => promiser.finish(after))).toMatchObject({
      code: 'unknown-id',
      expected:
        'the id of an order under way, or lost lately: pass this over where its end was told already, or comes long after it counted as lost; where its start is still to come, tell the end again after that; else correct the id',
    });
    // A name may be used again once its order has ended.
    promiser.start(after);
    promiser.cancel(after);
    expect(refusal(() => promiser.cancel(after)).code).toBe('unknown-id');
  });

  it('says when the last event was', () => {
    expect(refusal(() => promiser.quote({ at: before })).expected).toBe(
      'events in order of time, the last one at 2027-01-01T00:00:00.000Z (now()), or as late as options.lateness says',
    );
  });

  it('with a calendar, a time more than 50 years from the last event', () => {
    const promiser = livePromiser({
      ...options,
      unit: 'hours',
      calendar: { zone: 'Asia/Kolkata', open: { monday: ['00:00-24:00'] } },
      lateness: 1e9,
    });
    // Before the first order, questions are far apart and leave nothing behind.
    const distant = [new Date(-1e14), new Date(8.64e15), later];
    for (const at of distant) expect(promiser.quote({ at }).reason).toBe('too-few-orders');
    const quoted = promiser.quote({ at: later });
    promiser.start({ id: 'there', at: later });
    for (const at of distant.slice(0, 2)) {
      const refused = refusal(() => promiser.quote({ at }));
      expect(refused).toMatchObject({ code: 'out-of-range', path: 'event.at' });
    }
    expect(quoted).toEqual(promiser.quote({ at: later }));
  });
});
