import { refuse } from '../input/refusal';
import type { Entry } from './log';
import type { DuePromise, PromiseGroup } from './promise-group';

/** Puts promises in the groups that `by` names, each of which gathers what it wants to know. */
export function grouping<Gathered>(by: PromiseGroup, start: () => Gathered) {
  const groups = new Map<string, Gathered>();
  return {
    /** What is gathered of the group of a promise. */
    of(made: Entry, due: number): Gathered {
      const key: unknown = by(duePromise(made, due));
      if (typeof key !== 'string') refuse('options.by', by, 'a function that returns text');
      const group = groups.get(key) ?? start();
      groups.set(key, group);
      return group;
    },
    /** All groups, in the order of their keys. */
    inOrder: () => [...groups].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

function duePromise({ id, segment, at }: Entry, due: number): DuePromise {
  return { id, segment: segment ?? null, at: new Date(at), due: new Date(due) };
}
