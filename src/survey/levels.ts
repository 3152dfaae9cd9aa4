import { type Level, percentOfScale } from '../core/level';
import { atLeast } from '../numerics/nearly';
import { alphaOf, type Reliability } from './alpha';
import type { Instrument, ScaleItem } from './instrument';
import { average } from './mean';
import type { Filled } from './parameters';
import type { Row } from './responses';

export function scaleItems({ items }: Instrument): readonly ScaleItem[] {
  return items.filter((item) => item.kind === 'scale');
}

/** Items by dimension, in the order in which dimensions occur. */
export function dimensionsOf<Item extends { readonly dimension?: string | undefined }>(
  items: readonly Item[],
): readonly (readonly [dimension: string, items: readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.dimension === undefined) continue;
    const group = groups.get(item.dimension);
    if (group) group.push(item);
    else groups.set(item.dimension, [item]);
  }
  return [...groups];
}

/** The level of an answer: null for a missing one, undefined for one not asked for. */
export function levelIn(row: Row, { id, scale, reversed }: ScaleItem): Level | null | undefined {
  const answer = row(id);
  if (typeof answer !== 'number') return answer === null ? null : undefined;
  const level = percentOfScale(answer, scale);
  return reversed ? 100 - level : level;
}

/** The mean of what was answered of what was asked; null if that is too little. */
export function meanAnswered(
  levels: readonly (Level | null | undefined)[],
  { answeredShare }: Filled,
): Level | null {
  const given = levels.filter((level) => level != null);
  const of = levels.filter((level) => level !== undefined).length;
  return given.length === 0 || !atLeast(given.length, answeredShare * of) ? null : average(given);
}

/** Alpha over the respondents who answered every item. */
export function reliabilityOf(
  rows: readonly (readonly (number | null | undefined)[])[],
  items: number,
  { confidence, leastAnswers }: Filled,
): Reliability {
  const whole = rows.filter((row): row is readonly number[] => row.every((x) => x != null));
  return alphaOf(whole, items, confidence, leastAnswers);
}
