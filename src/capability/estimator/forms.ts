import { compare } from '../../numerics/nearly';
import { type Line, lineOf } from './design';

/** How a number acts: on which scale, and where its line bends. */
export interface Form {
  readonly scale: 'linear' | 'log';
  /** On that scale, ascending, above the least value. */
  readonly bends: readonly number[];
}

export const straight: Form = { scale: 'linear', bends: [] };

/**
 * Of the way from edge to edge, where lines may bend: five knots do for most numbers (Harrell 2015, Regression Modeling
 * Strategies, 2.4.6).
 */
const knots = [0, 0.25, 0.5, 0.75, 1];

/** The forms that values may take beside a straight line, which bends no nearer to either end than `edge`, a share of them. */
export function bentForms(values: Float64Array, edge: number): readonly Form[] {
  const sorted = values.slice().sort();
  const low = sorted[0] as number;
  const high = sorted[sorted.length - 1] as number;
  const inside = knots
    .map((way) => edge + way * (1 - 2 * edge))
    .map((share) => sorted[Math.round(share * (sorted.length - 1))] as number)
    .filter((at, k, all) => compare(low, at) < 0 && compare(at, high) < 0 && at !== all[k - 1]);
  // Numbers above 0 have logarithms.
  const forms: Form[] = low > 0 ? [{ scale: 'log', bends: [] }] : [];
  return inside.length > 0 ? [...forms, { scale: 'linear', bends: inside }] : forms;
}

/** The lines of a form: the first one straight, then a bend each. Null where one of them does not vary. */
export function linesOf(values: Float64Array, { scale, bends }: Form): readonly Line[] | null {
  const scaled = scale === 'log' ? values.map(Math.log) : values;
  let low = Infinity;
  for (let i = 0; i < scaled.length; i++)
    if ((scaled[i] as number) < low) low = scaled[i] as number;
  const lines = [low, ...bends].flatMap((at) => lineOf(scaled, at) ?? []);
  return lines.length === 1 + bends.length ? lines : null;
}
