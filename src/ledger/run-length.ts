import { atLeast } from '../numerics/nearly';

/**
 * The cumulative sum that adds `weight` for each broken promise, takes 1 for each kept one, never falls below
 * 0 and alarms at a threshold: how many promises it runs on average from 0 to an alarm, exactly, when each is
 * broken with probability q. Tries the thresholds from 1 on, to the first that runs at least `least` or, at
 * the latest, `last`.
 *
 * A level r below the threshold is left downwards, before any alarm, with probability N(r), and an alarm or
 * that step takes G(r) promises. A broken promise lifts it to r - weight, whence it must come down again:
 * with P the product of N and X the expected promises over those levels, N = p / (1 - q P) and
 * G = (1 + q X) / (1 - q P); from 0, where a kept promise changes nothing, (1 + q X) / (q (1 - P)).
 */
export function runLength(
  q: number,
  weight: number,
  least: number,
  last: number,
): { readonly threshold: number; readonly promises: number } {
  const down = [0];
  const steps = [0];
  for (let threshold = 1; ; threshold++) {
    let back = threshold > weight ? 1 : 0;
    let taken = 0;
    for (let r = threshold - weight; r < threshold && back > 0; r++) {
      taken += back * (steps[r] as number);
      back *= down[r] as number;
    }
    const promises = (1 + q * taken) / (q * (1 - back));
    if (atLeast(promises, least) || threshold === last) return { threshold, promises };
    down.push((1 - q) / (1 - q * back));
    steps.push((1 + q * taken) / (1 - q * back));
  }
}
