import type { commonNumbers } from './assumed-common';

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
  /** As of the last look: those that a quote may mean, and whether nearly all orders took one of them. */
  points: number[];
  discrete: boolean;
}

/** A buffer: a duration that more than 1 order in 24 takes never loses its place for long. */
const places = 24;

/** What counts as common, and how near a quote must come to mean it; see the parameters of these names. */
type CommonNumbers = Readonly<Record<keyof typeof commonNumbers, number>>;

export const noCommonDurations = (): CommonDurations => ({
  durations: [],
  counts: [],
  errors: [],
  total: 0,
  points: [],
  discrete: false,
});

export function countDuration(
  common: CommonDurations,
  duration: number,
  { commonOrders }: CommonNumbers,
): void {
  const { durations, counts, errors } = common;
  // That of nothing is none to promise.
  if (!(duration > 0)) return;
  const keep = 1 - 1 / commonOrders;
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

/** Looks which durations many share. */
export function pickCommon(
  known: CommonDurations,
  { commonShare, rareShare, discreteShare }: CommonNumbers,
): void {
  const { durations, counts, errors, total } = known;
  known.points = [];
  known.discrete = false;
  if (total < 1 / commonShare) return;
  const shareOf = (i: number) => {
    const orders = (counts[i] as number) - (errors[i] as number);
    // What a single order took is shared by none, however few there are.
    return orders > 1 ? orders / total : 0;
  };
  let shared = 0;
  for (let i = 0; i < durations.length; i++) if (shareOf(i) >= rareShare) shared += shareOf(i);
  known.discrete = shared >= discreteShare;
  const least = known.discrete ? rareShare : commonShare;
  for (let i = 0; i < durations.length; i++) {
    if (shareOf(i) >= least) known.points.push(durations[i] as number);
  }
}

/**
 * The duration that a quote means: the nearest common one, as far as estimating blurs, which is further where nearly all
 * orders took one of a few; else itself.
 */
export function toCommonDuration(
  { points, discrete }: CommonDurations,
  quote: number,
  { commonReach, discreteReach }: CommonNumbers,
): number {
  let point = quote;
  let nearest = discrete ? discreteReach : commonReach;
  for (const one of points) {
    const distance = Math.abs(Math.log(one / quote));
    if (!(distance <= nearest)) continue;
    point = one;
    nearest = distance;
  }
  return point;
}
