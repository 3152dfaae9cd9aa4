import { offsetFrom, stretchOf } from './effects';
import type { Group } from './groups';
import { column } from './orders';
import type { State } from './state';

/**
 * An order that started before any of its group had finished goes by what has been learnt of the group since. Where groups
 * lie far apart its own deviation would else pass for one that orders of known groups may have, too. Such orders have an
 * offset of exactly 0; where another one has, it changes next to nothing.
 */
export function followGroup(
  { pooledGroups: { pool }, settings }: State,
  numbers: Float64Array,
  row: number,
  { effect }: Group,
): void {
  if (numbers[row + column.groupOffset] !== 0 || effect.weight === 0) return;
  numbers[row + column.groupOffset] = offsetFrom(effect, pool);
  numbers[row + column.stretch] = stretchOf(effect, pool, settings.numbers.spreadPriorSize);
}
