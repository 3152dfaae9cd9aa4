import type { SqlDialect } from 'overdeliver/sql';

/** Columns of a table, by name: numbers, or texts, with null for none. */
export type TableColumns = Readonly<
  Record<string, Float64Array | readonly (string | null)[] | readonly (number | null)[]>
>;

/** What a query gave, by column: numbers where all of a column are, else text. */
export type Answer = Readonly<Record<string, readonly (number | string | null)[]>>;

/** An engine that runs. */
export interface Engine {
  readonly dialect: SqlDialect;
  /** Makes a table of doubles and texts anew. */
  readonly load: (table: string, columns: TableColumns) => Promise<void>;
  readonly ask: (text: string) => Promise<Answer>;
  /** Runs statements that give nothing. */
  readonly run: (text: string) => Promise<void>;
}

/** Whether a column is of texts. */
export const isText = (column: TableColumns[string]): boolean =>
  !(column instanceof Float64Array) && column.some((value) => typeof value === 'string');

/** An answer in lines of cells apart by tabs, the first of them names, as PostgreSQL and ClickHouse write it. */
export function readTabbed(out: string): Answer {
  const [head = '', ...rows] = out.split('\n').slice(0, -1);
  const cells = rows.map((row) => row.split('\t'));
  return Object.fromEntries(
    head.split('\t').map((name, i): [string, Answer[string]] => {
      const texts = cells.map((row) => (row[i] === '\\N' ? null : unescaped(row[i] ?? '')));
      const isNumber = (text: string | null) => text === null || numeral.test(text);
      if (!texts.every(isNumber)) return [unescaped(name), texts];
      return [unescaped(name), texts.map((text) => (text === null ? null : numberOf(text)))];
    }),
  );
}

const unescaped = (text: string) =>
  text.replace(/\\(.)/g, (_, after: string) => {
    const meant: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };
    return meant[after] ?? after;
  });

const numeral = /^([+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|nan|[+-]?inf(inity)?)$/i;

function numberOf(text: string): number {
  const word = text.toLowerCase();
  if (word.endsWith('nan')) return Number.NaN;
  if (word.includes('inf')) return word.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}
