import { type Lived, unitLengths } from '../worlds/live-through';
import type { World, WorldOrder } from '../worlds/world';
import { type Seen, simpleForecasts } from './worlds-baselines';
import { placesIn } from './worlds-cells';

/** An order that finished, with what was promised. Times in milliseconds. */
export interface Promised {
  readonly order: WorldOrder;
  /** NaN for no promise. */
  readonly due: number;
  /** Its place in its opening; '' where a business never closes. */
  readonly place: string;
  /** When the first guess, twice over, would have been due. */
  readonly guessed: number;
  /** When simple methods would have it due, by their names. */
  readonly simple: (name: string) => number;
  readonly names: readonly string[];
}

/** The orders that count: those that finished, and started after so many others had. */
export function scoredOf(
  world: World,
  orders: readonly WorldOrder[],
  { dues, finished }: Lived,
  from: number,
): readonly Promised[] {
  const { keepRate, openings } = world;
  const { at, instant } = timeOf(world);
  const typical = world.typical * unitLengths[world.unit];
  const first = orders[0]?.estimate === undefined ? 2 * typical : 2;
  const seen = orders.map((order): Seen => {
    const { group, started, ended, how, estimate = 1 } = order;
    const start = at(started);
    const age = (now: number) => (at(now) - start) / estimate;
    return { group, started, ended, finished: how === 'finished', took: age(ended), age };
  });
  const forecasts = simpleForecasts(seen, { keepRate, first, typical });
  const names = [...forecasts.keys()];
  const placeOf = openings ? placesIn(orders, openings) : () => '';
  return orders.flatMap((order, i) => {
    if (order.how !== 'finished' || (finished[i] as number) < from) return [];
    // To the millisecond, as ours.
    const dueAfter = (took: number) =>
      Math.ceil(instant(at(order.started) + took * (order.estimate ?? 1)) - 1e-3);
    return {
      order,
      due: dues[i] as number,
      place: placeOf(i),
      guessed: dueAfter(first),
      simple: (name: string) => dueAfter(forecasts.get(name)?.[i] as number),
      names,
    };
  });
}

/** How time counts: while open, where a calendar is given, which the simple methods know then too. */
export function timeOf({ calendar, openings }: World) {
  return calendar && openings
    ? { at: openings.openAt, instant: openings.instantAt }
    : { at: (instant: number) => instant, instant: (time: number) => time };
}
