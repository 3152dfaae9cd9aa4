import { bins, emptyGrid, type Grid } from './kernel-incidence';

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
export interface Memories {
  readonly quick: Memory;
  readonly long: Memory;
  /** Evidence that orders take longer than the long memory has it: a log likelihood ratio, never below 0. */
  slowdown: number;
}

export const newMemories = (): Memories => ({
  quick: { grid: emptyGrid(), pace: 1, drifts: true, loss: 0 },
  long: { grid: emptyGrid(), pace: 1 / 8, drifts: false, loss: 0 },
  slowdown: 0,
});

/** Both of them, in the order of the columns of an order. */
export const bothOf = ({ quick, long }: Memories): readonly Memory[] => [quick, long];

/** The long memory must lose this much less, since it is slow to own up when things change. */
const clearly = 0.98;
/** With this much evidence of a slowdown it is not asked: by chance so much comes once in three million orders. */
const alarm = 15;

/** Whether there is a slowdown under way. */
export const isSlower = ({ slowdown }: Memories): boolean => slowdown >= alarm;

/** The memory that quotes go by. */
export const bestOf = ({ quick, long, slowdown }: Memories): Memory =>
  slowdown < alarm && long.loss < clearly * quick.loss ? long : quick;

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
  for (const [i, one] of bothOf(memories).entries()) {
    const over = took - (quotes[i] as number);
    const loss = over > 0 ? keepRate * over : (keepRate - 1) * over;
    one.loss += (loss - one.loss) / memory;
  }
}

/** A slowdown worth noticing: orders finish at a rate this many times lower. */
const slower = 1.5;

/**
 * Weighs what was seen of an order (Page's CUSUM of a rate): as many finish in its time as the hazard that went by,
 * where nothing has changed.
 */
export function watch(memories: Memories, from: number, to: number, finished: boolean): void {
  const { incidence, rest } = memories.long.grid;
  const whole = (incidence[bins] as number) + rest;
  // Far out in the tail little is known of it.
  const left = (bin: number) => Math.max(0.02, 1 - (incidence[bin] as number) / whole);
  const hazard = Math.log(left(from) / left(to));
  const gained = (1 - 1 / slower) * hazard - (finished ? Math.log(slower) : 0);
  memories.slowdown = Math.max(0, memories.slowdown + gained);
}
