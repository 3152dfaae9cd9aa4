/**
 * Durations that many orders share to the millisecond: whole hours, whole days, a fixed time. Such a point holds a share
 * of all orders, and a quote a hair below it would break them all. The few commonest are counted (space saving; Metwally,
 * Agrawal & El Abbadi 2005), slowly forgotten.
 */
export interface CommonDurations {
  readonly durations: number[];
  readonly counts: number[];
  total: number;
}

const places = 16;
/** Older counts fade over about so many orders. */
const memory = 300;

export const noCommonDurations = (): CommonDurations => ({ durations: [], counts: [], total: 0 });

export function countDuration(common: CommonDurations, duration: number): void {
  const { durations, counts } = common;
  const keep = 1 - 1 / memory;
  common.total = common.total * keep + 1;
  let rarest = 0;
  let found = -1;
  for (let i = 0; i < durations.length; i++) {
    counts[i] = (counts[i] as number) * keep;
    if (durations[i] === duration) found = i;
    if ((counts[i] as number) < (counts[rarest] as number)) rarest = i;
  }
  if (found >= 0) counts[found] = (counts[found] as number) + 1;
  else if (durations.length < places) {
    durations.push(duration);
    counts.push(1);
  } else {
    durations[rarest] = duration;
    counts[rarest] = (counts[rarest] as number) + 1;
  }
}

/** The point that a quote means: the one within a share of it that at least some share of orders took, else itself. */
export function toCommonDuration(
  { durations, counts, total }: CommonDurations,
  quote: number,
  within: number,
  leastShare: number,
): number {
  let point = quote;
  let nearest = within * quote;
  for (let i = 0; i < durations.length; i++) {
    const distance = Math.abs((durations[i] as number) - quote);
    if (distance <= nearest && (counts[i] as number) >= leastShare * total && total >= 5) {
      point = durations[i] as number;
      nearest = distance;
    }
  }
  return point;
}
