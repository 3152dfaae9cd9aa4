import Papa from 'papaparse';

/** A row that is none, or a cell too many. */
export interface TableFault {
  readonly line: number;
  readonly column: string | null;
  readonly value: string;
  readonly why: string;
}

/** A table as it stands in the text, every cell as text. */
export interface ReadTable {
  readonly names: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** The line on which each row begins, from 1. */
  readonly lines: readonly number[];
  readonly faults: readonly TableFault[];
  /** Rows without any text, as spreadsheets write them at the end. */
  readonly empty: number;
  readonly delimiter: string;
  /** How many lines stand above the header, such as a title. */
  readonly above: number;
}

type Row = Record<string, string> & { __parsed_extra?: string[] };

/** Reads a text with delimiters, which are found out, and a header. */
export function readTable(text: string, onProgress: (done: number, of: number) => void): ReadTable {
  const rows: Row[] = [];
  const lines: number[] = [];
  const faults: TableFault[] = [];
  let names: readonly string[] = [];
  let empty = 0;
  const { delimiter, above } = shapeOf(text);
  let line = 1 + above;
  let count = 0;
  Papa.parse<Row>(text, {
    header: true,
    delimiter,
    skipEmptyLines: false,
    skipFirstNLines: above,
    transformHeader: (name) => name.trim(),
    step({ data: row, errors, meta }) {
      if (names.length === 0) {
        names = meta.fields ?? [];
        line += 1 + lineBreaks(names);
      }
      const at = line;
      line += 1 + lineBreaks(Object.values(row));
      const fault = faultOf(
        row,
        names,
        delimiter,
        errors.some(({ type }) => type === 'Quotes'),
      );
      if (fault) faults.push({ line: at, ...fault });
      else if (isEmpty(row)) empty += 1;
      else {
        rows.push(row);
        lines.push(at);
      }
      count += 1;
      if (count % 5000 === 0) onProgress(Math.min(meta.cursor, text.length), text.length);
    },
  });
  onProgress(text.length, text.length);
  // What follows the last line break is no line.
  if (empty > 0 && /\n$/.test(text)) empty -= 1;
  return { names, rows, lines, faults, empty, delimiter, above };
}

/**
 * How cells are parted, and how many lines stand above the header, such as a title or a date. Papaparse alone would be misled
 * by a title, or by commas of decimals and dates: here that is the delimiter which parts most lines, the header among them, into
 * equally many cells. The comma comes last, since it stands in cells as well.
 */
function shapeOf(text: string): { readonly delimiter: string; readonly above: number } {
  const shapes = ['\t', ';', '|', ','].map((delimiter) => {
    const { data } = Papa.parse<readonly string[]>(text, { delimiter, preview: 30 });
    const widths = new Map<number, number>();
    for (const { length } of data)
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    return { delimiter, data, parted: Math.max(0, ...widths.values()) };
  });
  const { delimiter, data } = shapes.reduce((one, other) =>
    other.parted > one.parted ? other : one,
  );
  // The header is the first line with a name for most of its columns.
  const width = Math.max(...data.map((cells) => cells.length));
  const named = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  const above = Math.max(
    0,
    data.findIndex((cells) => 2 * named(cells) > width),
  );
  return { delimiter, above };
}

const isEmpty = (row: Row) =>
  Object.values(row).every((cell) => typeof cell === 'string' && cell.trim() === '');

/** What is wrong with a row as a row, whatever its cells say. */
function faultOf(
  row: Row,
  names: readonly string[],
  delimiter: string,
  hasBadQuotes: boolean,
): Omit<TableFault, 'line'> | null {
  if (hasBadQuotes) {
    const value = Object.values(row).find((cell) => typeof cell === 'string' && /["\n]/.test(cell));
    const why =
      'a quote opens or closes where it cannot, so that what follows becomes one cell: mend the quotes here';
    return { column: null, value: cut(String(value ?? '"')), why };
  }
  const extra = row.__parsed_extra;
  if (!extra) return null;
  const why = `it has ${names.length + extra.length} cells and the header ${names.length}: put cells that hold “${delimiter}” between quotes`;
  return { column: null, value: cut(extra.join(delimiter)), why };
}

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

function lineBreaks(cells: readonly unknown[]): number {
  let found = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    for (let i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) found += 1;
  }
  return found;
}

/** As Node calls it. */
export type Encoding = 'utf8' | 'utf16le' | 'latin1';

/** The text of a file: UTF-8 or UTF-16, else the old code page of Windows, in which spreadsheets write. */
export function decoded(bytes: ArrayBuffer): {
  readonly text: string;
  readonly encoding: Encoding;
} {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf16le' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'latin1' };
  }
}
