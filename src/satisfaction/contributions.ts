import type { Cases, DimensionCases } from './cases';
import type { SatisfactionTerm } from './model';
import { isHarm, termNames } from './parameter-names';
import { addDimension, type DimensionUtility } from './utility';

/** What one term adds. */
export interface SatisfactionContribution {
  /** The parameter that is its coefficient, such as `time.gain`. */
  readonly term: string;
  /** What the coefficient is multiplied with, the dimension's share in it. */
  readonly amount: number;
  readonly utility: number;
}

/** What each term adds to the utility, on average over the cases. */
export function contributionsOf({
  dimensions,
  covariates,
}: Cases): readonly SatisfactionContribution[] {
  return [
    ...dimensions.flatMap((one) =>
      termNames
        .filter((term) => one.judged.dimension.terms.includes(term))
        .map((term) => ({
          term: `${one.judged.name}.${term}`,
          amount: average(
            amountsOf(one.of, one, term, isHarm(term) ? -one.of.share : one.of.share),
          ),
          utility: average(amountsOf(one.of, one, term, one.of[term])),
        })),
    ),
    ...covariates.map(({ name, isLog, weight, x }) => {
      const amount = isLog ? Math.log(x) : x;
      return { term: `covariates.${name}`, amount, utility: weight * amount };
    }),
  ];
}

/** One term alone, with a weight: its utility by row. Where that is 0, it is not -0. */
export function amountsOf(
  of: DimensionUtility,
  columns: Pick<DimensionCases, 'expected' | 'got' | 'waiting'>,
  term: SatisfactionTerm,
  weight: number,
): Float64Array {
  const rows = columns.got.length;
  const { expected, got, waiting } = columns;
  const amounts = new Float64Array(rows);
  const alone: DimensionUtility = { ...of, ...noWeights, [term]: weight };
  addDimension(alone, expected, got, waiting, amounts, new Uint8Array(rows), 0, rows);
  return amounts;
}

const noWeights = { performance: 0, gap: 0, gain: 0, loss: 0, broken: 0, stillWaiting: 0 };

/** The mean of numbers, finite where all of them are; of one, itself. */
export function average(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += (numbers[i] as number) / numbers.length;
  return sum;
}
