import { outcomes } from '../../core/outcome';
import { interpolatedQuantile } from '../../numerics/interpolated-quantile';
import { lossOf } from './estimate';
import type { Losses } from './losses';
import type { WordOfMouthFitRow } from './rows';
import { places, shapeOf } from './told-losses';

// Curves and shares of satisfactions below silence that are tried; what fits best is where the search starts.
const curves = [0.5, 1, 1.5, 2.5];
const shares = [0.1, 0.25, 0.5, 0.75];
/** Where nothing is told, or of a met expectation, or as much at any satisfaction, no row would move where silence lies. */
const leastToStart = { most: 1, met: 0.1, curve: 0.1 };

/**
 * Where to start: the squared error has several hollows, so that silence and curve are tried at a few places, each with
 * the most that fits best beside them.
 */
export function startOf(
  rows: readonly WordOfMouthFitRow[],
  losses: Losses,
  usual: Float64Array,
): Float64Array {
  const all = [...rows.keys()];
  const own = outcomes.map((outcome) =>
    Float64Array.from(
      rows.filter((row) => row.outcome === outcome),
      ({ satisfaction }) => satisfaction,
    ).sort(),
  );
  // Within the range of `silentAt`; NaN for an outcome without rows, which asks for none.
  const within = (silent: number) => Math.min(99, Math.max(1, silent));
  const silences = [
    outcomes.map((_, k) => usual[places.silent + k] as number),
    ...shares.map((share) => own.map((sorted) => within(interpolatedQuantile(sorted, share)))),
  ];
  const starts = silences.flatMap((silent) =>
    [usual[places.curve] as number, ...curves].map((curve) => {
      const at = usual.slice();
      at.set(silent, places.silent);
      at[places.curve] = Math.max(leastToStart.curve, curve);
      at[places.met] = Math.max(leastToStart.met, usual[places.met] as number);
      return withMost(rows, at);
    }),
  );
  const tried = starts.map((at) => ({ at, loss: lossOf(losses, [all], at).loss }));
  return tried.reduce((best, other) => (other.loss < best.loss ? other : best)).at;
}

/** Puts in the most that is told on either side by least squares, all else as given. */
function withMost(rows: readonly WordOfMouthFitRow[], at: Float64Array): Float64Array {
  const cross = [0, 0];
  const squares = [0, 0];
  for (const row of rows) {
    const { isGood, told, heard } = shapeOf(row, at);
    const side = isGood ? places.good : places.bad;
    const each = told * heard;
    cross[side] = (cross[side] as number) + each * (isGood ? row.positive : row.negative);
    squares[side] = (squares[side] as number) + each * each;
  }
  for (const side of [places.good, places.bad]) {
    const most = (cross[side] as number) / (squares[side] as number);
    // Within the range of the most.
    at[side] = most > 0 ? Math.min(1000, most) : Math.max(leastToStart.most, at[side] as number);
  }
  return at;
}
