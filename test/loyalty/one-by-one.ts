import { type Capability, predictIntention, predictSatisfaction } from 'overdeliver';
import type { DurationUnit } from 'overdeliver/calendar';
import type { GoodwillOptions } from 'overdeliver/loyalty';
import type { SatisfactionModel } from 'overdeliver/satisfaction';

/** The goodwill lost of a value of 40, case by case, by the functions that predict one customer. */
export function oneByOne(
  capability: Capability,
  model: SatisfactionModel,
  name: string,
  quote: number,
  stage: GoodwillOptions['stage'] = 'long-term',
): number {
  const kind = model.dimensions[name]?.kind;
  const isMixed = Object.keys(model.dimensions).length > 1;
  const known = new Map<number, number>();
  let sum = 0;
  for (let i = 0; i < 1000; i++) {
    const actual = capability.quantile((i + 0.5) / 1000);
    const before = known.get(actual);
    if (before !== undefined) {
      sum += before;
      continue;
    }
    const one =
      kind === 'level'
        ? { expected: quote, perceived: actual }
        : kind === 'cost'
          ? { promised: quote, actual, currency: 'EUR' }
          : {
              promised: quote,
              actual,
              unit: capability.unit as DurationUnit,
            };
    const given = isMixed ? { dimensions: { [name]: one } } : one;
    const { score, outcome } = predictSatisfaction(given, { model });
    const { repurchase } = predictIntention({ satisfaction: score, outcome, stage });
    known.set(actual, repurchase);
    sum += repurchase;
  }
  return 40 * (1 - sum / 1000);
}
