import { columnOf, gapsIn, numbersIn, textsIn, timesIn } from './columns';
import type { Pending } from './kernel-correction';
import { bins } from './kernel-decayed-grid';
import {
  groupColumns,
  type OrdersJson,
  orderColumns,
  type pendingColumns,
  pendingStates,
} from './snapshot';
import type { State } from './state';

const fn = 'reviveLivePromiser';

type Json<Name extends string> = Readonly<Partial<Record<Name, unknown>>>;

export function reviveGroups(
  { groups }: State,
  json: Json<'name' | (typeof groupColumns)[number]>,
) {
  const names = textsIn(fn, 'json.groups.name', json.name, undefined, true);
  const columns = groupColumns.map((name) =>
    numbersIn(fn, `json.groups.${name}`, json[name], names.length),
  );
  names.forEach((name, i) => {
    const [weight, squares, sum, sumOfSquares, clock] = columns.map((column) => column[i]) as [
      number,
      number,
      number,
      number,
      number,
    ];
    groups.set(name, { weight, squares, sum, sumOfSquares, clock });
  });
}

export function revivePending(
  { correction }: State,
  json: Json<'state' | (typeof pendingColumns)[number]>,
) {
  const isState = (value: unknown) => pendingStates.includes(value as Pending['state']);
  const text = `one of ${pendingStates.join(', ')}`;
  const path = 'json.pending.state';
  const states = columnOf<Pending['state']>(fn, path, json.state, undefined, isState, text);
  const dues = numbersIn(fn, 'json.pending.due', json.due, states.length);
  const allowed = numbersIn(fn, 'json.pending.allowed', json.allowed, states.length, [0, 1]);
  states.forEach((state, i) => {
    correction.pending.push({ due: dues[i] as number, allowed: allowed[i] as number, state });
  });
}

export function reviveOrders(
  path: string,
  json: Json<keyof OrdersJson>,
  { now, correction }: State,
  add: (id: string, group: string, pending: number, row: Float64Array) => void,
): void {
  const ids = textsIn(fn, `${path}.id`, json.id, undefined, true);
  const n = ids.length;
  const groups = textsIn(fn, `${path}.group`, json.group, n);
  const last = correction.pending.length - 1;
  const isPlace = (value: unknown) =>
    value === null ||
    (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= last);
  const places = columnOf<number | null>(
    fn,
    `${path}.pending`,
    json.pending,
    n,
    isPlace,
    'a place among the pending promises or null',
  );
  const columns = orderColumns.map((name) => {
    const at = `${path}.${name}`;
    if (name === 'start') return timesIn(fn, at, json.start, n, now);
    if (name === 'promised' || name === 'lostAt') return gapsIn(fn, at, json[name], n);
    return numbersIn(fn, at, json[name], n, name === 'place' ? [0, bins - 1] : undefined);
  });
  ids.forEach((id, i) => {
    const row = Float64Array.from(columns, (column) => column[i] as number);
    add(id, groups[i] as string, places[i] ?? -1, row);
  });
}
