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

const places = 24;
/** Counts fade over about so many orders. */
const memory = 300;

export const noCommonDurations = (): CommonDurations => ({
  durations: [],
  counts: [],
  errors: [],
  total: 0,
  points: [],
  discrete: false,
});

export function countDuration(common: CommonDurations, duration: number): void {
  const { durations, counts, errors } = common;
  // That of nothing is none to promise.
  if (!(duration > 0)) return;
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
/** The same where nearly all orders took one of them: as far as estimating blurs. */
const withinDiscrete = 0.2;

/** Looks which durations many share. */
export function pickCommon(known: CommonDurations): void {
  const { durations, counts, errors, total } = known;
  known.points = [];
  known.discrete = false;
  if (total < 1 / common) return;
  const shareOf = (i: number) => ((counts[i] as number) - (errors[i] as number)) / total;
  let shared = 0;
  for (let i = 0; i < durations.length; i++) if (shareOf(i) >= rare) shared += shareOf(i);
  known.discrete = shared >= nearlyAll;
  const least = known.discrete ? rare : common;
  for (let i = 0; i < durations.length; i++) {
    if (shareOf(i) >= least) known.points.push(durations[i] as number);
  }
}

/**
 * The duration that a quote means: the nearest common one, as far as estimating blurs, which is further where nearly all
 * orders took one of a few; else itself.
 */
export function toCommonDuration({ points, discrete }: CommonDurations, quote: number): number {
  let point = quote;
  let nearest = discrete ? withinDiscrete : within;
  for (const one of points) {
    const distance = Math.abs(Math.log(one / quote));
    if (!(distance <= nearest)) continue;
    point = one;
    nearest = distance;
  }
  return point;
}
