import { refuse } from '../input/refusal';

/** The weights that all rows give, or 1 for each where none does: beside given ones, 1 would mean nothing. */
export function allOrNone<Name extends string>(
  name: Name,
  rows: readonly { readonly [K in Name]?: number | undefined }[],
): readonly number[] {
  const lacking = rows.findIndex((row) => row[name] === undefined);
  if (lacking >= 0 && rows.some((row) => row[name] !== undefined)) {
    refuse(`[${lacking}].${name}`, undefined, 'one, since others give theirs', 'missing');
  }
  return rows.map((row) => row[name] ?? 1);
}
