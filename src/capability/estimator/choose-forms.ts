import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import { designOf, type Line } from './design';
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
  const lossesOf = lossesOn(foldProducts(y, lines), lines.length + 1);
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

/** The sums of products of 1, all lines and y, in each fold: rows take turns. */
function foldProducts(y: Float64Array, lines: readonly Line[]): readonly Float64Array[] {
  const size = lines.length + 2;
  const { look, x, fixed } = designOf(y.length, lines, []);
  const rowOf = (row: Float64Array, i: number) => {
    if (i >= y.length) return row.fill(0);
    look(i);
    for (let a = 0; a < fixed; a++) row[a] = x[a] as number;
    row[size - 1] = y[i] as number;
    return row;
  };
  // Four rows at once: sums are read and written a quarter as often, which takes half the time.
  const [p, q, r, s] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [Row, Row, Row, Row];
  return Array.from({ length: folds }, (_, fold) => {
    const sums = new Float64Array(size * size);
    for (let i = fold; i < y.length; i += 4 * folds) {
      rowOf(p, i);
      rowOf(q, i + folds);
      rowOf(r, i + 2 * folds);
      rowOf(s, i + 3 * folds);
      for (let a = 0; a < size; a++) {
        const pa = p[a] as number;
        const qa = q[a] as number;
        const ra = r[a] as number;
        const sa = s[a] as number;
        const row = a * size;
        for (let b = 0; b <= a; b++) {
          (sums[row + b] as number) +=
            pa * (p[b] as number) +
            qa * (q[b] as number) +
            ra * (r[b] as number) +
            sa * (s[b] as number);
        }
      }
    }
    return sums;
  });
}
type Row = Float64Array;

/** The mean squared error in each fold of a fit on the others; null where a line follows from those before it. */
function lossesOn(products: readonly Float64Array[], last: number) {
  const size = last + 1;
  const all = products.reduce((sum, one) => sum.map((value, k) => value + (one[k] as number)));
  // The error is a difference of sums: less than this share of y's squares is rounding.
  const rounding = 1e-12 * ((all[size * size - 1] as number) / (all[0] as number));
  return (chosen: readonly Choice[]): Float64Array | null => {
    const places = [0, ...chosen.flatMap((choice) => choice.places), last];
    const terms = places.length - 1;
    const losses = new Float64Array(folds);
    for (const [k, fold] of products.entries()) {
      const at = (a: number, b: number) => {
        const [one, other] = [places[a] as number, places[b] as number];
        return one < other ? other * size + one : one * size + other;
      };
      const factor = new Float64Array(terms * terms);
      const slopes = new Float64Array(terms);
      for (let a = 0; a <= terms; a++) {
        for (let b = 0; b <= a && b < terms; b++) {
          const sum = (all[at(a, b)] as number) - (fold[at(a, b)] as number);
          if (a < terms) factor[a * terms + b] = sum;
          else slopes[b] = sum;
        }
      }
      if (factorCholesky(factor, terms, ownShare) < terms) return null;
      solveLower(factor, terms, slopes);
      solveUpper(factor, terms, slopes);
      let loss = fold[at(terms, terms)] as number;
      for (let a = 0; a < terms; a++) {
        const slope = slopes[a] as number;
        loss -= 2 * slope * (fold[at(terms, a)] as number);
        for (let b = 0; b < terms; b++) {
          loss += slope * (slopes[b] as number) * (fold[at(a, b)] as number);
        }
      }
      losses[k] = Math.max(rounding, loss / (fold[0] as number));
    }
    return losses;
  };
}
