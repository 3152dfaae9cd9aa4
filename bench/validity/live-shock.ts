import {
  type BacktestOrder,
  backtestPromises,
  type PolicyReport,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { kaplanMeier, naiveAci, orElse, periodically, scoreIn } from './policies';

/**
 * 6,000 orders, one a minute on average, of three groups, log-normal with mean 45 minutes and cv .35; from
 * the 3,000th on all take 30% longer. 20 seeds; feedback comes when an order finishes.
 */

const minute = 60_000;
const seeds = 20;
const size = 6000;
const shockAt = 3000;
const every = 10 * minute;

function stream(seed: number): BacktestOrder[] {
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
      finished: time + Math.ceil(minutes * minute),
    };
  });
}

const policies = {
  'all past, by group': orElse(80, periodically(every, quotesFromHistory())),
  'completed in 500 minutes, by group': orElse(
    80,
    periodically(every, quotesFromHistory({ days: 500 / 1440 })),
  ),
  'the same + naive ACI': orElse(80, naiveAci(every, 500 * minute)),
  'Kaplan-Meier, 500 minutes': orElse(80, kaplanMeier(every, 500 * minute)),
  ours: quotesFromPromiser({ typical: 45, keepRate: 0.9 }),
};
type Name = keyof typeof policies;

/** The places where one part of the orders ends and the next begins. */
const cuts = [500, 1000, shockAt, shockAt + 500];
const partOf = (place: number) => String(cuts.filter((cut) => cut <= place).pop() ?? 0);

/** The figures of a policy over the parts that the reports have as periods, on average over the seeds. */
function rows(name: Name, p: number, reports: readonly PolicyReport[]): Row[] {
  const parts = {
    'kept in the 2,000 before': [1000],
    'kept in the first 500 after': [shockAt],
    'kept from the 501st after': [shockAt + 500],
    'kept over the long run': cuts,
  };
  const mean = (wanted: readonly number[], figure: 'kept' | 'pinball') =>
    reports.reduce(
      (sum, report) => sum + scoreIn(report, (part) => wanted.includes(Number(part)))[figure],
      0,
    ) / reports.length;
  const caseName = `shock of 30%, ${p}: ${name}`;
  return [
    ...Object.entries(parts).map(([metric, wanted]) =>
      row('live', caseName, metric, mean(wanted, 'kept')),
    ),
    row('live', caseName, 'pinball loss, minutes', mean(cuts, 'pinball')),
  ];
}

export const liveShock: Bench = {
  room: 'live',
  run() {
    const streams = Array.from({ length: seeds }, (_, i) => stream(i + 1));
    const names = Object.keys(policies) as Name[];
    return [0.8, 0.9, 0.95].flatMap((keepRate) => {
      const reports = streams.map((orders) =>
        backtestPromises(orders, {
          unit: 'minutes',
          keepRate,
          // Every order counts, whatever was promised.
          asOf: '2100-01-01T00:00:00Z',
          by: ({ id }) => partOf(Number(id)),
          policies,
        }),
      );
      return names.flatMap((name) =>
        rows(
          name,
          keepRate,
          reports.map((report) => report.policies[name]),
        ),
      );
    });
  },
};
