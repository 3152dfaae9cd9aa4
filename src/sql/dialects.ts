import type { SqlDialect } from './query';

/** How an engine says things. Names come checked, expressions as text. */
export interface Dialect {
  readonly name: SqlDialect;
  readonly quote: (name: string) => string;
  /** A finite number as a double: engines take 0.1 for a decimal, or a float, where they are not told. */
  readonly number: (x: number) => string;
  /** Text as a literal. */
  readonly text: (text: string) => string;
  /** A column as a double, NaN as it is: no range holds it. */
  readonly double: (column: string) => string;
  /** Whether a cast alone does that. */
  readonly casts: boolean;
  /** Whether a double is null or NaN. */
  readonly isNone: (x: string) => string;
  /** A column of booleans, or of 0 and 1, as 0 or 1; -1 where it holds something else. */
  readonly flag: (column: string) => string;
  readonly string: (column: string) => string;
  /** The lesser and the greater of two doubles; what they make of null differs by engine. */
  readonly least: (a: string, b: string) => string;
  readonly greatest: (a: string, b: string) => string;
  /** Behind a nested select, so that the planner leaves it apart: merged ones grow without end. */
  readonly fence: string;
  /** A query of ours that is read from, in brackets. */
  readonly source: (query: string) => string;
}

const bracketed = (query: string) => `(${query})`;

const doubled = (name: string) => `"${name}"`;
const ticked = (name: string) => `\`${name}\``;

const withExponent = (x: number): string => {
  const digits = String(x);
  const text = digits.includes('e') ? digits : `${digits}e0`;
  return x < 0 ? `(${text})` : text;
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const escaped = (text: string) => text.replaceAll('\\', '\\\\');

const flagOf = (value: string, yes: readonly string[], no: readonly string[]) =>
  `CASE WHEN ${value} IN (${yes.join(', ')}) THEN 1 WHEN ${value} IN (${no.join(', ')}) THEN 0 WHEN ${value} IS NOT NULL THEN -1 END`;

const named = (name: string) => (a: string, b: string) => `${name}(${a}, ${b})`;

/** The engines whose answers are held against the library's own in the tests. */
export const dialects: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb: {
    name: 'duckdb',
    quote: doubled,
    number: withExponent,
    text: quoted,
    double: (column) => `CAST(${column} AS DOUBLE)`,
    casts: true,
    isNone: (x) => `(${x} IS NULL OR isnan(${x}))`,
    flag: (column) => flagOf(`CAST(${column} AS DOUBLE)`, ['1'], ['0']),
    string: (column) => `CAST(${column} AS VARCHAR)`,
    least: named('least'),
    greatest: named('greatest'),
    fence: '',
    // Left apart: DuckDB 1.5 merges the two where the answer is sorted and limited, and takes seconds for hundreds of rows.
    source: (query) => `(SELECT * FROM (${query}) AS od_query OFFSET 0)`,
  },
  postgres: {
    name: 'postgres',
    quote: doubled,
    // With an exponent it would be a numeric.
    number: (x) => `float8 '${x}'`,
    // Whatever the server's setting is, this is how it reads a backslash.
    text: (text) => (text.includes('\\') ? `E${quoted(escaped(text))}` : quoted(text)),
    double: (column) => `CAST(${column} AS float8)`,
    casts: true,
    isNone: (x) => `(${x} IS NULL OR ${x} = float8 'NaN')`,
    flag: (column) => flagOf(`CAST(${column} AS text)`, ["'1'", "'true'"], ["'0'", "'false'"]),
    string: (column) => `CAST(${column} AS text)`,
    least: named('least'),
    greatest: named('greatest'),
    fence: ' OFFSET 0',
    source: bracketed,
  },
  sqlite: {
    name: 'sqlite',
    // A name in double quotes that no column has would be taken for text.
    quote: ticked,
    number: withExponent,
    text: quoted,
    // A cast would make 0 of text, at which other engines end the query: as infinity it is off every range.
    double: (column) =>
      `CASE WHEN typeof(${column}) IN ('real', 'integer') THEN CAST(${column} AS REAL) WHEN ${column} IS NOT NULL THEN 9e999 END`,
    casts: false,
    // It knows no NaN.
    isNone: (x) => `${x} IS NULL`,
    flag: (column) => flagOf(column, ['1'], ['0']),
    string: (column) => `CAST(${column} AS TEXT)`,
    least: named('min'),
    greatest: named('max'),
    fence: ' LIMIT -1 OFFSET 0',
    source: bracketed,
  },
  clickhouse: {
    name: 'clickhouse',
    quote: ticked,
    number: withExponent,
    text: (text) => `'${escaped(text).replaceAll("'", "\\'")}'`,
    double: (column) => `toFloat64(${column})`,
    casts: true,
    isNone: (x) => `(${x} IS NULL OR isNaN(${x}))`,
    flag: (column) => flagOf(`toFloat64(${column})`, ['1'], ['0']),
    string: (column) => `toString(${column})`,
    least: named('least'),
    greatest: named('greatest'),
    fence: '',
    source: bracketed,
  },
};
