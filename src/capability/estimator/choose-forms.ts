import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import { type Line, standardise } from './design';
import { bentForms, type Form, linesOf, straight } from './forms';
import type { FittedNumbers } from './parameters';

/** How many parts of the rows are left out in turn: as is usual (Hastie, Tibshirani & Friedman 2009, 7.10). */
const folds = 10;
/** A line of whose variance no more than this share is its own is not a choice. */
const ownShare = 1e-8;

interface Choice {
  readonly column: number;
  readonly form: Form;
  /** The places of its lines among all. */
  readonly places: readonly number[];
}

/**
 * The forms of numeric columns that predict y best on rows left out: all start as straight lines, and as long
 * as some bent line or logarithm lowers the squared error by more than chance (so many standard errors of the difference over
 * ten folds), the best one is taken.
 */
export function chooseForms(
  y: Float64Array,
  columns: readonly Float64Array[],
  { curveErrors, curveEdge }: Pick<FittedNumbers, 'curveErrors' | 'curveEdge'>,
): readonly Form[] {
  const lines: Line[] = [];
  const choices = columns.map((values, column) =>
    [straight, ...bentForms(values, curveEdge)].flatMap((form): Choice[] => {
      const own = linesOf(values, form);
      if (own === null) return [];
      const places = own.map((_, k) => 1 + lines.length + k);
      lines.push(...own);
      return [{ column, form, places }];
    }),
  );
  const lossesOf = lossesOn(y, lines);
  const chosen = choices.map(([line]) => line as Choice);
  let losses = lossesOf(chosen);
  for (;;) {
    // Lines that follow from others stay straight.
    if (losses === null) return [];
    const now = losses;
    let best = { gain: 0, choice: undefined as Choice | undefined, losses: now };
    for (const choice of choices.flat()) {
      if (chosen[choice.column] !== straightOf(choices, choice.column)) continue;
      const tried = lossesOf(chosen.map((old, c) => (c === choice.column ? choice : old)));
      if (tried === null) continue;
      const gain = gainOf(now, tried, curveErrors);
      if (gain > best.gain) best = { gain, choice, losses: tried };
    }
    if (best.choice === undefined) return chosen.map(({ form }) => form);
    chosen[best.choice.column] = best.choice;
    losses = best.losses;
  }
}

const straightOf = (choices: readonly (readonly Choice[])[], column: number) =>
  choices[column]?.[0];

/** By how much the mean loss falls, where that is more than chance; else 0. */
function gainOf(now: Float64Array, tried: Float64Array, standardErrors: number): number {
  const gains = now.map((loss, k) => loss - (tried[k] as number));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / folds;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return mean > standardErrors * Math.sqrt(squares / (folds * (folds - 1))) ? mean : 0;
}

/** The sums of products of two columns in each fold, as rows take turns, and at last over all. */
function foldProducts(one: Float64Array, other: Float64Array): Float64Array {
  const sums = new Float64Array(folds + 1);
  for (let k = 0; k < folds; k++) {
    let sum = 0;
    for (let i = k; i < one.length; i += folds) sum += (one[i] as number) * (other[i] as number);
    sums[k] = sum;
    (sums[folds] as number) += sum;
  }
  return sums;
}

/** The sums of products of 1, all lines and y, by their places; found when they are asked for, since most never are. */
function productsOf(y: Float64Array, lines: readonly Line[]) {
  const columns = [
    new Float64Array(y.length).fill(1),
    ...lines.map((line) => standardise(line, 0, y.length, new Float64Array(y.length))),
    y,
  ];
  const found = new Map<number, Float64Array>();
  return (one: number, other: number): Float64Array => {
    const key = Math.max(one, other) * columns.length + Math.min(one, other);
    const known = found.get(key);
    if (known !== undefined) return known;
    const sums = foldProducts(columns[one] as Float64Array, columns[other] as Float64Array);
    found.set(key, sums);
    return sums;
  };
}

/** The mean squared error in each fold of a fit on the others; null where a line follows from those before it. */
function lossesOn(y: Float64Array, lines: readonly Line[]) {
  const product = productsOf(y, lines);
  const last = lines.length + 1;
  // The error is a difference of sums: less than this share of y's squares is rounding.
  const rounding = 1e-12 * ((product(last, last)[folds] as number) / y.length);
  return (chosen: readonly Choice[]): Float64Array | null => {
    const places = [0, ...chosen.flatMap((choice) => choice.places), last];
    const terms = places.length - 1;
    const products = places.map((one) => places.map((other) => product(one, other)));
    const losses = new Float64Array(folds);
    for (let k = 0; k < folds; k++) {
      const within = (a: number, b: number) => products[a]?.[b]?.[k] as number;
      const without = (a: number, b: number) =>
        (products[a]?.[b]?.[folds] as number) - within(a, b);
      const factor = new Float64Array(terms * terms);
      const slopes = new Float64Array(terms);
      for (let b = 0; b < terms; b++) {
        for (let a = b; a < terms; a++) factor[a * terms + b] = without(a, b);
        slopes[b] = without(terms, b);
      }
      if (factorCholesky(factor, terms, ownShare) < terms) return null;
      solveLower(factor, terms, slopes);
      solveUpper(factor, terms, slopes);
      let loss = within(terms, terms);
      for (let a = 0; a < terms; a++) {
        const slope = slopes[a] as number;
        loss -= 2 * slope * within(terms, a);
        for (let b = 0; b < terms; b++) loss += slope * (slopes[b] as number) * within(a, b);
      }
      losses[k] = Math.max(rounding, loss / within(0, 0));
    }
    return losses;
  };
}
