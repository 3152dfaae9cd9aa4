/**
 * What sets groups apart, or hours, or weekdays: each has an offset of log durations and a spread, forgotten slowly
 * and shrunken towards all others by as much as they differ no more than chance would have them (random effects;
 * DerSimonian & Laird 1986).
 */
export interface Effect {
  /** Weights and their squares, the mean of log durations and their squared distances from it, as of a clock. */
  weight: number;
  squares: number;
  mean: number;
  scatter: number;
  clock: number;
  /** How many equal orders it came to when it was last pooled. */
  counted: number;
}

/** What is known over all. */
export interface Pool {
  /** The mean of all, at which one that was never seen is expected. */
  mean: number;
  /** Where offsets are counted from: it follows what those that are there have in common, not which of them are there. */
  origin: number;
  /** Their mean by orders, which tells how far they have moved together. */
  centre: number;
  /** How many orders of its own outweigh that. */
  priorSize: number;
  /** The variance of log durations within one. */
  variance: number;
}

export const newEffect = (clock: number): Effect => ({
  weight: 0,
  squares: 0,
  mean: 0,
  scatter: 0,
  clock,
  counted: 0,
});

/**
 * Adds the log duration of an order, less what all else explains. Half the weight is lost in so many half-lives of the
 * clock, but not before so many orders of its own.
 */
export function learnEffect(
  effect: Effect,
  log: number,
  clock: number,
  halfLives: number,
  orders: number,
): void {
  const gone = Math.min((clock - effect.clock) / halfLives, 1 / orders);
  const keep = 2 ** -gone;
  effect.weight = effect.weight * keep + 1;
  effect.squares = effect.squares * keep * keep + 1;
  const beyond = log - effect.mean;
  effect.mean += beyond / effect.weight;
  effect.scatter = effect.scatter * keep + beyond * (log - effect.mean);
  effect.clock = clock;
}

/** How far one lies from the origin; the mean of all for one that was never seen. */
export function offsetFrom(effect: Effect | undefined, pool: Pool): number {
  const { mean, origin, priorSize } = pool;
  if (effect === undefined) return mean - origin;
  const reliability = effect.weight / (effect.weight + priorSize);
  return mean - origin + reliability * (effect.mean - mean);
}

/** The spread of one, as a multiple of the common one, which counts as much as some orders. */
export function stretchOf(
  effect: Effect | undefined,
  { variance }: Pool,
  spreadPriorSize: number,
): number {
  if (effect === undefined || effect.weight === 0) return 1;
  const squares = effect.scatter + spreadPriorSize * variance;
  return Math.sqrt(squares / (effect.weight + spreadPriorSize) / variance);
}
