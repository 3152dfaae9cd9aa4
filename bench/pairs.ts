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

/** Tells a time in milliseconds. */
type Clock = () => number;

const wallClock: Clock = () => performance.now();

/** What this process has had of the processors, which a busy machine hardly changes. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export function timePairs(
  subject: () => unknown,
  yardstick: () => unknown,
  pairs = 21,
  clock = wallClock,
): Paired {
  warmUp(() => [subject(), yardstick()]);
  const times: (readonly [number, number])[] = [];
  for (let i = 0; i < pairs; i++) {
    // Each side goes first every other time.
    if (i % 2 === 0) times.push([time(subject, clock), time(yardstick, clock)]);
    else {
      const second = time(yardstick, clock);
      times.push([time(subject, clock), second]);
    }
  }
  return paired(times);
}

/** The same, by the processor's time, against a yardstick that tells its own, in a process that rests meanwhile. */
export async function timeTurns(
  subject: () => unknown,
  yardstick: () => Promise<number>,
  pairs: number,
): Promise<Paired> {
  warmUp(subject);
  await yardstick();
  const times: (readonly [number, number])[] = [];
  for (let i = 0; i < pairs; i++) times.push([time(subject, processorTime), await yardstick()]);
  return paired(times);
}

/** At least three times, and for .3 seconds, so that short work is compiled as it is in a program that runs. */
function warmUp(run: () => unknown): void {
  const start = performance.now();
  for (let i = 0; i < 3 || performance.now() - start < 300; i++) run();
}

function paired(times: readonly (readonly [number, number])[]): Paired {
  return {
    subject: median(times.map(([ours]) => ours)),
    yardstick: median(times.map(([, theirs]) => theirs)),
    ratio: median(times.map(([ours, theirs]) => ours / theirs)),
    pairs: times.length,
  };
}

function time(run: () => unknown, clock: Clock): number {
  const start = clock();
  const result = run();
  const spent = clock() - start;
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
