/**
 * A broadband provider: who leaves for a competitor's offer, what an outage costs and a recovery wins back, what
 * customers tell each other, and what it is worth to disappoint nobody. Made-up numbers, and mostly assumed ones:
 * docs/guides/loyalty.md tells which; run it with `npx tsx examples/broadband.ts`.
 */

import {
  lifetimeValue,
  predictIntention,
  predictRecovery,
  predictSatisfaction,
  predictSwitching,
  predictWordOfMouth,
} from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import {
  fitRetention,
  forecastRetention,
  repurchases,
  valueOfOutcomes,
} from 'overdeliver/lifetime';
import { wordOfMouthAmong } from 'overdeliver/loyalty';
import { percent, table } from './lib/show.ts';

const euros = (amount: number) => `${amount.toFixed(0)} EUR`;

// Customers expect a line of level 70; what they got makes the outcome.
const perceived = { below: 55, met: 70, exceeded: 80 };
const kinds = outcomes.map((outcome) => {
  const { score } = predictSatisfaction({ expected: 70, perceived: perceived[outcome] });
  const intends = predictIntention({ satisfaction: score, outcome, stage: 'long-term' });
  return { outcome, score, intends, told: predictWordOfMouth({ satisfaction: score, outcome }) };
});

const offer = { promised: 95, credibility: 0.7, market: 65 };
console.log('A competitor promises 95, and is believed at 70%');
console.log(
  table([
    [
      'outcome',
      'feels',
      'stays, they say',
      'leaves for it',
      'would leave for',
      'tell good',
      'tell bad',
    ],
    ...kinds.map(({ outcome, score, intends, told }) => {
      const customer = { expected: 70, outcome, stage: 'long-term' } as const;
      const { chance, evenPromise, noEvenPromise } = predictSwitching(customer, offer);
      return [
        outcome,
        score.toFixed(0),
        percent(intends.repurchase),
        percent(chance),
        evenPromise?.toFixed(0) ?? String(noEvenPromise),
        told.positive.toFixed(2),
        told.negative.toFixed(2),
      ];
    }),
  ]),
);

const shares = { below: 0.08, met: 0.72, exceeded: 0.2 };
console.log('\nWhat a street, a village and a town hear');
console.log(
  table([
    ['customers', 'good', 'bad', 'a bad word at all'],
    ...[10, 100, 1000].map((customers) => {
      const among = wordOfMouthAmong(
        kinds.map(({ outcome, score }) => ({
          satisfaction: score,
          outcome,
          customers: shares[outcome] * customers,
        })),
      );
      return [
        String(customers),
        among.positive.toFixed(1),
        among.negative.toFixed(1),
        percent(among.anyNegative),
      ];
    }),
  ]),
);

const regular = { satisfaction: 80, outcome: 'met', stage: 'long-term' } as const;
const answers = {
  nothing: {},
  'an apology': { apologies: 1 },
  'three apologies': { apologies: 3 },
  'a month free': { distributive: 80 },
  'a month free, heard, put right at once': {
    distributive: 80,
    interactional: 90,
    procedural: 90,
    apologies: 1,
  },
};
console.log('\nAfter an outage that took a satisfaction of 80 down to 35');
console.log(
  table([
    ['done about it', 'satisfaction', 'stays, they say'],
    ...Object.entries(answers).map(([name, done]) => {
      const { satisfaction, intentions } = predictRecovery(regular, { failed: 35, ...done });
      return [name, satisfaction.recovered.toFixed(0), percent(intentions.recovered.repurchase)];
    }),
  ]),
);

// Of the customers of 2021, who was still there each year.
const cohort = [4200, 3610, 3205, 2920, 2700];
const model = fitRetention([cohort], { id: 'ours/broadband-2021' });
const { survival } = forecastRetention(model, { periods: 5, renewals: 4 });
const money = { margin: 90, discountRate: 0.08 };
console.log(
  `\nA customer of four years is worth ${euros(lifetimeValue(survival, money).value)} over the next five`,
);

const conduct = ({ outcome, intends, told }: (typeof kinds)[number]) => ({
  purchases: repurchases(intends.repurchase, 5),
  margin: outcome === 'exceeded' ? 84 : 90,
  // One of twenty who hear of it signs up, or does not.
  referrals: told.net / 20,
});
const [below, met, exceeded] = kinds.map(conduct);
if (!below || !met || !exceeded) throw new Error('three outcomes');
const { steps } = valueOfOutcomes(
  { below, met, exceeded },
  { discountRate: 0.08, referralValue: 150 },
);
console.log(`From below to met: ${euros(steps.belowToMet.value)}`);
console.log(`From met to exceeded, at 6 EUR a year: ${euros(steps.metToExceeded.value)}`);
