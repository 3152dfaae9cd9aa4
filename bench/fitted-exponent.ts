/** How time grows from n to 8n. */

/** What takes less is timed as many times as it takes: clocks and engines need something to work on. */
const leastMicroseconds = 3000;

/** The processor's microseconds for so many runs. */
function timed(run: () => unknown, times: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < times; i++) {
    // Looked at, so that no engine may skip the work.
    if (run() === start) throw new Error('a benchmark must return its result');
  }
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** The sizes a case is timed at, as multiples of its n. */
const multiples = [1, 2, 4, 8];

/**
 * The slope of the logarithm of time over that of size, by least squares: 1 for time in proportion, 2 for its square.
 * Sizes take turns, and the least time of each counts, the processor's: a busy machine only ever adds to it. What seems to
 * grow faster than `most` is looked at again, up to four times as often, before it is believed.
 */
export function fittedExponent(
  n: number,
  make: (n: number) => () => unknown,
  most = 1.15,
  rounds = 7,
): number {
  const runs = multiples.map((multiple) => make(n * multiple));
  const [first] = runs as [() => unknown];
  const once = Math.min(...runs.map(() => timed(first, 1)));
  const times = Math.ceil(leastMicroseconds / Math.max(1, once));
  const least = runs.map(() => Infinity);
  for (let round = 1; ; round++) {
    runs.forEach((run, i) => {
      least[i] = Math.min(least[i] as number, timed(run, times));
    });
    if (round < rounds) continue;
    const slope = slopeOf(least);
    if (slope <= most || round >= 4 * rounds) return slope;
  }
}

function slopeOf(times: readonly number[]): number {
  const xs = multiples.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b) / numbers.length;
  const [x, y] = [mean(xs), mean(ys)];
  const products = xs.map((one, i) => (one - x) * ((ys[i] as number) - y));
  return mean(products) / mean(xs.map((one) => (one - x) ** 2));
}
