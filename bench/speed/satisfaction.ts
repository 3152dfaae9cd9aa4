import { predictIntention, predictSatisfaction } from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { predictIntentions } from 'overdeliver/loyalty';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { customers, orders } from '../peers/satisfaction';
import { type Bench, row } from '../report';

const few = 20_000;

/** Of the first rows, those in which two columns differ in any bit. */
function differing(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let differ = 0;
  for (let i = 0; i < few; i++) if (!Object.is(one[i], other[i])) differ++;
  return differ;
}

/** One by one and by column, to the last bit; columns beside a hand-written loop are among the peers. */
export const satisfaction: Bench = {
  room: 'satisfaction',
  run() {
    const data = orders();
    const alone = Float64Array.from({ length: few }, (_, i) => {
      if (Number.isNaN(data.actual[i])) return Number.NaN;
      const promised = data.promised[i] as number;
      const actual = data.actual[i] as number;
      const stillWaiting = data.stillWaiting[i] === 1;
      return predictSatisfaction({ promised, actual, stillWaiting, unit: 'days' }).score;
    });
    const people = customers();
    const intended = Float64Array.from({ length: few }, (_, i) => {
      const satisfaction = people.satisfaction[i] as number;
      if (Number.isNaN(satisfaction)) return Number.NaN;
      const outcome = outcomes[people.outcome[i] as number] as 'met';
      const stage = people.stage[i] === 1 ? 'first-use' : 'long-term';
      return predictIntention({ satisfaction, outcome, stage }).recommend;
    });
    const { score } = predictSatisfactions({ ...data, unit: 'days' });
    const { recommend } = predictIntentions(people);
    const bits = 'rows that differ in any bit';
    return [
      row('satisfaction', '20,000 orders one by one', bits, differing(alone, score)),
      row('satisfaction', '20,000 customers one by one', bits, differing(intended, recommend)),
    ];
  },
};
