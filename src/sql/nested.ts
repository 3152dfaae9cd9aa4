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
  /** What holds of no such row, and of each one that has an answer. */
  readonly fits?: string;
}

/** What a query gives beside what it keeps. */
export type Given = SqlColumn & {
  readonly from: string;
  /** Whether it is null by itself in each row with a fault. */
  readonly isNull?: boolean;
};

const columnOf =
  (type: SqlColumn['type']) =>
  (name: string, meaning: string, from: string): Given => ({ name, type, meaning, from });
export const doubleColumn = columnOf('double');
export const countColumn = columnOf('integer');

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
export function queryOf(rows: SqlRows, plan: Plan, keptAt?: (i: number) => string): SqlQuery {
  const dialect = dialects[rows.dialect];
  const inner = bracketed(layered(rows, plan), plan.layers.length + 1, dialect);
  return resultOf(rows, plan, `SELECT ${outputOf(rows, plan)}\nFROM ${inner}`, keptAt);
}

/** A select around another one for each layer, with the place of the row's fault in the outermost; 0 for none. */
export function layered(
  { dialect: name, from, keep = [] }: SqlRows,
  { layers, faults }: Pick<Plan, 'layers' | 'faults'>,
  dialect = dialects[name],
): string {
  return [...layers.filter(isFull), { fault: faultText(faults) }].reduce(
    (inner, layer, depth) => {
      const made = Object.entries(layer).map(([as, made]) => `${made} AS ${v(as)}`);
      if (depth === 0)
        return `SELECT ${[...keep.map(dialect.quote), ...made].join(',\n  ')}\nFROM ${inner}`;
      return `SELECT ${['*', ...made].join(',\n  ')}\nFROM ${bracketed(inner, depth, dialect)}`;
    },
    fromText(from, dialect),
  );
}

/** Most rows have no fault: where it is known what fits, one look will do, and what does not has the last fault if no other. */
function faultText(faults: readonly Fault[]): string {
  const fits = [...new Set(faults.map(({ fits }) => fits))];
  const cases = faults.map(({ when }, i) => `WHEN ${when} THEN ${i + 1}`);
  if (fits.includes(undefined)) return `CASE ${cases.join(' ')} ELSE 0 END`;
  const others = [`WHEN ${fits.join(' AND ')} THEN 0`, ...cases.slice(0, -1)];
  return `CASE ${others.join(' ')} ELSE ${faults.length} END`;
}

/** What stands behind the outermost SELECT: what is kept, the answers, and why there are none. */
export function outputOf({ dialect: name, keep = [] }: SqlRows, { columns, faults }: Plan): string {
  const dialect = dialects[name];
  return [
    ...keep.map(dialect.quote),
    ...columns.map(({ name, from, isNull }) =>
      isNull ? `${from} AS ${name}` : `CASE WHEN ${v('fault')} = 0 THEN ${from} END AS ${name}`,
    ),
    `${told(faults, 'code', dialect)} AS status`,
    `${told(faults, 'input', dialect)} AS input`,
  ].join(',\n  ');
}

/** A query that was written, with what it gives. */
export function resultOf(
  { dialect, keep = [] }: SqlRows,
  plan: Plan,
  text: string,
  keptAt = (i: number) => `options.keep[${i}]`,
): SqlQuery {
  checkKept(keep, [...plan.columns, ...statusColumns], keptAt);
  return {
    dialect,
    text,
    columns: [
      ...keep.map((name) => ({ name, type: 'kept' as const, meaning: 'as it was' })),
      ...plan.columns.map(({ name, type, meaning }) => ({ name, type, meaning })),
      ...statusColumns,
    ],
    reads: [...new Set([...keep, ...plan.reads])],
    offenders: offendersIn(text),
  };
}

const isFull = (layer: Layer) => Object.keys(layer).length > 0;

/** A statement that counts the rows without an answer. */
const offendersIn = (text: string) =>
  `SELECT status, input, count(*) AS n\nFROM (${text}) AS scored\nWHERE status <> 'ok'\nGROUP BY status, input\nORDER BY n DESC`;

const bracketed = (text: string, depth: number, { fence }: Dialect) =>
  `(${text}${fence}) AS od_${depth}`;

export function fromText(from: SqlRows['from'], { name, quote, source }: Dialect): string {
  if (typeof from === 'string') return quote(from);
  if ('text' in from) {
    if (from.dialect !== undefined && from.dialect !== name) {
      refuse('options.from.dialect', from.dialect, `a query for ${name}`, 'ambiguous');
    }
    // On a line of its own, since the text may end in a comment.
    const query = `${from.text}\n`;
    // Of a caller's own query the planner may make what it likes.
    return `${'offenders' in from ? source(query) : `(${query})`} AS od_0`;
  }
  return from.map(quote).join('.');
}

/** What each fault says, by its place. */
function told(faults: readonly Fault[], of: 'code' | 'input', { text }: Dialect): string {
  const places = new Map<string, number[]>();
  faults.forEach(({ [of]: said }, i) => {
    if (said !== null) places.set(said, [...(places.get(said) ?? []), i + 1]);
  });
  const cases = Array.from(
    places,
    ([said, at]) => `WHEN ${v('fault')} IN (${at.join(', ')}) THEN ${text(said)}`,
  );
  const none = of === 'code' ? "'ok'" : 'NULL';
  return `CASE WHEN ${v('fault')} = 0 THEN ${none} ${cases.join(' ')} END`;
}

/** Refuses to keep a column twice, or one whose name a column of the answer has; engines do not tell cases apart. */
function checkKept(
  keep: readonly string[],
  given: readonly { readonly name: string }[],
  keptAt: (i: number) => string,
): void {
  const taken = new Set(given.map(({ name }) => name));
  keep.forEach((name, i) => {
    const plain = name.toLowerCase();
    if (taken.has(plain)) {
      const expected = `a name other than ${[...taken].join(', ')}; rename it in a view`;
      refuse(keptAt(i), name, expected, 'ambiguous');
    }
    taken.add(plain);
  });
}
