/** A lasting change of level in a sequence. */
export interface Shift {
  /** Where it was noticed. */
  readonly index: number;
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
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (target === null) level += (value - level) / ++count;
    const z = (value - level) / sd;
    if (up === 0) upSince = index;
    if (down === 0) downSince = index;
    up = Math.max(0, up + z - k);
    down = Math.max(0, down - z - k);
    if (up > h || down > h) {
      found.push(
        up > h
          ? { index, direction: 'up', since: upSince }
          : { index, direction: 'down', since: downSince },
      );
      up = down = count = 0;
    }
  }
  return found;
}
