import * as z from 'zod/mini';
import { check } from '../core/check';
import { refuse } from '../core/refuse';
import { checkVersion } from '../core/version';
import { checkDuration, checkShare } from './checks';
import { handleOf } from './handle';
import type { Pending } from './kernel-correction';
import { bins } from './kernel-decayed-grid';
import { newGroup } from './kernel-group-effects';
import * as order from './orders';
import { promiserDefaults, promiserNumbers } from './parameters';
import { checkShape } from './shape';
import {
  gridColumns,
  type LivePromiserJson,
  type OrdersJson,
  orderColumns,
  snapshotOf,
} from './snapshot';
import { newState, type State } from './state';
import type { LivePromiser } from './stream';
import { unitLengths } from './units';

const fn = 'reviveLivePromiser';
const headSchema = z.looseObject({ kind: z.literal('live-promiser'), version: z.number() });

/**
 * Brings a live promiser back from its JSON; from there it goes on as the first one would, to the last
 * bit in one engine.
 *
 * @param json what `JSON.parse` gave of the promiser's text, or its `toJSON`
 * @throws InvalidInputError `unknown-version` for a snapshot that a newer release wrote, another code with the
 *   path of the damage for a damaged one
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
export function reviveLivePromiser(json: unknown): LivePromiser {
  checkVersion(fn, 'json', json);
  check(fn, headSchema, json, 'json');
  const { now, ...rest } = json as unknown as LivePromiserJson;
  checkShape(fn, 'json', rest, example());
  const { unit, keepRate, typical, parameters } = rest;
  if (!Object.hasOwn(unitLengths, unit)) {
    refuse(fn, 'json.unit', unit, `one of ${Object.keys(unitLengths).join(', ')}`, 'unknown-name');
  }
  checkShare(fn, 'json.keepRate', keepRate);
  checkDuration(fn, 'json.typical', typical);
  const entries = Object.entries(rest.numbers).map(([name, value]) => [name, { value }]);
  const set = { id: parameters, parameters: Object.fromEntries(entries) };
  const numbers = promiserNumbers(fn, set as typeof promiserDefaults, 'json.numbers');
  const state = newState({ unit, keepRate, typical, parameters, numbers });
  if (now !== null) state.now = timeOf('json.now', now, Infinity);
  Object.assign(state, rest.counts);
  Object.assign(state.typical, rest.durations);
  Object.assign(state.ends, rest.ends);
  Object.assign(state.surge, rest.surge);
  Object.assign(state.pool, rest.pool);
  state.surge.sums.set(rest.slopeSums);
  for (const name of gridColumns) state.grid[name].set(rest.grid[name]);
  const { groups, pending } = rest;
  groups.name.forEach((name, i) => {
    state.groups.set(name, rowOf(groups, i) as never);
  });
  state.correction.share = rest.correction;
  pending.state.forEach((one, i) => {
    const states = ['open', 'kept', 'withdrawn'];
    if (!states.includes(one)) {
      refuse(fn, `json.pending.state[${i}]`, one, `one of ${states.join(', ')}`, 'unknown-name');
    }
    state.correction.pending.push(rowOf(pending, i) as never);
  });
  reviveOrders(state, 'json.orders', rest.orders, (id, group, promise, row) => {
    const at = order.addOrder(state.orders, id, group, promise);
    state.orders.numbers.set(row, at);
  });
  reviveOrders(state, 'json.lost', rest.lost, (id, group, promise, numbers) => {
    state.lost.set(id, { group, pending: promise, numbers });
  });
  return handleOf(state);
}

/** One row of columns, but for its name. */
function rowOf(columns: Readonly<Record<string, readonly unknown[]>>, i: number): unknown {
  const { name: _, ...rest } = columns;
  return Object.fromEntries(Object.entries(rest).map(([name, column]) => [name, column[i]]));
}

function timeOf(path: string, text: string, now: number): number {
  const time =
    typeof text === 'string' && /^[+-]?\d+-\d\d-\d\dT.*Z$/.test(text) && Date.parse(text);
  if (typeof time === 'number' && time <= now) return time;
  return refuse(fn, path, text, 'a time in ISO 8601, not after that of the last event');
}

function reviveOrders(
  { now, orders, lost, correction }: State,
  path: string,
  json: OrdersJson,
  add: (id: string, group: string, promise: Pending | null, row: Float64Array) => void,
): void {
  json.id.forEach((id, i) => {
    if (orders.rows.has(id) || lost.has(id)) {
      refuse(fn, `${path}.id[${i}]`, id, 'a name that occurs once', 'duplicate-id');
    }
    const row = Float64Array.from(orderColumns, (name) => {
      if (name === 'start') return timeOf(`${path}.start[${i}]`, json.start[i] as string, now);
      return json[name][i] ?? Number.NaN;
    });
    const place = row[order.place] as number;
    if (!(place >= 0 && place < bins)) {
      refuse(fn, `${path}.place[${i}]`, place, `a place from 0 to ${bins - 1}`);
    }
    const at = json.pending[i] as number | null;
    const promise = at === null ? null : correction.pending[at];
    if (promise === undefined) {
      refuse(fn, `${path}.pending[${i}]`, at, 'a place among the pending promises');
    }
    add(id, json.group[i] as string, promise, row);
  });
}

/** A snapshot of one of each, but for the time of the last event. */
function example(): Omit<LivePromiserJson, 'now'> {
  const values = promiserNumbers(fn, promiserDefaults);
  const state = newState({
    unit: 'days',
    keepRate: 0.9,
    typical: 1,
    parameters: '',
    numbers: values,
  });
  const numbers = new Float64Array(order.fields);
  numbers[order.promised] = numbers[order.lostAt] = Number.NaN;
  state.groups.set('', newGroup(0));
  state.correction.pending.push({ due: 0, allowed: 0, state: 'open' });
  state.lost.set('', { group: '', pending: null, numbers });
  const { now: _, ...rest } = snapshotOf(state);
  return { ...rest, orders: rest.lost };
}
