import * as z from 'zod/mini';
import { type Outcome, outcomes } from '../core/outcome';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { discounted } from './discounted';
import { moneySchema, purchasesSchema, rateSchema } from './input';

/** What customers do whose experience came to one outcome. */
export interface OutcomeConduct {
  /** The purchases expected in each period, as `lifetimeValue` takes them; as many periods for every outcome. */
  readonly purchases: ArrayLike<number>;
  /** What one purchase leaves after its costs, that of the outcome included. */
  readonly margin: number;
  /** New customers they bring, less those they deter, so that it may be below 0; 0 unless given. */
  readonly referrals?: number | undefined;
}

/**
 * What moving a customer up one step is worth: three parts that add up to `value`.
 *
 * @inline
 */
interface OutcomeStep {
  readonly value: number;
  /** From buying again more often, at the margin before the step. */
  readonly fromPurchases: number;
  /** From what is left of each purchase, at the purchases after the step. */
  readonly fromMargin: number;
  readonly fromReferrals: number;
}

/** What a customer is worth by outcome, and what each step up adds. */
export interface OutcomeValues {
  /** What a customer is worth, by how their orders turn out. */
  readonly values: Readonly<Record<Outcome, number>>;
  /** What it is worth to move a customer up by one outcome. */
  readonly steps: { readonly belowToMet: OutcomeStep; readonly metToExceeded: OutcomeStep };
}

const optionsSchema = once(() =>
  z.strictObject({
    discountRate: rateSchema,
    referralValue: z.optional(moneySchema),
  }),
);
const conductSchema = z.strictObject({
  purchases: purchasesSchema,
  margin: moneySchema,
  referrals: z.optional(moneySchema),
});
const inputSchema = once(() =>
  z.strictObject({
    below: conductSchema,
    met: conductSchema,
    exceeded: conductSchema,
  }),
);

/**
 * What it is worth to move a customer from below to met, and from met to exceeded: loyal customers buy again
 * more often, spend more per purchase and recommend. Each outcome is valued as in {@link lifetimeValue},
 * plus referrals; a step is the difference, and may be a loss where delight costs more than it earns.
 *
 * @param conduct what customers do after each outcome, as your data or `predictIntention` and
 *   {@link repurchases} say; nothing is assumed here
 * @param options `discountRate` per period, above -1 up to 1, such as .1 for 10%; `referralValue`, what a new customer is
 *   worth: their lifetime value, or the cost of acquiring one elsewhere, 0 unless given
 * @throws InvalidInputError `length-mismatch` for outcomes over different numbers of periods; `out-of-range`,
 *   `missing`, `unknown-name` or `wrong-type`
 * @example
 * ```ts
 * import { repurchases, valueOfOutcomes } from 'overdeliver/lifetime';
 *
 * const { values, steps } = valueOfOutcomes(
 *   {
 *     below: { purchases: repurchases(0.4, 12), margin: 20, referrals: -0.2 },
 *     met: { purchases: repurchases(0.7, 12), margin: 20 },
 *     exceeded: { purchases: repurchases(0.75, 12), margin: 19, referrals: 0.1 },
 *   },
 *   { discountRate: 0.02, referralValue: 30 },
 * );
 * values.met; // => 43.27
 * steps.belowToMet.value; // => 36.37
 * steps.metToExceeded;
 * // => { value: 11.19, fromPurchases: 10.90, fromMargin: -2.71, fromReferrals: 3 }
 * ```
 */
export function valueOfOutcomes(
  conduct: Readonly<Record<Outcome, OutcomeConduct>>,
  options: { readonly discountRate: number; readonly referralValue?: number | undefined },
): OutcomeValues {
  return door('valueOfOutcomes', () => {
    const { discountRate, referralValue = 0 } = read(optionsSchema, options, 'options');
    const given = read(inputSchema, conduct, 'conduct');
    const of = (outcome: Outcome) => {
      const { purchases, margin, referrals = 0 } = given[outcome];
      // Values over different times could not be compared.
      const periods = given.below.purchases.length;
      if (purchases.length !== periods) {
        const path = `conduct.${outcome}.purchases`;
        refuse(path, purchases.length, `${periods} periods, as below has`, 'length-mismatch');
      }
      const count = discounted(purchases, discountRate).reduce((sum, part) => sum + part, 0);
      const referred = referrals * referralValue;
      return { margin, count, referred, value: count * margin + referred };
    };
    const [below, met, exceeded] = outcomes.map(of) as [Part, Part, Part];
    return {
      values: { below: below.value, met: met.value, exceeded: exceeded.value },
      steps: { belowToMet: step(below, met), metToExceeded: step(met, exceeded) },
    };
  });
}

type Part = Readonly<Record<'margin' | 'count' | 'referred' | 'value', number>>;

function step(from: Part, to: Part): OutcomeStep {
  return {
    value: to.value - from.value,
    fromPurchases: (to.count - from.count) * from.margin,
    fromMargin: to.count * (to.margin - from.margin),
    fromReferrals: to.referred - from.referred,
  };
}
