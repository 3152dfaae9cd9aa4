import type { Dialect } from './dialects';

/** Numbers nearer to 0 are off the range: what comes of them could leave that of doubles, where PostgreSQL ends the whole query. */
export const leastNumber = 1e-50;
/** The same of greater ones. */
export const greatestNumber = 1e50;

/** Exponentials of a logarithm up to this, below 0 or above, are doubles, whose logarithms end at 709. */
export const farthestLog = 700;

/** The exponential of a logarithm, which is held between two ends so that it does not end a query. */
export const expWithin = (
  log: string,
  { number, least, greatest }: Dialect,
  low = -farthestLog,
  high = farthestLog,
): string => `exp(${least(greatest(log, number(low)), number(high))})`;
