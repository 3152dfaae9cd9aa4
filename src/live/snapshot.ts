import { checksumOf } from './checksum';
import type { Group } from './groups';
import { bothOf } from './memories';
import * as order from './orders';
import type { State } from './state';

/** What of a snapshot is the promiser's own. */
declare const own: unique symbol;

/**
 * A live promiser as plain JSON, for `reviveLivePromiser`. What it holds besides is its own affair and may change with the
 * version; a checksum tells whether anything of it was altered.
 */
export interface LivePromiserJson {
  /** Says that it is a promiser. */
  readonly kind: 'live-promiser';
  /** The version of the format. */
  readonly version: 8;
  /** The rest, which is its own affair. */
  readonly [own]: unknown;
}

/** The plain numbers of a state. */
export const counters = [
  'clock',
  'base',
  'lastStart',
  'levelFrom',
  'scale',
  'finished',
  'finishWeight',
  'needed',
  'cursor',
  'seen',
  'looked',
] as const;
/** Those of its parts that are nothing but numbers and lists of them. */
export const plainParts = ['duration', 'level', 'ends', 'common', 'first'] as const;
export const gridColumns = [
  'changes',
  'finishes',
  'others',
  'least',
  'greatest',
  'sums',
  'incidence',
  'left',
] as const;

/** All that is stored; numbers that are none, such as a promise that was not made, become null in JSON. */
export type Stored = ReturnType<typeof storedOf>;

function storedOf(state: State) {
  const { settings, groups, load, slopes, lost, orders } = state;
  const { clock, round, ...rest } = settings;
  return {
    settings: {
      ...rest,
      rounds: round !== null,
      origin: state.now === -Infinity ? null : clock.origin(state.now),
    },
    counters: pick(state, counters),
    parts: pick(state, plainParts),
    memories: bothOf(state.memories).map(({ grid, loss, atKeepRate, median, longest }) => ({
      ...pick(grid, gridColumns),
      rest: grid.rest,
      loss,
      atKeepRate,
      median,
      longest,
    })),
    slowdown: state.memories.slowdown,
    load,
    slopes,
    groups: { names: groups.list.map(({ name }) => name), effects: groups.list.map(effectOf) },
    hours: state.hours,
    days: state.days,
    busy: state.busy,
    pools: [state.pooledGroups, state.pooledHours, state.pooledDays, state.pooledBusy] as const,
    orders: ordersOf(Array.from({ length: orders.size }, (_, row) => order.orderAt(orders, row))),
    lost: ordersOf([...lost.values()]),
  };
}

/** To be raised when the layout changes: data of another version are refused. */
export const snapshotVersion: LivePromiserJson['version'] = 8;

export function snapshotOf(state: State): LivePromiserJson {
  const now = state.now === -Infinity ? null : new Date(state.now).toISOString();
  const data = plain(storedOf(state));
  const body = { kind: 'live-promiser', version: snapshotVersion, now, data };
  return { ...body, checksum: checksumOf(body) } as unknown as LivePromiserJson;
}

const effectOf = ({ effect }: Group) => effect;

function pick<Whole, Name extends keyof Whole>(whole: Whole, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<Whole, Name>;
}

/** Orders by column, which takes a quarter of the room. */
function ordersOf(orders: readonly order.Order[]) {
  return {
    ids: orders.map(({ id }) => id),
    groups: orders.map(({ group }) => group.at),
    features: orders.map(({ features }) => features),
    numbers: order.columns.map((_, i) => orders.map(({ numbers }) => numbers[i] as number | null)),
  };
}

/** A copy that JSON holds as it is: columns as arrays, numbers that are none as null. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(given.map(([name, item]) => [name, plain(item)]));
}
