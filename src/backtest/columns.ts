/** What is known of an order at its start, numbers and categories by name. */
export type Known = Readonly<Record<string, number | string>>;

/** The columns of rows, but for those that say nothing: numbers of which no two differ, or a category that a row lacks. */
export function varyingColumns(
  rows: readonly Known[],
): Readonly<Record<string, readonly number[] | readonly string[]>> {
  const [first] = rows;
  if (first === undefined) return {};
  const names = Object.keys(first).filter((name) => {
    const varies = typeof first[name] === 'string' || rows.some((row) => row[name] !== first[name]);
    return varies && rows.every((row) => name in row);
  });
  const columns = names.map((name) => [name, rows.map((row) => row[name])] as const);
  return Object.fromEntries(columns) as Readonly<Record<string, readonly number[]>>;
}

/** The names of the numbers that some row has. */
export const numbersIn = (rows: readonly Known[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => Object.keys(row).filter((name) => typeof row[name] === 'number')));
