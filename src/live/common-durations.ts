/**
 * Durations that many orders share to the millisecond: whole hours, whole days, a fixed time. Such a point holds a share
 * of all orders, and a quote a hair below it would break them all. The commonest are counted in few places (space saving;
 * Metwally, Agrawal & El Abbadi 2005), slowly forgotten.
 */
export interface CommonDurations {
  readonly durations: number[];
  readonly counts: number[];
  /** How much of a count may be of durations that had its place before. */
  readonly errors: number[];
  total: number;
}

const places = 24;
/** Counts fade over about so many orders. */
const memory = 300;

export const noCommonDurations = (): CommonDurations => ({
  durations: [],
  counts: [],
  errors: [],
  total: 0,
});

export function countDuration(common: CommonDurations, duration: number): void {
  const { durations, counts, errors } = common;
  const keep = 1 - 1 / memory;
  common.total = common.total * keep + 1;
  let rarest = 0;
  let place = -1;
  for (let i = 0; i < durations.length; i++) {
    counts[i] = (counts[i] as number) * keep;
    errors[i] = (errors[i] as number) * keep;
    if (durations[i] === duration) place = i;
    if ((counts[i] as number) < (counts[rarest] as number)) rarest = i;
  }
  if (place < 0) {
    place = durations.length < places ? durations.length : rarest;
    errors[place] = counts[place] ??= 0;
    durations[place] = duration;
  }
  counts[place] = (counts[place] as number) + 1;
}

/** Shares of all orders: what a duration must have to count among those that are nearly all, and to stand for itself. */
const rare = 0.01;
const nearlyAll = 0.9;
const common = 0.1;
/** How near a quote must come to mean a duration, where others take any time. */
const within = 0.025;

/**
 * The duration that a quote means. Where nearly all orders took one of a few, the nearest of these, since what lies
 * between is but the blur of estimating; else a common one that is near, or itself.
 */
export function toCommonDuration(
  { durations, counts, errors, total }: CommonDurations,
  quote: number,
): number {
  const share = durations.map((_, i) => ((counts[i] as number) - (errors[i] as number)) / total);
  let shared = 0;
  for (const one of share) if (one >= rare) shared += one;
  const isDiscrete = total >= 1 / common && shared >= nearlyAll;
  let [point, nearest] = [quote, isDiscrete ? Infinity : within];
  for (let i = 0; i < durations.length; i++) {
    const distance = Math.abs(Math.log((durations[i] as number) / quote));
    if (!((share[i] as number) >= (isDiscrete ? rare : common)) || !(distance <= nearest)) continue;
    point = durations[i] as number;
    nearest = distance;
  }
  return total >= 1 / common ? point : quote;
}
