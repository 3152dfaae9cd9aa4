import { type Effect, learnEffect, newEffect } from './effects';

/**
 * What sets hours of the day apart, or weekdays, or how busy it is: orders of one evening go wrong together, so that each
 * visit of a place in time counts as one observation, its mean, however many orders it held.
 */
export interface Visits {
  readonly effects: readonly Effect[];
  /** The visit that each place is in, its orders and the mean of their log durations. */
  readonly visit: number[];
  readonly count: number[];
  readonly mean: number[];
}

export const noVisits = (places: number): Visits => ({
  effects: Array.from({ length: places }, () => newEffect(0)),
  visit: Array<number>(places).fill(0),
  count: Array<number>(places).fill(0),
  mean: Array<number>(places).fill(0),
});

/**
 * Adds the log duration of an order, less what all else explains. The visit before is over when a later one begins;
 * orders that finish after it count with the later one.
 */
export function learnVisit(
  { effects, visit, count, mean }: Visits,
  place: number,
  now: number,
  log: number,
  memory: number,
): void {
  if (now > (visit[place] as number) && (count[place] as number) > 0) {
    const effect = effects[place] as Effect;
    // A visit is a tick of the place's own clock.
    const tick = effect.clock + 1;
    learnEffect(effect, mean[place] as number, tick, memory, 1);
    count[place] = 0;
    mean[place] = 0;
  }
  visit[place] = Math.max(now, visit[place] as number);
  const orders = (count[place] as number) + 1;
  const beyond = log - (mean[place] as number);
  count[place] = orders;
  mean[place] = (mean[place] as number) + beyond / orders;
}
