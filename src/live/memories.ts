import { emptyGrid, type Grid } from './kernel-incidence';

/** What past orders tell, as one memory has it. */
export interface Memory {
  readonly grid: Grid;
  /** How fast it forgets, of the clock's pace. */
  readonly pace: number;
  /** Whether it follows the drift of the level. */
  readonly drifts: boolean;
  /** What its quotes at the keep rate have lost lately (pinball loss), in milliseconds an order. */
  loss: number;
}

/**
 * Two memories of the same orders: one follows what changes, the other remembers long what does not. Which of them
 * quotes go by is not assumed but scored: the one whose quotes have lost less lately.
 */
export type Memories = readonly [quick: Memory, long: Memory];

export const newMemories = (): Memories => [
  { grid: emptyGrid(), pace: 1, drifts: true, loss: 0 },
  { grid: emptyGrid(), pace: 1 / 8, drifts: false, loss: 0 },
];

/** The long memory must lose this much less, since it is slow to own up when things change. */
const clearly = 0.98;

/** The memory that quotes go by. */
export const bestOf = ([quick, long]: Memories): Memory =>
  long.loss < clearly * quick.loss ? long : quick;

/** Losses are forgotten over about so many orders. */
const memory = 1000;

/** Scores what each would have promised an order by what it took; nothing where one of them had no answer. */
export function score(
  memories: Memories,
  quotes: readonly [quick: number, long: number],
  took: number,
  keepRate: number,
): void {
  if (quotes.some(Number.isNaN)) return;
  for (const [i, one] of memories.entries()) {
    const over = took - (quotes[i] as number);
    const loss = over > 0 ? keepRate * over : (keepRate - 1) * over;
    one.loss += (loss - one.loss) / memory;
  }
}
