import type { CategoryColumn } from './fitted-columns';
import type { FittedEstimator } from './fitted-estimator';
import type { ReadColumn } from './input';

export type Flag = FittedEstimator['flags'][number];

/** Of fewer rows most categories may have but one by chance: five weekdays in ten rows. */
const enoughRows = 20;

/** What a column of categories, of which some rows were fitted on, may not have been meant as. */
export function namesFlags(
  column: ReadColumn,
  { name, size, codes }: CategoryColumn,
): readonly Flag[] {
  if (!('digits' in column)) return [];
  const { digits, unit } = column;
  const counted = { column: name, categories: size };
  const rows = codes.length;
  const flags: Flag[] = [];
  if (digits) flags.push({ code: 'digits-as-names', detail: counted });
  if (unit !== null) flags.push({ code: 'numbers-as-names', detail: { ...counted, unit } });
  // Fewer than two rows each, so that most have but one.
  if (rows >= enoughRows && 2 * size > rows)
    flags.push({ code: 'nearly-unique', detail: { ...counted, rows } });
  return flags;
}
