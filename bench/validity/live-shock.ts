import { livePromiser } from 'overdeliver';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { completedOnly, kaplanMeier, naiveAci } from './baselines';
import type { PastOrder } from './data';
import { type Promises, replay, targets } from './replay';
import { scoreOf } from './score';

/**
 * 6,000 orders, one a minute on average, of three groups, log-normal with mean 45 minutes and cv .35; from
 * the 3,000th on all take 30% longer. 20 seeds; feedback comes when an order finishes.
 */

const minute = 60_000;
const seeds = 20;
const size = 6000;
const shockAt = 3000;
const setting = { first: 80 * minute, every: 10 * minute };

function stream(seed: number): PastOrder[] {
  const next = uniforms(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const variance = Math.log(1 + 0.35 ** 2);
  let time = Date.UTC(2026, 0, 1);
  return Array.from({ length: size }, (_, i) => {
    time += Math.ceil(-Math.log(1 - next()) * minute);
    const group = Math.floor(3 * next());
    const mean = 45 * ([0.8, 1, 1.3][group] as number) * (i >= shockAt ? 1.3 : 1);
    const minutes = mean * Math.exp(Math.sqrt(variance) * normal() - variance / 2);
    return {
      id: String(i),
      group: String(group),
      started: time,
      ended: time + Math.ceil(minutes * minute),
      how: 'finished',
      fields: {},
    };
  });
}

const methods: Readonly<Record<string, (orders: readonly PastOrder[]) => Promises>> = {
  'all past, by group': (orders) => completedOnly(orders, setting),
  'completed in 500 minutes, by group': (orders) => completedOnly(orders, setting, 500 * minute),
  'the same + naive ACI': (orders) => naiveAci(orders, setting, 500 * minute),
  'Kaplan-Meier, 500 minutes': (orders) => kaplanMeier(orders, setting, 500 * minute),
  ours: (orders) =>
    replay(
      livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 45 }),
      orders,
      ({ group }) => ({ group }),
      minute,
    ),
};

/** The share kept over the orders from one place to another, on average over the seeds. */
function rows(name: string, runs: readonly (readonly [readonly PastOrder[], Promises])[]): Row[] {
  const parts = {
    'kept in the 2,000 before': [1000, shockAt],
    'kept in the first 500 after': [shockAt, shockAt + 500],
    'kept from the 501st after': [shockAt + 500, size],
    'kept over the long run': [500, size],
  } as const;
  return targets.flatMap((p, at) => {
    const mean = (from: number, to: number, figure: 'kept' | 'pinball') => {
      const figures = runs.map(([orders, promises]) => {
        const column = promises.slice(from, to).map((ones) => ones[at] as number);
        return scoreOf(orders.slice(from, to), column, p, -Infinity)[figure];
      });
      return figures.reduce((sum, one) => sum + one, 0) / runs.length;
    };
    const caseName = `shock of 30%, ${p}: ${name}`;
    return [
      ...Object.entries(parts).map(([metric, [from, to]]) =>
        row('live', caseName, metric, mean(from, to, 'kept')),
      ),
      row('live', caseName, 'pinball loss, minutes', mean(500, size, 'pinball') / minute),
    ];
  });
}

export const liveShock: Bench = {
  room: 'live',
  run() {
    const streams = Array.from({ length: seeds }, (_, i) => stream(i + 1));
    return Object.entries(methods).flatMap(([name, method]) =>
      rows(
        name,
        streams.map((orders) => [orders, method(orders)] as const),
      ),
    );
  },
};
