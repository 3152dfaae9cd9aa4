import { recordFor } from '../core/record-for';
import { type Stage, stageNames } from '../expectation/stages';
import type { WorldRead } from './compile-world';
import type { Customers } from './customers';
import { estimateOf, type SimulatedMean } from './estimate';

/** The customers at a point of time. */
export interface TimelinePoint {
  /** The day, from 0 on. */
  readonly day: number;
  /** How many customers are at each stage, and how many have left for good. */
  readonly customers: Readonly<Record<Stage | 'gone', SimulatedMean>>;
  /** The level that word of mouth points to, 0 to 100. */
  readonly wordOfMouth: SimulatedMean;
}

/** How many points of time are kept, however long it goes on. */
const most = 52;

/** How many periods there are; the last one may be cut short. */
export const periodsOf = ({ days, numbers }: WorldRead) => Math.ceil(days / numbers.periodDays);

/** The periods at whose end the customers are counted, evenly spaced up to the last. */
export function pointsOf(world: WorldRead): readonly number[] {
  const periods = periodsOf(world);
  const count = Math.min(periods, most);
  return Array.from({ length: count }, (_, i) => Math.ceil(((i + 1) * periods) / count));
}

/** How many customers there are at each stage and gone, and the word of mouth after them. */
export function countNow({ stage }: Customers, wordOfMouth: number): readonly number[] {
  const counts = [0, 0, 0, 0];
  for (const at of stage) counts[at] = (counts[at] as number) + 1;
  return [...counts, wordOfMouth];
}

/** The points of time, from what was counted at each in every replication. */
export function timelineOf(
  world: WorldRead,
  counted: readonly (readonly (readonly number[])[])[],
  confidence: number,
): readonly TimelinePoint[] {
  return pointsOf(world).map((period, point) => {
    const estimate = (column: number) =>
      estimateOf(
        counted.map((points) => points[point]?.[column] as number),
        confidence,
      ) as SimulatedMean;
    return {
      day: Math.min(world.days, period * world.numbers.periodDays),
      customers: recordFor([...stageNames, 'gone' as const], (_, i) => estimate(i)),
      // After the three stages and those who have left.
      wordOfMouth: estimate(4),
    };
  });
}
