import * as z from 'zod/mini';
import { check } from '../core/check';
import { refuse } from '../core/refuse';
import { anySchema } from '../core/schemas';
import { checkDuration, checkShare } from './checks';
import { numbersIn, timesIn } from './columns';
import { handleOf } from './handle';
import { addOrder } from './orders';
import { type promiserDefaults, promiserNumbers } from './parameters';
import { reviveGroups, reviveOrders, revivePending } from './revive-parts';
import { gridColumns, groupColumns, orderColumns, pendingColumns } from './snapshot';
import { newState } from './state';
import type { LivePromiser } from './stream';
import { type LiveUnit, unitLengths } from './units';

const fn = 'reviveLivePromiser';
const from0 = [0, Infinity] as const;
const headSchema = z.looseObject({
  kind: z.literal('live-promiser'),
  version: z.int().check(z.gte(1, 'a version of 1')),
});

const amount = z.number().check(z.gte(0, 'a number of at least 0'));
const allOf = <Name extends string, Schema extends z.ZodMiniType>(
  names: readonly Name[],
  schema: Schema,
) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>);
const faded = allOf(['weight', 'sum', 'clock'], amount);
const orders = allOf(['id', 'group', 'pending', ...orderColumns], anySchema);
const jsonSchema = z.strictObject({
  kind: z.string(),
  version: z.int(),
  unit: z.enum(Object.keys(unitLengths) as LiveUnit[]),
  keepRate: anySchema,
  typical: anySchema,
  parameters: z.string(),
  numbers: z.looseObject({}),
  now: anySchema,
  counts: allOf(['clock', 'base', 'finished', 'since', 'finishWeight'], amount),
  looked: z.number(),
  durations: faded,
  ends: faded,
  grid: allOf(gridColumns, anySchema),
  surge: allOf(['rate', 'filled', 'last', 'gaps', 'gapTime'], z.number()),
  slopeSums: anySchema,
  groups: allOf(['name', ...groupColumns], anySchema),
  pool: z.strictObject({ offset: z.number(), worth: amount, variance: amount }),
  correction: z.number(),
  pending: allOf(['state', ...pendingColumns], anySchema),
  orders,
  lost: orders,
});

/**
 * Brings a live promiser back from its snapshot; from there it goes on as the first one would, to the last
 * bit in one engine.
 *
 * @param json what `snapshot` gave, or `JSON.parse` of its text
 * @throws InvalidInputError `unknown-version` for a snapshot that a newer release wrote, another code with the
 *   path of the damage for a damaged one
 * @example
 * ```ts
 * import { livePromiser, reviveLivePromiser } from 'overdeliver';
 *
 * const parcels = livePromiser({ unit: 'days', keepRate: 0.9, typical: 4 });
 * parcels.start({ id: 'a-1', at: new Date('2026-03-02T10:00Z'), group: 'abroad' });
 * const stored = JSON.stringify(parcels.snapshot());
 * const revived = reviveLivePromiser(JSON.parse(stored));
 * revived.finish({ id: 'a-1', at: new Date('2026-03-05T16:00Z') }).took; // => 3.25
 * ```
 */
export function reviveLivePromiser(json: unknown): LivePromiser {
  const { version } = check(fn, headSchema, json, 'json');
  if (version > 1) refuse(fn, 'json.version', version, 'version 1', 'unknown-version');
  const value = check(fn, jsonSchema, json, 'json');
  const { unit, keepRate, typical, parameters } = value;
  checkShare(fn, 'json.keepRate', keepRate);
  checkDuration(fn, 'json.typical', typical);
  const entries = Object.entries(value.numbers).map(([name, number]) => [name, { value: number }]);
  const set = {
    id: parameters,
    parameters: Object.fromEntries(entries),
  } as typeof promiserDefaults;
  const numbers = promiserNumbers(fn, set, 'json.numbers');
  const state = newState({ unit, keepRate, typical, parameters, numbers });
  if (value.now !== null) {
    [state.now] = timesIn(fn, 'json.now', [value.now], 1, Infinity) as [number];
  }
  Object.assign(state, value.counts);
  Object.assign(state.typical, value.durations);
  Object.assign(state.ends, value.ends);
  Object.assign(state.surge, value.surge);
  Object.assign(state.pool, value.pool);
  state.looked = value.looked;
  state.correction.share = value.correction;
  state.surge.sums.set(numbersIn(fn, 'json.slopeSums', value.slopeSums, 5));
  for (const name of gridColumns) {
    const { length } = state.grid[name];
    state.grid[name].set(numbersIn(fn, `json.grid.${name}`, value.grid[name], length, from0));
  }
  reviveGroups(state, value.groups);
  revivePending(state, value.pending);
  const { correction, lost } = state;
  reviveOrders('json.orders', value.orders, state, (id, group, place, row) => {
    const at = addOrder(state.orders, id, group, correction.pending[place] ?? null);
    state.orders.numbers.set(row, at);
  });
  reviveOrders('json.lost', value.lost, state, (id, group, place, row) => {
    if (state.orders.rows.has(id)) {
      refuse(fn, 'json.lost.id', id, 'none of the orders under way', 'duplicate-id');
    }
    lost.set(id, { group, pending: correction.pending[place] ?? null, numbers: row });
  });
  return handleOf(state);
}
