import { byDay } from 'overdeliver';
import { backtestPromises, quotesFromHistory, quotesFromPromiser } from 'overdeliver/backtest';
import { type Bench, row } from '../report';
import { foodOrders } from './data';
import { orElse, periodically } from './policies';

/** Food deliveries, rolling forward, by store; scored after three days to learn in. */

const hour = 3_600_000;

export const liveFood: Bench = {
  room: 'live',
  run() {
    const food = foodOrders();
    if (food === null) return [];
    const orders = food.map(({ id, group, started, ended }) => {
      return { id, group, started, finished: ended };
    });
    const from = (orders[0]?.started ?? 0) + 72 * hour;
    const ours = quotesFromPromiser({ typical: 45, keepRate: 0.9 });
    const global = periodically(hour, quotesFromHistory({ groups: false }));
    return [0.8, 0.9, 0.95].flatMap((p) => {
      const { policies } = backtestPromises(orders, {
        unit: 'minutes',
        keepRate: p,
        from,
        // Every order counts, whatever was promised.
        asOf: '2100-01-01T00:00:00Z',
        by: byDay('UTC'),
        policies: { ours: orElse(80, ours), global: orElse(80, global) },
      });
      const figures = (name: keyof typeof policies) => {
        const { kept, quote, pinball } = policies[name];
        return {
          n: kept.n,
          kept: kept.share as number,
          mean: quote.mean as number,
          pinball: pinball as number,
        };
      };
      const [us, them] = [figures('ours'), figures('global')];
      const allowed = Math.max(0.01, 2.5 * Math.sqrt((p * (1 - p)) / us.n));
      const name = `food, ${p}: ours, by store`;
      const other = `food, ${p}: one global quantile`;
      return [
        row('live', name, 'kept', us.kept),
        row(
          'live',
          name,
          'distance of kept from the target / the greater of .01 and 2.5 se',
          Math.abs(us.kept - p) / allowed,
        ),
        row('live', name, 'mean quote, minutes', us.mean),
        row('live', name, 'pinball loss, minutes', us.pinball),
        row('live', name, "pinball loss / one global quantile's", us.pinball / them.pinball),
        row('live', other, 'kept', them.kept),
        row('live', other, 'mean quote, minutes', them.mean),
        row('live', other, 'pinball loss, minutes', them.pinball),
      ];
    });
  },
};
