import { refuse } from '../input/refusal';
import { type Dialect, dialects } from './dialects';
import type { SqlColumn, SqlQuery, SqlRows } from './query';

/** Expressions by the names that those above them use. */
export type Layer = Readonly<Record<string, string>>;

/** A row that has no answer: what a typed error would say of it, of which column, and how it is told. */
export interface Fault {
  readonly code: string;
  readonly input: string | null;
  readonly when: string;
}

/** What a query gives beside what it keeps. */
export type Given = SqlColumn & { readonly from: string };

/** What a query is made of: each layer is a select around the one before. */
export interface Plan {
  readonly layers: readonly Layer[];
  readonly faults: readonly Fault[];
  readonly columns: readonly Given[];
  readonly reads: readonly string[];
}

/** A name of a layer as a column. */
export const v = (name: string): string => `od_${name}`;

const statusColumns = [
  { name: 'status', type: 'text', meaning: 'ok, or why there is no answer: the code of an error' },
  { name: 'input', type: 'text', meaning: 'the column at fault; null where none is alone' },
] as const;

/** Writes a plan as nested selects, in which no expression stands twice and none grows with those below. */
export function queryOf(rows: SqlRows, { layers, faults, columns, reads }: Plan): SqlQuery {
  const dialect = dialects[rows.dialect];
  const { keep = [] } = rows;
  checkKept(keep, [...columns, ...statusColumns]);
  const kept = keep.map(dialect.quote);
  const text = layered(rows, [...layers, { fault: faultOf(faults) }], dialect);
  const output = [
    ...kept,
    ...columns.map(({ name, from }) => `CASE WHEN ${v('fault')} = 0 THEN ${from} END AS ${name}`),
    `${told(faults, 'code', dialect)} AS status`,
    `${told(faults, 'input', dialect)} AS input`,
  ];
  const depth = layers.length + 1;
  const scored = `SELECT ${output.join(',\n  ')}\nFROM ${bracketed(text, depth, dialect)}`;
  return {
    dialect: rows.dialect,
    text: scored,
    columns: [
      ...keep.map((name) => ({ name, type: 'kept' as const, meaning: 'as it was' })),
      ...columns.map(({ name, type, meaning }) => ({ name, type, meaning })),
      ...statusColumns,
    ],
    reads: [...new Set([...keep, ...reads])],
    offenders: offendersIn(scored),
  };
}

/** Selects around one another, each of which adds a layer to what is kept. */
export function layered(
  { from, keep = [] }: SqlRows,
  layers: readonly Layer[],
  dialect: Dialect,
): string {
  return layers.reduce(
    (inner, layer, depth) => {
      const made = Object.entries(layer).map(([name, made]) => as(made, v(name)));
      const kept = depth === 0 ? keep.map(dialect.quote) : ['*'];
      const table = depth === 0 ? inner : bracketed(inner, depth, dialect);
      return `SELECT ${[...new Set([...kept, ...made])].join(',\n  ')}\nFROM ${table}`;
    },
    fromText(from, dialect),
  );
}

const as = (made: string, name: string) => (made === name ? name : `${made} AS ${name}`);

/** The number of the first fault that a row has, 0 for none. */
export const faultOf = (faults: readonly Fault[]): string =>
  `CASE ${faults.map(({ when }, i) => `WHEN ${when} THEN ${i + 1}`).join(' ')} ELSE 0 END`;

/** A statement that counts the rows without an answer. */
const offendersIn = (text: string) =>
  `SELECT status, input, count(*) AS n\nFROM (${text}) AS scored\nWHERE status <> 'ok'\nGROUP BY status, input\nORDER BY n DESC`;

const bracketed = (text: string, depth: number, { fence }: Dialect) =>
  `(${text}${fence}) AS od_${depth}`;

function fromText(from: SqlRows['from'], { quote }: Dialect): string {
  if (typeof from === 'string') return quote(from);
  if ('text' in from) return `(${from.text}) AS od_0`;
  return from.map(quote).join('.');
}

/** What each fault says, by its place. */
function told(faults: readonly Fault[], of: 'code' | 'input', { string }: Dialect): string {
  const said = new Map<string | null, number[]>();
  faults.forEach((fault, i) => {
    said.set(fault[of], [...(said.get(fault[of]) ?? []), i + 1]);
  });
  said.delete(null);
  const cases = [...said].map(
    ([text, places]) => `WHEN ${v('fault')} IN (${places.join(', ')}) THEN ${literal(text ?? '')}`,
  );
  const last = of === 'code' ? "'ok'" : 'NULL';
  return cases.length === 0 ? string(last) : `CASE ${cases.join(' ')} ELSE ${last} END`;
}

/** Text of which it is known that it holds no backslash. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Refuses to keep a column twice, or one whose name a column of the answer has; engines do not tell cases apart. */
function checkKept(keep: readonly string[], given: readonly { readonly name: string }[]): void {
  const taken = new Set(given.map(({ name }) => name));
  keep.forEach((name, i) => {
    const plain = name.toLowerCase();
    if (taken.has(plain)) {
      const expected = `a name other than ${[...taken].join(', ')}; rename it in a view`;
      refuse(`options.keep[${i}]`, name, expected, 'ambiguous');
    }
    taken.add(plain);
  });
}
