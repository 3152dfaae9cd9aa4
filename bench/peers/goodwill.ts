import { planByBalance } from 'overdeliver';
import { capabilityFromFamily, gamma } from 'overdeliver/capability';
import { goodwillByLoyalty, predictIntentions, surveyIntentions } from 'overdeliver/loyalty';
import { mixedSatisfaction, predictSatisfactions } from 'overdeliver/satisfaction';
import type { Work } from './work';

export const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 20 }, { unit: 'minutes' });
export const pull = { attraction: (minutes: number) => Math.exp(-0.01 * minutes), revenue: 20 };

/** What is lost of a customer's 40, by the models of satisfaction and loyalty. */
export const byModels = () =>
  planByBalance(kitchen, {
    ...pull,
    goodwillLost: goodwillByLoyalty({ value: 40, stage: 'long-term' }),
  });

/** The same put together by hand: columns of the cases that may happen, drawn at each quote. */
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

const outcomeOf = (promised: number, time: number) =>
  time > promised ? 0 : time <= 0.9 * promised ? 2 : 1;

const draws = Float64Array.from({ length: 1000 }, (_, i) => kitchen.quantile((i + 0.5) / 1000));

/** The same of the same 1,000 cases, drawn before, in one loop, written for just these models. */
function byHand() {
  const p = mixedSatisfaction.parameters as Record<string, { readonly value: number }>;
  const of = (name: string) => p[name]?.value as number;
  const [gain, loss, cap] = [of('time.gain'), of('time.loss'), of('time.cap')];
  const cuts = [1, 2, 3, 4].map((k) => of(`threshold.${k}`));
  const { parameters: q } = surveyIntentions;
  const base = q['repurchase.base'].value + q['repurchase.longTerm'].value;
  const slope = q['repurchase.satisfaction'].value / 100;
  const after = [q['repurchase.below'].value, 0, q['repurchase.exceeded'].value];
  return planByBalance(kitchen, {
    ...pull,
    goodwillLost(promised) {
      let sum = 0;
      for (let i = 0; i < 1000; i++) {
        const time = draws[i] as number;
        const gap = (100 * (promised - time)) / promised;
        const u = gap > 0 ? gain * Math.min(gap, cap) : -loss * Math.min(-gap, cap);
        let score = 0;
        for (const cut of cuts) score += 25 / (1 + Math.exp(cut - u));
        const odds = base + slope * score + (after[outcomeOf(promised, time)] as number);
        sum += 1 / (1 + Math.exp(-odds));
      }
      return 40 * (1 - sum / 1000);
    },
  });
}

/** A balance that weighs what a customer is lost for, by the models of satisfaction and loyalty. */
export function goodwill(): Work {
  const answers = (plan: () => ReturnType<typeof planByBalance>) => () => {
    const { promise, at } = plan();
    return [[promise, at.profit]];
  };
  return {
    name: 'a balance with goodwill from satisfaction and loyalty',
    ours: answers(byModels),
    peers: [
      { name: 'the same goodwill in one loop', by: answers(byHand), within: 1e-7 },
      { name: 'the same by columns', by: answers(byColumns), within: 1e-7 },
    ],
    pairs: 9,
  };
}
