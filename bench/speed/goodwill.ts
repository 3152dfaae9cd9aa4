import {
  marketplaceSatisfaction,
  planByBalance,
  predictIntention,
  predictSatisfaction,
} from 'overdeliver';
import { mixedSatisfaction, predictSatisfactions } from 'overdeliver/satisfaction';
import { timePairs } from '../pairs';
import { byModels, kitchen, pull } from '../peers/goodwill';
import { type Bench, row } from '../report';

/** What people put together first: one prediction of what is uncertain, which jumps where the likeliest outcome changes. */
const byLikeliest = () =>
  planByBalance(kitchen, {
    ...pull,
    goodwillLost(promised) {
      const experience = {
        dimensions: { time: { promised, actual: kitchen, unit: 'minutes' } },
      } as const;
      const { score, outcome } = predictSatisfaction(experience, { model: mixedSatisfaction });
      const stage = 'long-term';
      return 40 * (1 - predictIntention({ satisfaction: score, outcome, stage }).repurchase);
    },
  });

const calls = 200;
const model = JSON.stringify(marketplaceSatisfaction);
const repeated = (call: () => number) => () => {
  let sum = 0;
  for (let i = 0; i < calls; i++) sum += call();
  return sum;
};
const parsed = repeated(() => (JSON.parse(model) as { readonly version: number }).version);
const one = {
  promised: Float64Array.of(10),
  actual: Float64Array.of(8),
  unit: 'days',
} as const;
const order = { promised: 10, actual: 8, unit: 'days' } as const;
const options = { model: marketplaceSatisfaction };

/** What does not grow with rows, and what a balance asks hundreds of times. */
export const goodwill: Bench = {
  room: 'satisfaction',
  run() {
    const balance = 'a balance with goodwill from satisfaction and loyalty';
    const { ratio } = timePairs(byModels, byLikeliest, 5);
    const rows = [row('satisfaction', balance, 'ratio to predictions one by one', ratio)];
    const score = (one: number | undefined) => one as number;
    for (const [name, call] of [
      ['predictSatisfactions, one row', () => score(predictSatisfactions(one).score[0])],
      [
        'predictSatisfactions, one row, a model given',
        () => score(predictSatisfactions(one, options).score[0]),
      ],
      ['predictSatisfaction', () => predictSatisfaction(order).score],
    ] as const) {
      const { ratio, subject } = timePairs(repeated(call), parsed);
      const metric = `ratio to JSON.parse of a model of ${model.length} bytes`;
      rows.push(row('satisfaction', name, metric, ratio));
      rows.push(row('satisfaction', name, 'microseconds', (1000 * subject) / calls));
    }
    return rows;
  },
};
