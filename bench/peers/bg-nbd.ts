import { fitBgNbd } from 'overdeliver';
import { simulateHistories } from '../../test/lifetime/histories';
import { processorTime, timePairs } from '../pairs';
import { type Row, row } from '../report';
import { uniforms } from '../uniforms';
import type { Work } from './work';

const shop = [0.2426, 4.4135, 0.7929, 2.4258] as const;
const fitted = (data: ReturnType<typeof simulateHistories>) =>
  fitBgNbd(data, { id: 'lifetime/bench' });

/** Customers like those of the CDNOW shop, in weeks; shops know the day of an order, here 1 / 7. */
function customers(count: number) {
  const { frequency, recency, age } = simulateHistories(uniforms(7), count, shop);
  const byDay = (weeks: number) => Math.ceil(7 * weeks) / 7;
  return { frequency, recency: recency.map(byDay), age: age.map(byDay) };
}

/** The BG/NBD model by maximum likelihood; ours gives standard errors besides. */
export function bgNbd(count: number, data = customers(count), alike = ''): Work {
  return {
    name: `BG/NBD of ${count.toLocaleString('en')} customers${alike}`,
    ours() {
      const { parameters, fit: about } = fitted(data);
      return [
        [...Object.values(parameters).map(({ value }) => value), about?.logLikelihood as number],
      ];
    },
    peers: [
      {
        name: "scipy's L-BFGS with the exact gradient",
        by: { script: 'bg_nbd.py', columns: [data.frequency, data.recency, data.age] },
        within: 1e-4,
      },
    ],
    pairs: count < 100_000 ? 21 : 5,
  };
}

/** The same where recency and age are no whole days, so that no two customers are alike. */
export const noTwoAlike = (count: number): Work =>
  bgNbd(count, simulateHistories(uniforms(7), count, shop), ', no two alike');

/** How a million customers compare with the few of the paper. */
export function bgNbdOfAMillion(): Row {
  const [many, few] = [customers(1_000_000), customers(2_357)];
  const { ratio } = timePairs(
    () => fitted(many),
    () => fitted(few),
    3,
    processorTime,
  );
  return row('peers', 'BG/NBD of 1,000,000 customers', 'ratio to 2,357 customers', ratio);
}
