import { notEnough, refuse } from '../../input/refusal';

/** The rows of each respondent, in the order in which they first appear; null without respondents. */
export function groupsOf(
  respondent: ArrayLike<number> | undefined,
  rows: number,
  numbers: number,
): readonly Uint32Array[] | null {
  if (respondent === undefined) return null;
  const path = 'options.respondent';
  const { length } = respondent;
  if (length !== rows) refuse(path, length, `${rows} rows, as columns has`, 'length-mismatch');
  const groups = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const who = respondent[row] as number;
    if (!Number.isFinite(who)) refuse(`${path}[${row}]`, who, 'the number of a respondent');
    const known = groups.get(who);
    if (known === undefined) groups.set(who, [row]);
    else known.push(row);
  }
  if (groups.size <= numbers) {
    const counts = { needed: numbers + 1, available: groups.size };
    const purpose = `errors of ${numbers} numbers by respondent`;
    notEnough(path, counts, purpose);
  }
  return [...groups.values()].map((of) => Uint32Array.from(of));
}

/**
 * A fold for every row: dealt in turn, each answer for itself, so that every fold holds its share of each; or
 * respondents dealt in turn, so that no one is in two. No chance is involved.
 */
export function dealFolds(
  answer: Uint16Array,
  folds: number,
  groups: readonly Uint32Array[] | null,
): Uint8Array {
  const fold = new Uint8Array(answer.length);
  if (groups !== null) {
    groups.forEach((rows, i) => {
      for (const row of rows) fold[row] = i % folds;
    });
    return fold;
  }
  const dealt: number[] = [];
  answer.forEach((k, row) => {
    const next = dealt[k] ?? k;
    fold[row] = next % folds;
    dealt[k] = next + 1;
  });
  return fold;
}

/** The folds a caller asks for; null for none. */
export function foldsFor(
  folds: number | Uint8Array,
  answer: Uint16Array,
  groups: readonly Uint32Array[] | null,
): Uint8Array | null {
  if (folds instanceof Uint8Array) {
    if (folds.length === answer.length) return folds;
    refuse(
      'options.folds',
      folds.length,
      `${answer.length} rows, as columns has`,
      'length-mismatch',
    );
  }
  return folds === 0 ? null : dealFolds(answer, folds, groups);
}
