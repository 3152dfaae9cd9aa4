import { draws } from './draws';
import { arriving, hour, minute, type World } from './world';

/** Three times as many orders for two hours out of twelve, at hours that wander over the day. */
const surging = (time: number) => time % (11.7 * hour) < 2 * hour;
const gap = (_: number, time: number) => (surging(time) ? minute / 3 : minute);
const kitchen = {
  unit: 'minutes',
  keepRate: 0.9,
  typical: 40,
  part: ({ started }) => (surging(started) ? 'surge' : 'no surge'),
} as const satisfies Partial<World>;

/** `slope`: how log durations follow the logarithm of the orders of the last hour. */
const slowing = (slope: number): World['orders'] => {
  return (seed, count = 40_000) => {
    const draw = draws(seed);
    let load = 1;
    let last = 0;
    return arriving(count, draw, gap, (_, started) => {
      load = load * Math.exp((last - started) / hour) + minute / hour;
      last = started;
      return { took: 40 * minute * load ** slope * draw.logNormal(0.3) };
    });
  };
};

export const surgeWorlds: readonly World[] = [
  { ...kitchen, name: 'surges that slow things down', orders: slowing(0.6) },
  { ...kitchen, name: 'surges that do not', orders: slowing(0) },
];
