/**
 * A surge of orders, seen before it slows deliveries: the rate of arrivals over about one typical duration
 * against the usual one, as a logarithm, and how far durations have followed it.
 */
export interface Surge {
  /** Arrivals per millisecond, exponentially forgotten over one typical duration, and how much of it is filled. */
  rate: number;
  filled: number;
  /** When the last order started, in milliseconds. */
  last: number;
  /** The usual time between arrivals: weights and weighted sum. */
  gaps: number;
  gapTime: number;
  /** Sums of the regression of log duration on the surge: count, x, y, x^2, xy. */
  readonly sums: Float64Array;
}

export interface SurgeNumbers {
  readonly surgeSlope: number;
  readonly surgeWorth: number;
  readonly surgeOrders: number;
  readonly minOrders: number;
  readonly surgeCap: number;
}

export function noSurge(): Surge {
  return { rate: 0, filled: 0, last: 0, gaps: 0, gapTime: 0, sums: new Float64Array(5) };
}

/** What is left of the recent rate at a moment; the first order starts the watch. */
function left({ rate, last }: Surge, at: number, typical: number): number {
  return rate > 0 ? Math.exp((last - at) / typical) : 1;
}

/** The surge that an order meets which starts now, itself included; 0 for none or not enough seen. */
export function surgeAt(surge: Surge, at: number, typical: number, numbers: SurgeNumbers): number {
  const fading = left(surge, at, typical);
  const filled = 1 - (1 - surge.filled) * fading;
  // A rate is not known before most of its window has been watched.
  if (surge.gaps < numbers.minOrders || filled < 0.5) return 0;
  const rate = (surge.rate * fading + 1 / typical) / filled;
  const log = Math.log((rate * surge.gapTime) / surge.gaps);
  return Math.max(0, Math.min(numbers.surgeCap, log));
}

/** Counts an arrival. */
export function arrive(surge: Surge, at: number, typical: number, { surgeOrders }: SurgeNumbers) {
  const fading = left(surge, at, typical);
  if (surge.rate > 0) {
    const keep = 1 - 1 / surgeOrders;
    surge.gaps = surge.gaps * keep + 1;
    surge.gapTime = surge.gapTime * keep + (at - surge.last);
  }
  surge.rate = surge.rate * fading + 1 / typical;
  surge.filled = 1 - (1 - surge.filled) * fading;
  surge.last = at;
}

/** Learns from a finished order: how it met the surge and how its log duration differed from its group's. */
export function learnSlope({ sums }: Surge, surge: number, difference: number): void {
  const add = (i: number, x: number) => {
    sums[i] = (sums[i] as number) + x;
  };
  add(0, 1);
  add(1, surge);
  add(2, difference);
  add(3, surge * surge);
  add(4, surge * difference);
}

/** How log durations follow the surge: ridge regression towards the slope before evidence, from 0 to 1. */
export function slopeOf({ sums }: Surge, { surgeSlope, surgeWorth }: SurgeNumbers): number {
  const [n, x, y, xx, xy] = sums as unknown as readonly [number, number, number, number, number];
  if (n === 0) return surgeSlope;
  const spread = xx - (x * x) / n + surgeWorth;
  if (!(spread > 0)) return surgeSlope;
  return Math.max(0, Math.min(1, (xy - (x * y) / n + surgeWorth * surgeSlope) / spread));
}
