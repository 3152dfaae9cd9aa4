import { refuse } from '../input/refusal';
import type { SurveyItem } from './instrument';

/** The words for no answer, as cells are held against them. */
export const wordsOf = (missing: readonly string[]): ReadonlySet<string> =>
  new Set(missing.map((word) => word.trim()));

/** A cell of a table as an answer: null where it is empty, or says so in the words for that. */
export function answerIn(
  path: string,
  cell: unknown,
  kind: SurveyItem['kind'],
  missing: ReadonlySet<string>,
): number | string | null {
  if (cell === undefined || cell === null || Number.isNaN(cell)) return null;
  if (typeof cell !== 'string' && typeof cell !== 'number') {
    refuse(path, cell, 'a cell of text or a number, null or empty for no answer');
  }
  const text = String(cell).trim();
  if (text === '' || missing.has(text)) return null;
  if (kind === 'text') return String(cell);
  if (kind === 'choice') return text;
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  if (/^[-+]?(\d{1,300}(\.\d*)?|\.\d+)$/.test(text)) return Number(text);
  const hint = /^[-+]?\d*,\d+$/.test(text) ? ', with a point for its decimals' : '';
  const others = 'an empty cell, or a word among options.missing, for no answer';
  return refuse(path, cell, `a number${hint}; ${others}`, 'wrong-type');
}

/** The cells of a row by the names of their columns. */
export function cellsOf(row: object): Readonly<Record<string, unknown>> {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    refuse('', row, 'a row by the names of its columns', 'wrong-type');
  }
  return { ...row };
}
