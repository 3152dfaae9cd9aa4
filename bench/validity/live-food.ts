import { livePromiser } from 'overdeliver';
import { type Bench, row } from '../report';
import { completedOnly } from './baselines';
import { foodOrders } from './data';
import { type Promises, replay, targets } from './replay';
import { scoreOf } from './score';

/** Food deliveries, rolling forward, by store; scored after three days to learn in. */

const minute = 60_000;
const day = 1440 * minute;

export const liveFood: Bench = {
  room: 'live',
  run() {
    const orders = foodOrders();
    if (orders === null) return [];
    const from = (orders[0]?.started ?? 0) + 3 * day;
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 45 });
    const ours = replay(promiser, orders, ({ group }) => ({ group }), minute);
    const everyone = orders.map((order) => ({ ...order, group: '' }));
    const global = completedOnly(everyone, { first: 80 * minute, every: day / 24 });
    const score = (promises: Promises, at: number, p: number) =>
      scoreOf(
        orders,
        promises.map((ones) => (Number.isNaN(ones[at]) ? 80 * minute : (ones[at] as number))),
        p,
        from,
      );
    return targets.flatMap((p, at) => {
      const us = score(ours, at, p);
      const them = score(global, at, p);
      const allowed = Math.max(0.01, 2.5 * Math.sqrt((p * (1 - p)) / us.n));
      const name = `food, ${p}: ours, by store`;
      return [
        row('live', name, 'kept', us.kept),
        row(
          'live',
          name,
          'distance of kept from the target / the greater of .01 and 2.5 se',
          Math.abs(us.kept - p) / allowed,
        ),
        row('live', name, 'mean quote, minutes', us.mean / minute),
        row('live', name, 'pinball loss, minutes', us.pinball / minute),
        row('live', name, "pinball loss / one global quantile's", us.pinball / them.pinball),
        row('live', `food, ${p}: one global quantile`, 'kept', them.kept),
        row('live', `food, ${p}: one global quantile`, 'mean quote, minutes', them.mean / minute),
        row(
          'live',
          `food, ${p}: one global quantile`,
          'pinball loss, minutes',
          them.pinball / minute,
        ),
      ];
    });
  },
};
