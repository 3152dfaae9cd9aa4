import { similarGroup } from '../capability/input-similar-group';
import type { Effect } from './effects';
import { deleteId, getId, type Ids, noIds, setId } from './ids';
import type { LiveQuote } from './live-quote';

/** A group of orders: what sets it apart, and how many of it are under way or lost lately. */
export interface Group {
  readonly name: string;
  readonly effect: Effect;
  underWay: number;
  /** Where it stands in the list. */
  at: number;
}

export interface Groups {
  readonly list: Group[];
  readonly byName: Ids<Group>;
}

export const noGroups = (): Groups => ({ list: [], byName: noIds() });

export const groupNamed = ({ byName }: Groups, name: string): Group | undefined =>
  getId(byName, name);

export function addGroup({ list, byName }: Groups, name: string, effect: Effect): Group {
  const group = { name, effect, underWay: 0, at: list.length };
  list.push(group);
  setId(byName, name, group);
  return group;
}

/** Of more groups, a new one is not compared with each: that would take longer than its quote. */
const mostCompared = 100;

/** Says so where a group that was never seen is written much like one that is known. */
export function unseenGroup({ list }: Groups, name: string): LiveQuote['warnings'] {
  if (list.length > mostCompared) return [];
  const similar = similarGroup(
    name,
    list.map((group) => group.name),
  );
  if (similar === undefined) return [];
  const detail = { level: 'group', group: name, answeredBy: 'all', similar };
  return [{ code: 'unseen-group', detail }];
}

/** Nearly all orders are so many times as many as the others, the next one among these. */
const nearlyAll = 20;
/** Of those that were seen: a share of more orders is no accident, and weights of a group end somewhere. */
const mostCounted = 200;

/** Says so where nearly all of so many orders had a group, and this one has none; `own` is that of orders without one. */
export function leftOutGroup(
  { list }: Groups,
  own: Group | undefined,
  orders: number,
): LiveQuote['warnings'] {
  const others = own === undefined ? list.length : list.length - 1;
  const without = own === undefined ? 0 : own.underWay + own.effect.weight;
  if (others === 0 || nearlyAll * (without + 1) > Math.min(orders, mostCounted)) return [];
  return [{ code: 'no-group', detail: {} }];
}

/** The last one takes the place of one that is forgotten. */
export function removeGroup({ list, byName }: Groups, group: Group): void {
  const last = list.pop() as Group;
  deleteId(byName, group.name);
  if (last === group) return;
  last.at = group.at;
  list[group.at] = last;
}
