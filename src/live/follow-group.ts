import { offsetFrom, stretchOf } from './effects';
import type { Group } from './groups';
import { column } from './orders';
import type { State } from './state';

/**
 * An order that started before any of its group had finished goes by what has been learnt of the group since. Where groups
 * lie far apart its own deviation would else pass for one that orders of known groups may have, too. It does so until it
 * ends: the first to finish are the quick ones.
 */
export function followGroup(
  { pooledGroups: { pool }, settings }: State,
  numbers: Float64Array,
  row: number,
  { effect }: Group,
): void {
  if (numbers[row + column.isNew] === 0 || effect.weight === 0) return;
  numbers[row + column.groupOffset] = offsetFrom(effect, pool);
  numbers[row + column.stretch] = stretchOf(effect, pool, settings.numbers.spreadPriorSize);
}
