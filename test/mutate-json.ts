/** JSON with one thing in it edited. */
export interface EditedJson {
  /** What was edited, such as `parts[0].weight: 3 -> -3`. */
  readonly edit: string;
  readonly json: unknown;
}

/** What a number in storage may turn into; NaN and Infinity are written as null. */
const numbers: readonly ((x: number) => unknown)[] = [
  (x) => -x,
  () => 0,
  () => 1,
  (x) => x + 0.5,
  (x) => x + 1,
  (x) => 2 * x,
  () => 1e9,
  () => 2 ** 53,
  () => 1e308,
  () => -1e308,
  () => 5e-324,
  () => null,
  String,
];

const lists: readonly (readonly [string, (list: readonly unknown[]) => unknown])[] = [
  ['reversed', (list) => [...list].reverse()],
  ['emptied', () => []],
  ['first one twice', (list) => [list[0], ...list]],
  ['last one twice', (list) => [...list, list.at(-1)]],
  ['first one missing', (list) => list.slice(1)],
  ['doubled', (list) => [...list, ...list]],
];

/** Every JSON in which one number or one list is edited; edits that change nothing left out. */
export function editsOf(json: unknown): readonly EditedJson[] {
  const before = JSON.stringify(json);
  return edits(json, '').filter((edited) => JSON.stringify(edited.json) !== before);
}

function edits(value: unknown, path: string): EditedJson[] {
  if (typeof value === 'number') {
    return numbers.map((edit) => {
      const json = edit(value);
      return { edit: `${path}: ${value} -> ${JSON.stringify(json)}`, json };
    });
  }
  if (Object(value) !== value) return [];
  const inside = Object.entries(value as object).flatMap(([key, inner]) =>
    edits(
      inner,
      Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`,
    ).map(({ edit, json }) => ({ edit, json: withEntry(value as object, key, json) })),
  );
  if (!Array.isArray(value) || value.length === 0) return inside;
  return [
    ...inside,
    ...lists.map(([name, edit]) => ({ edit: `${path}: ${name}`, json: edit(value) })),
  ];
}

const withEntry = (value: object, key: string, entry: unknown) =>
  Array.isArray(value)
    ? value.map((one, i) => (String(i) === key ? entry : one))
    : { ...value, [key]: entry };
