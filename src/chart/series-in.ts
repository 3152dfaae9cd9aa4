import { refuse } from '../input/refusal';

const most = 12;

/** The series of a record by name, of which there is at least one; no more than can be told apart. */
export function seriesIn<One>(
  path: string,
  series: Readonly<Record<string, One>>,
  what: string,
): readonly (readonly [name: string, one: One])[] {
  const found = Object.entries(series);
  if (found.length === 0) refuse(path, series, `one ${what} at least`, 'missing');
  if (found.length > most) {
    refuse(path, found.length, `at most ${most} of them: draw fewer at once`, 'out-of-range');
  }
  return found;
}
