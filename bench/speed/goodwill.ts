import {
  marketplaceSatisfaction,
  planByBalance,
  predictIntention,
  predictSatisfaction,
} from 'overdeliver';
import { capabilityFromFamily, gamma } from 'overdeliver/capability';
import { goodwillByLoyalty, predictIntentions, surveyIntentions } from 'overdeliver/loyalty';
import { mixedSatisfaction, predictSatisfactions } from 'overdeliver/satisfaction';
import { timePairs } from '../pairs';
import { type Bench, row } from '../report';

const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 20 }, { unit: 'minutes' });
const pull = { attraction: (minutes: number) => Math.exp(-0.01 * minutes), revenue: 20 };

/** What is lost of a customer's 40, by the models of satisfaction and loyalty. */
const byModels = () =>
  planByBalance(kitchen, {
    ...pull,
    goodwillLost: goodwillByLoyalty({ value: 40, stage: 'long-term' }),
  });

/** The same put together by hand: columns of the cases that may happen, one by one at each quote. */
const byColumns = () =>
  planByBalance(kitchen, {
    ...pull,
    goodwillLost(promised) {
      const actual = Float64Array.from({ length: 1000 }, (_, i) =>
        kitchen.quantile((i + 0.5) / 1000),
      );
      const dimensions = {
        time: { promised: actual.map(() => promised), actual, unit: 'minutes' },
      } as const;
      const model = mixedSatisfaction;
      const { score: satisfaction } = predictSatisfactions({ dimensions }, { model });
      const outcome = Uint8Array.from(actual, (time) => outcomeOf(promised, time));
      const { repurchase } = predictIntentions({ satisfaction, outcome, stage: 'long-term' });
      return 40 * (1 - repurchase.reduce((sum, chance) => sum + chance, 0) / 1000);
    },
  });

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

const outcomeOf = (promised: number, time: number) =>
  time > promised ? 0 : time <= 0.9 * promised ? 2 : 1;

/** The same of the same 1,000 cases in one loop, written for just these models. */
function byHand() {
  const p = mixedSatisfaction.parameters as Record<string, { readonly value: number }>;
  const of = (name: string) => p[name]?.value as number;
  const [gain, loss, cap] = [of('time.gain'), of('time.loss'), of('time.cap')];
  const cuts = [1, 2, 3, 4].map((k) => of(`threshold.${k}`));
  const { parameters: q } = surveyIntentions;
  const base = q['repurchase.base'].value + q['repurchase.longTerm'].value;
  const slope = q['repurchase.satisfaction'].value / 100;
  const after = [q['repurchase.below'].value, 0, q['repurchase.exceeded'].value];
  const draws = Float64Array.from({ length: 1000 }, (_, i) => kitchen.quantile((i + 0.5) / 1000));
  return planByBalance(kitchen, {
    ...pull,
    goodwillLost(promised) {
      let sum = 0;
      for (let i = 0; i < 1000; i++) {
        const time = draws[i] as number;
        const gap = (100 * (promised - time)) / promised;
        const u = gap > 0 ? gain * Math.min(gap, cap) : -loss * -gap;
        let score = 0;
        for (const cut of cuts) score += 25 / (1 + Math.exp(cut - u));
        const odds = base + slope * score + (after[outcomeOf(promised, time)] as number);
        sum += 1 / (1 + Math.exp(-odds));
      }
      return 40 * (1 - sum / 1000);
    },
  });
}

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
    const apart = Math.abs(byModels().at.profit / byColumns().at.profit - 1);
    const loop = timePairs(byModels, byHand, 9);
    const columns = timePairs(byModels, byColumns, 5);
    const likeliest = timePairs(byModels, byLikeliest, 5);
    const rows = [
      row('satisfaction', balance, 'ratio to the same goodwill in one loop', loop.ratio),
      row('satisfaction', balance, 'ratio to the same by columns', columns.ratio),
      row('satisfaction', balance, 'ratio to predictions one by one', likeliest.ratio),
      row('satisfaction', balance, 'share by which its profit differs from the columns', apart),
      row('satisfaction', balance, 'milliseconds', loop.subject),
    ];
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
