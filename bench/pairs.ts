/** Interleaved timing: the two sides take turns, so that a slow moment of the machine hits both. */

export interface Paired {
  /** Median time of the subject, in milliseconds. */
  readonly subject: number;
  /** Median time of the yardstick, in milliseconds. */
  readonly yardstick: number;
  /** Median over the pairs of subject / yardstick. */
  readonly ratio: number;
  readonly pairs: number;
}

export function timePairs(subject: () => unknown, yardstick: () => unknown, pairs = 21): Paired {
  for (let i = 0; i < 3; i++) {
    subject();
    yardstick();
  }
  const times: (readonly [number, number])[] = [];
  for (let i = 0; i < pairs; i++) {
    // Each side goes first every other time.
    if (i % 2 === 0) times.push([time(subject), time(yardstick)]);
    else {
      const second = time(yardstick);
      times.push([time(subject), second]);
    }
  }
  return paired(times);
}

/**
 * The same by the processor's time, against a yardstick that tells its own, in a process that rests meanwhile: what else
 * runs on the machine would hold up one of two processes more than the other.
 */
export async function timeTurns(
  subject: () => unknown,
  yardstick: () => Promise<number>,
  pairs: number,
): Promise<Paired> {
  for (let i = 0; i < 3; i++) subject();
  await yardstick();
  const times: (readonly [number, number])[] = [];
  for (let i = 0; i < pairs; i++) {
    const start = process.cpuUsage();
    subject();
    const { user, system } = process.cpuUsage(start);
    times.push([(user + system) / 1000, await yardstick()]);
  }
  return paired(times);
}

function paired(times: readonly (readonly [number, number])[]): Paired {
  return {
    subject: median(times.map(([ours]) => ours)),
    yardstick: median(times.map(([, theirs]) => theirs)),
    ratio: median(times.map(([ours, theirs]) => ours / theirs)),
    pairs: times.length,
  };
}

function time(run: () => unknown): number {
  const start = performance.now();
  const result = run();
  const spent = performance.now() - start;
  // Looked at, so that no engine may skip the work.
  if (result === spent) throw new Error('a benchmark must return its result');
  return spent;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
