import * as z from 'zod/mini';
import type { BusinessCalendar } from '../calendar/calendar';
import { calendarSchema, readCalendar } from '../calendar/input';
import type { OpenHours } from '../calendar/open-spans';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { checkVersion } from '../input/version';
import { checksumOf } from './checksum';
import type { Effect } from './effects';
import { addGroup, type Group } from './groups';
import { handleOf } from './handle';
import { roundSchema, snapshotSchema } from './input-schemas';
import { bothOf } from './memories';
import { aroundTheClock, type ClockOrigin, clockOf, clockOnFrom } from './open-clock';
import * as order from './orders';
import type { LivePromiserOptions } from './promiser';
import { counters, gridColumns, plainParts, type Stored, snapshotVersion } from './snapshot';
import { newState, type Pooled, type Settings, type State } from './state';
import type { LivePromiser } from './stream';

const optionsSchema = once(() =>
  z.optional(
    z.strictObject({ round: z.optional(roundSchema), calendar: z.optional(calendarSchema) }),
  ),
);

/**
 * Brings a live promiser back from its JSON; from there it goes on as the first one would, to the last
 * bit in one engine.
 *
 * @param json what `JSON.parse` gave of the promiser's text, or its `toJSON`
 * @param options the rounding, a function, which JSON cannot hold, and another calendar
 * @param options.round the rounding it was made with, since functions are not stored
 * @param options.calendar the calendar to go on with, such as next year's; the one it has unless given. The zone stays, and it
 *   counts from the last event on: open time up to then stands as it was counted (an end that comes late, from before it,
 *   counts by the new hours, and took 0 where it would have taken less), and so do promises, so that a holiday that was not
 *   known puts off when they fall due
 * @throws InvalidInputError `unknown-version` for a snapshot of another version; `out-of-range` at `json.checksum` for one that was
 *   altered since it was written, for a calendar of another zone, or where it had none; `missing` without the rounding
 * @example
 * ```ts
 * import { livePromiser, reviveLivePromiser } from 'overdeliver';
 *
 * const parcels = livePromiser({ unit: 'days', keepRate: 0.9, typical: 4 });
 * parcels.start({ id: 'a-1', at: new Date('2026-03-02T10:00Z'), group: 'abroad' });
 * const stored = JSON.stringify(parcels);
 * const revived = reviveLivePromiser(JSON.parse(stored));
 * revived.finish({ id: 'a-1', at: new Date('2026-03-05T16:00Z') }).took; // => 3.25
 * ```
 */
export function reviveLivePromiser(
  json: unknown,
  options?: Pick<LivePromiserOptions, 'round' | 'calendar'>,
): LivePromiser {
  return door('reviveLivePromiser', () => {
    checkVersion('json', json, snapshotVersion);
    const { checksum, ...body } = read(snapshotSchema, json, 'json');
    const { round = null, calendar: hours } = read(optionsSchema, options, 'options') ?? {};
    if (reading('json', json, () => checksumOf(body)) !== checksum) {
      const text = 'the checksum of an unaltered snapshot; take an older one, or start anew';
      refuse('json.checksum', checksum, text, 'out-of-range');
    }
    // A copy, since a promiser owns its buffers and the caller's JSON stays as it is.
    const stored = reading('json.data', body.data, () => structuredClone(body.data));
    const { rounds, origin, ...settings } = stored.settings;
    if (rounds !== (round !== null)) {
      const text = rounds ? 'the rounding it was made with' : 'no rounding, as it was made';
      refuse('options.round', round ?? undefined, text, rounds ? 'missing' : 'out-of-range');
    }
    const now = body.now === null ? -Infinity : Date.parse(body.now);
    const state = newState({
      ...settings,
      ...timeOf(settings.calendar, origin, now, hours),
      round,
    });
    state.now = now;
    fill(state, stored);
    return handleOf(state);
  });
}

/** The calendar it had and its clock, or those to go on with. */
function timeOf(
  calendar: BusinessCalendar | null,
  origin: ClockOrigin | null,
  now: number,
  next: OpenHours | undefined,
): Pick<Settings, 'calendar' | 'clock'> {
  if (calendar === null) {
    if (next === undefined) return { calendar, clock: aroundTheClock };
    return refuse('options.calendar', next.calendar, 'no calendar, as it was made', 'out-of-range');
  }
  const clock = clockOf(readCalendar('json.data.settings.calendar', calendar), origin);
  if (next === undefined) return { calendar, clock };
  const { zone } = next.calendar;
  if (zone !== calendar.zone) {
    const text = `${calendar.zone}, in whose hours of the day it has learnt`;
    refuse('options.calendar.zone', zone, text, 'out-of-range');
  }
  const isTimed = now !== -Infinity;
  return {
    calendar: next.calendar,
    clock: isTimed ? clockOnFrom(clock, now, next) : clockOf(next, null),
  };
}

/** Fills a new state with what was stored. */
function fill(state: State, stored: Stored): void {
  for (const name of counters) state[name] = numberOf(stored.counters[name]);
  for (const name of plainParts) Object.assign(state[name], stored.parts[name]);
  for (const [i, memory] of bothOf(state.memories).entries()) {
    const kept = stored.memories[i] as Stored['memories'][number];
    for (const name of gridColumns) memory.grid[name].set(kept[name]);
    memory.grid.rest = kept.rest;
    memory.loss = kept.loss;
    memory.atKeepRate = numberOf(kept.atKeepRate);
    memory.median = numberOf(kept.median);
    memory.longest = kept.longest;
  }
  state.memories.slowdown = stored.slowdown;
  const { arrivals, hours, window, ...load } = stored.load;
  Object.assign(state.load, load, { window: { ...window, wall: numberOf(window.wall) } });
  state.load.arrivals.set(arrivals);
  state.load.hours.set(hours);
  Object.assign(state.slopes, stored.slopes, { sums: Float64Array.from(stored.slopes.sums) });
  for (const [i, name] of stored.groups.names.entries()) {
    addGroup(state.groups, name, { ...(stored.groups.effects[i] as Effect) });
  }
  for (const name of ['hours', 'days', 'busy'] as const) {
    const { effects, ...visits } = stored[name];
    Object.assign(state[name], visits);
    for (const [i, effect] of effects.entries())
      Object.assign(state[name].effects[i] as Effect, effect);
  }
  const pools = [state.pooledGroups, state.pooledHours, state.pooledDays, state.pooledBusy];
  for (const [i, { pool, sums }] of stored.pools.entries()) {
    Object.assign(pools[i] as Pooled, { pool: { ...pool } });
    Object.assign((pools[i] as Pooled).sums, sums);
  }
  for (const one of ordersOf(state, stored.orders)) {
    const row = order.addOrder(state.orders, one.id, one.group, one.features);
    order.numbersAt(state.orders, row).set(one.numbers, order.offsetAt(row));
  }
  for (const one of ordersOf(state, stored.lost)) state.lost.set(one.id, one);
}

/** Numbers that were none came as null. */
const numberOf = (x: number | null | undefined): number => x ?? Number.NaN;

function ordersOf({ groups }: State, stored: Stored['orders']): order.Order[] {
  return stored.ids.map((id, i) => {
    const group = groups.list[stored.groups[i] as number] as Group;
    group.underWay++;
    return {
      id,
      group,
      features: stored.features[i]?.map(numberOf) ?? null,
      numbers: Float64Array.from(stored.numbers, (column) => numberOf(column[i])),
    };
  });
}
