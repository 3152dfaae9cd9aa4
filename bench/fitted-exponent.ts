/** How time grows from n to 8n. */

/** The sizes a case is timed at, as multiples of its n. */
const multiples = [1, 2, 4, 8];

/**
 * The slope of the logarithm of time over that of size, by least squares: 1 for time in proportion, 2 for its square.
 * Sizes take turns, and the least time of each counts, the processor's: a busy machine only ever adds to it.
 */
export function fittedExponent(n: number, make: (n: number) => () => unknown, rounds = 7): number {
  const runs = multiples.map((multiple) => make(n * multiple));
  const least = runs.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    runs.forEach((run, i) => {
      const start = process.cpuUsage();
      const result = run();
      const { user, system } = process.cpuUsage(start);
      const spent = user + system;
      // Looked at, so that no engine may skip the work.
      if (result === spent) throw new Error('a benchmark must return its result');
      least[i] = Math.min(least[i] as number, spent);
    });
  }
  const xs = multiples.map(Math.log);
  const ys = least.map(Math.log);
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b) / numbers.length;
  const [x, y] = [mean(xs), mean(ys)];
  const products = xs.map((one, i) => (one - x) * ((ys[i] as number) - y));
  return mean(products) / mean(xs.map((one) => (one - x) ** 2));
}
