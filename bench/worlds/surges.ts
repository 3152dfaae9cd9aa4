import { draws } from './draws';
import { arriving, beginning, hour, minute, type World, type WorldOrder } from './world';

/** Three times as many orders for two hours out of twelve, at hours that wander over the day. */
const surging = (time: number) => time % (11.7 * hour) < 2 * hour;
const gap = (_: number, time: number) => (surging(time) ? minute / 3 : minute);
const surge = ({ started }: WorldOrder) => (surging(started) ? 'surge' : 'no surge');
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

/** `slope`: how log durations follow the logarithm of the orders of the last hour. */
const slowing = (slope: number): World['orders'] => {
  return (seed, count = 40_000) => {
    const draw = draws(seed);
    let load = 1;
    let last = beginning;
    return arriving(count, draw, gap, (_, started) => {
      load = load * Math.exp((last - started) / hour) + minute / hour;
      last = started;
      return { took: 40 * minute * load ** slope * draw.logNormal(0.3) };
    });
  };
};

/** A kitchen where an order waits for one of 70 cooks, whom surges keep busy. */
const queueing: World['orders'] = (seed, count = 40_000) => {
  const draw = draws(seed);
  const free = Array.from({ length: 70 }, () => beginning);
  return arriving(count, draw, gap, (_, started) => {
    const cook = free.indexOf(Math.min(...free));
    const begun = Math.max(started, free[cook] as number);
    const done = begun + 40 * minute * draw.logNormal(0.3);
    free[cook] = done;
    return { took: done - started };
  });
};

export const surgeWorlds: readonly World[] = [
  { ...kitchen, name: 'surges that slow things down', shown: surge, orders: slowing(0.6) },
  { ...kitchen, name: 'surges that fill a queue', blind: true, shown: surge, orders: queueing },
  { ...kitchen, name: 'surges that do not slow', part: surge, orders: slowing(0) },
];
