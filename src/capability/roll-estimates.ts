import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { type EstimateHistory, readHistory } from './input-estimates';

/** The latest orders of a stream, plain JSON: a history for `calibrateEstimates`. */
export interface RolledEstimates extends EstimateHistory {
  readonly estimates: readonly number[];
  readonly actuals: readonly number[];
  readonly spreads?: readonly number[];
  readonly groups?: readonly string[];
}

const lastText = 'a whole number of orders from 1 on';
const optionsSchema = once(() =>
  z.strictObject({ last: z.int(lastText).check(z.gte(1, lastText)) }),
);

/**
 * Keeps the latest orders of a stream to calibrate on, so that margins follow levels that drift: adds those that finished since
 * and lets go of the oldest. With groups the latest of each group are kept, so that a busy one does not push out a quiet one.
 *
 * Record orders as they finish, in that order, slow ones too: margins are then those of what finishes nowadays. Each
 * call takes time for the orders kept.
 *
 * @param past what the last call gave, or a history of the same columns to begin with; null to begin with nothing
 * @param finished the orders that finished since, oldest first
 * @param options `last`: how many are kept, of each group if there are groups; a few hundred, since the newest ones
 *   tell most where levels drift
 * @throws InvalidInputError as `calibrateEstimates` does, with `missing` for spreads or groups that the other has
 * @example
 * ```ts
 * import { calibrateEstimates } from 'overdeliver';
 * import { rollEstimates } from 'overdeliver/capability';
 *
 * const morning = rollEstimates(null, { estimates: [30, 20, 40], actuals: [33, 20, 40] }, { last: 4 });
 * const noon = rollEstimates(morning, { estimates: [10, 50], actuals: [14, 60] }, { last: 4 });
 * noon.actuals; // => [20, 40, 14, 60]
 * calibrateEstimates(noon, { unit: 'minutes' })(30).quantile(0.75); // => 36
 * ```
 */
export function rollEstimates(
  past: EstimateHistory | null,
  finished: EstimateHistory,
  options: { readonly last: number },
): RolledEstimates {
  return door('rollEstimates', () => {
    const { last } = read(optionsSchema, options, 'options');
    const added = readHistory('finished', finished);
    const old = past === null ? null : readHistory('past', past);
    for (const name of ['spreads', 'groups'] as const) {
      if (!old || (old[name] === undefined) === (added[name] === undefined)) continue;
      const at = old[name] === undefined ? 'past' : 'finished';
      refuse(`${at}.${name}`, undefined, 'a column, since the other has it', 'missing');
    }
    const groups = [...(old?.groups ?? []), ...(added.groups ?? [])];
    const count = (old?.estimates.length ?? 0) + added.estimates.length;
    const rows = latestRows(count, (row) => groups[row] ?? '', last);
    const kept = (one: Float64Array | undefined, other: Float64Array) => {
      const before = one?.length ?? 0;
      return rows.map((row) => (row < before ? one?.[row] : other[row - before]) as number);
    };
    return {
      estimates: kept(old?.estimates, added.estimates),
      actuals: kept(old?.actuals, added.actuals),
      ...(added.spreads && { spreads: kept(old?.spreads, added.spreads) }),
      ...(added.groups && { groups: rows.map((row) => groups[row] as string) }),
    };
  });
}

/** The last rows of each group, ascending. */
function latestRows(count: number, groupOf: (row: number) => string, last: number): number[] {
  const seen = new Map<string, number>();
  const rows: number[] = [];
  for (let row = count - 1; row >= 0; row--) {
    const group = groupOf(row);
    const already = seen.get(group) ?? 0;
    if (already < last) rows.push(row);
    seen.set(group, already + 1);
  }
  return rows.reverse();
}
