import { refuse } from '../input/refusal';

/** The names of the series of a record, of which there is at least one; no more than can be told apart. */
export function seriesNames(
  path: string,
  series: Readonly<Record<string, unknown>>,
  what: string,
): readonly string[] {
  const found = Object.keys(series);
  if (found.length === 0) refuse(path, series, `one ${what} at least`, 'missing');
  if (found.length > 12)
    refuse(path, found.length, `at most 12 of them: draw fewer at once`, 'out-of-range');
  return found;
}
