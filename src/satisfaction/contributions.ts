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
  /** What it adds to the utility, in log odds. */
  readonly utility: number;
  /** What it adds to the score beyond that of the reference, in points. */
  readonly points: number;
}

/** One term by case, or of all cases at once. */
export interface TermCases {
  readonly term: string;
  readonly amounts: Float64Array;
  readonly utilities: Float64Array;
}

/** Every term by case. */
export function termsOf({ dimensions, covariates, count }: Cases): readonly TermCases[] {
  return [
    ...dimensions.flatMap((one) =>
      termNames
        .filter((term) => one.judged.dimension.terms.includes(term))
        .map((term) => ({
          term: `${one.judged.name}.${term}`,
          amounts: amountsOf(one.of, one, term, isHarm(term) ? -one.of.share : one.of.share),
          utilities: amountsOf(one.of, one, term, one.of[term]),
        })),
    ),
    ...covariates.map(({ name, isLog, weight, x }) => {
      const amount = isLog ? Math.log(x) : x;
      return {
        term: `covariates.${name}`,
        amounts: new Float64Array(count).fill(amount),
        utilities: new Float64Array(count).fill(weight * amount),
      };
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
  return averageOf(numbers.length, (i) => numbers[i] as number);
}

/** The same of numbers that are made one by one. */
export function averageOf(length: number, numberAt: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += numberAt(i) / length;
  return sum;
}
