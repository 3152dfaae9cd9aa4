import { compare } from '../numerics/nearly';

/** A lasting change of level in a sequence. */
export interface Shift {
  /** Where it was noticed. */
  readonly index: number;
  /** Whether the values went up or down. */
  readonly direction: 'up' | 'down';
  /** Where it seems to have begun: the statistic has been above 0 since. */
  readonly since: number;
}

/**
 * The two-sided cumulative sum in units of sd: `S <- max(0, S + z - k)` for rises and the same of -z for
 * falls, an alarm when one exceeds h, then both from 0 again. The level it is held to is the target, or for
 * null the mean since the last alarm, the value at hand included.
 */
export function shifts(
  values: ArrayLike<number>,
  target: number | null,
  sd: number,
  k: number,
  h: number,
): Shift[] {
  const found: Shift[] = [];
  let [up, down, upSince, downSince, count] = [0, 0, 0, 0, 0];
  let level = target ?? 0;
  // The size of all that a sum was made of: what is left of it by rounding alone is none.
  let scale = 0;
  const over = (sum: number, bound: number) => compare(sum, bound, scale) > 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (target === null) level += (value - level) / ++count;
    const z = (value - level) / sd;
    if (up === 0) upSince = index;
    if (down === 0) downSince = index;
    scale = Math.max(scale, h + k + (Math.abs(value) + Math.abs(level)) / sd);
    up = over(up + z - k, 0) ? up + z - k : 0;
    down = over(down - z - k, 0) ? down - z - k : 0;
    if (over(up, h) || over(down, h)) {
      found.push(
        over(up, h)
          ? { index, direction: 'up', since: upSince }
          : { index, direction: 'down', since: downSince },
      );
      up = down = count = scale = 0;
    }
  }
  return found;
}
