import { emptyGrid, type Grid } from './incidence';
import type { PromiserNumbers } from './parameters';

/** What past orders tell, as one memory has it. */
export interface Memory {
  readonly grid: Grid;
  /** How fast it forgets, of the clock's pace. */
  readonly pace: number;
  /** Whether it follows the drift of the level. */
  readonly drifts: boolean;
  /** What its quotes at the keep rate have lost lately (pinball loss), in milliseconds an order. */
  loss: number;
  /** The log ages by which a promise at the keep rate is kept, and half of all orders have finished; NaN for unknown. */
  atKeepRate: number;
  median: number;
  /** The greatest log age at which an order has finished. */
  longest: number;
}

/**
 * Two memories of the same orders: one follows what changes, the other remembers long what does not. Which of them
 * quotes go by is not assumed but scored: the one whose quotes have lost less lately.
 */
export interface Memories {
  readonly quick: Memory;
  readonly long: Memory;
  /** Evidence that orders take longer than the long memory has it: a log likelihood ratio, never below 0. */
  slowdown: number;
}

const nothing = () => ({ loss: 0, atKeepRate: Number.NaN, median: Number.NaN, longest: 0 });

export const newMemories = ({ longMemory }: PromiserNumbers): Memories => ({
  quick: { grid: emptyGrid(), pace: 1, drifts: true, ...nothing() },
  long: { grid: emptyGrid(), pace: 1 / longMemory, drifts: false, ...nothing() },
  slowdown: 0,
});

/** Both of them, in the order of the columns of an order. */
export const bothOf = ({ quick, long }: Memories): readonly Memory[] => [quick, long];

/** Whether there is a slowdown under way. */
export const isSlower = ({ slowdown }: Memories, { slowdownAlarm }: PromiserNumbers): boolean =>
  slowdown >= slowdownAlarm;

/** The memory that quotes go by. */
export const bestOf = (memories: Memories, numbers: PromiserNumbers): Memory => {
  const { quick, long } = memories;
  return !isSlower(memories, numbers) && long.loss < numbers.longLoss * quick.loss ? long : quick;
};

/** Scores what each would have promised an order by what it took; nothing where one of them had no answer. */
export function score(
  { quick, long }: Memories,
  quickQuote: number,
  longQuote: number,
  took: number,
  keepRate: number,
  { lossOrders }: PromiserNumbers,
): void {
  if (Number.isNaN(quickQuote + longQuote)) return;
  quick.loss += (lossOf(quickQuote, took, keepRate) - quick.loss) / lossOrders;
  long.loss += (lossOf(longQuote, took, keepRate) - long.loss) / lossOrders;
}

function lossOf(quote: number, took: number, keepRate: number): number {
  const over = took - quote;
  return over > 0 ? keepRate * over : (keepRate - 1) * over;
}

/**
 * Weighs what was seen of an order (Page's CUSUM of a rate): as many finish in its time as the hazard that went by,
 * where nothing has changed.
 */
export function watch(
  memories: Memories,
  from: number,
  to: number,
  finished: boolean,
  { slowdownRate, slowdownAlarm, slowdownLeft }: PromiserNumbers,
): void {
  const { grid } = memories.long;
  const left = (bin: number) => Math.max(slowdownLeft, grid.left[bin] as number);
  const hazard = from === to ? 0 : Math.log(left(from) / left(to));
  const gained = (1 - 1 / slowdownRate) * hazard - (finished ? Math.log(slowdownRate) : 0);
  // No more than twice the alarm, so that as much evidence as raised it ends it.
  memories.slowdown = Math.max(0, Math.min(2 * slowdownAlarm, memories.slowdown + gained));
}
