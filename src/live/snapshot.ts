import type { Pending } from './kernel-correction';
import * as order from './orders';
import type { PromiserParameter } from './parameters';
import type { State } from './state';
import type { LiveUnit } from './units';

/** The numbers of an order, in the order of its row. */
export const orderColumns = [
  'start',
  'logEstimate',
  'surge',
  'surgeShift',
  'offset',
  'location',
  'stretch',
  'weight',
  'place',
  'promised',
  'lostAt',
] as const;
export const gridColumns = ['exposure', 'finishes', 'others', 'incidence'] as const;
const groupColumns = ['weight', 'squares', 'sum', 'sumOfSquares', 'clock'] as const;
const pendingColumns = ['due', 'allowed'] as const;

/** Orders in a snapshot. */
export interface OrdersJson
  extends Readonly<
    Record<
      | 'logEstimate'
      | 'surge'
      | 'surgeShift'
      | 'offset'
      | 'location'
      | 'stretch'
      | 'weight'
      | 'place'
      | 'promised'
      | 'lostAt',
      readonly (number | null)[]
    >
  > {
  readonly id: readonly string[];
  readonly group: readonly string[];
  /** ISO 8601. */
  readonly start: readonly string[];
  /** Where among the pending promises; null for none. */
  readonly pending: readonly (number | null)[];
}

/** A live promiser as plain JSON. Durations are in milliseconds, but `typical`. */
export interface LivePromiserJson {
  readonly kind: 'live-promiser';
  readonly version: 1;
  readonly unit: LiveUnit;
  readonly keepRate: number;
  /** In `unit`. */
  readonly typical: number;
  /** The id of the parameters, and their values. */
  readonly parameters: string;
  readonly numbers: Readonly<Record<PromiserParameter, number>>;
  /** The time of the last event, in ISO 8601; null before any. */
  readonly now: string | null;
  readonly counts: Readonly<
    Record<'clock' | 'base' | 'finished' | 'since' | 'looked' | 'finishWeight', number>
  >;
  readonly durations: Readonly<Record<'weight' | 'sum' | 'clock', number>>;
  readonly ends: Readonly<Record<'weight' | 'sum' | 'clock', number>>;
  readonly grid: Readonly<
    Record<'exposure' | 'finishes' | 'others' | 'incidence', readonly number[]>
  >;
  readonly surge: Readonly<Record<'rate' | 'filled' | 'last' | 'gaps' | 'gapTime', number>>;
  readonly slopeSums: readonly number[];
  readonly groups: Readonly<
    Record<'weight' | 'squares' | 'sum' | 'sumOfSquares' | 'clock', readonly number[]>
  > & { readonly name: readonly string[] };
  readonly pool: Readonly<Record<'offset' | 'worth' | 'variance', number>>;
  readonly correction: number;
  readonly pending: Readonly<Record<'due' | 'allowed', readonly number[]>> & {
    readonly state: readonly string[];
  };
  readonly orders: OrdersJson;
  readonly lost: OrdersJson;
}

export function snapshotOf(state: State): LivePromiserJson {
  const { settings, grid, surge, groups, correction, orders, lost } = state;
  const { unit, keepRate, typical, parameters, numbers } = settings;
  const { clock, base, finished, since, looked, finishWeight } = state;
  const { sums, ...surges } = surge;
  const { pending } = correction;
  const places = new Map(pending.map((promise, place) => [promise, place]));
  const known = [...groups.values()];
  const underWay = orders.ids.map((_, i) =>
    orders.numbers.subarray(i * order.fields, (i + 1) * order.fields),
  );
  const gone = [...lost.values()];
  return {
    kind: 'live-promiser',
    version: 1,
    unit,
    keepRate,
    typical,
    parameters,
    numbers: { ...numbers },
    now: state.now === -Infinity ? null : new Date(state.now).toISOString(),
    counts: { clock, base, finished, since, looked, finishWeight },
    durations: { ...state.typical },
    ends: { ...state.ends },
    grid: columns(gridColumns, (name) => Array.from(grid[name])),
    surge: surges,
    slopeSums: Array.from(sums),
    groups: {
      name: [...groups.keys()],
      ...columns(groupColumns, (name) => known.map((group) => group[name])),
    },
    pool: { ...state.pool },
    correction: correction.share,
    pending: {
      ...columns(pendingColumns, (name) => pending.map((promise) => promise[name])),
      state: pending.map((promise) => promise.state),
    },
    orders: ordersJson(orders.ids, orders.groups, underWay, orders.pending, places),
    lost: ordersJson(
      [...lost.keys()],
      gone.map(({ group }) => group),
      gone.map(({ numbers }) => numbers),
      gone.map((one) => one.pending),
      places,
    ),
  };
}

function columns<Name extends string, Column>(
  names: readonly Name[],
  of: (name: Name, index: number) => Column,
) {
  return Object.fromEntries(names.map((name, i) => [name, of(name, i)])) as Record<Name, Column>;
}

function ordersJson(
  ids: readonly string[],
  groups: readonly string[],
  rows: readonly Float64Array[],
  pending: readonly (Pending | null)[],
  places: ReadonlyMap<Pending, number>,
): OrdersJson {
  const number = (x: number) => (Number.isNaN(x) ? null : x);
  return {
    id: [...ids],
    group: [...groups],
    ...columns(orderColumns, (_, i) => rows.map((row) => number(row[i] as number))),
    start: rows.map((row) => new Date(row[order.start] as number).toISOString()),
    pending: pending.map((promise) => (promise && places.get(promise)) ?? null),
  };
}
