import { refuse } from '../input/refusal';
import { factorNames } from './factors';
import { firstOutside, firstOutsideBeside } from './first-outside';
import type { SignalColumns } from './signal-columns';

/** Levels lie within 100 points, so that one that strays by as many as these says nothing. */
export const mostSd = 1000;

/** What a column of numbers must hold. */
export interface ColumnRule {
  readonly path: string;
  readonly numbers: Float64Array;
  /** NaN is allowed where this one holds NaN; null allows it everywhere. */
  readonly beside: Float64Array | null;
  readonly min: number;
  readonly max: number;
  readonly expected: string;
}

/** The rules of all columns given, in the order of the catalogue; at least one, all of one length. */
export function columnRules(signals: SignalColumns): readonly ColumnRule[] {
  const rules = factorNames.flatMap((factor): ColumnRule[] => {
    const path = `signals.${factor}`;
    if (factor === 'price') return signals.price ? priceRules(path, signals.price) : [];
    const column = signals[factor];
    return column ? signalRules(path, column) : [];
  });
  const [first] = rules;
  if (first === undefined) {
    return refuse('signals', undefined, 'at least one column of levels', 'missing');
  }
  for (const { path, numbers } of rules) {
    checkLength(path, numbers, first.numbers.length, first.path);
  }
  return rules;
}

/** Throws at the first number, from row start up to end, that breaks its column's rule. */
export function checkRows(rules: readonly ColumnRule[], start: number, end: number): void {
  for (const { path, numbers, beside, min, max, expected } of rules) {
    const row =
      beside === null
        ? firstOutside(numbers, min, max, start, end)
        : firstOutsideBeside(numbers, beside, min, max, start, end);
    if (row === -1) continue;
    refuse(`${path}[${row}]`, numbers[row], expected, 'out-of-range');
  }
}

/** Throws unless a column is as long as the first. */
export function checkLength(
  path: string,
  column: Float64Array | Uint8Array,
  rows: number,
  model: string,
): void {
  if (column.length === rows) return;
  refuse(path, column.length, `${rows} rows, as ${model} has`, 'length-mismatch');
}

function signalRules(
  path: string,
  column: NonNullable<SignalColumns['wordOfMouth' | 'personalNeeds']>,
): ColumnRule[] {
  const full = column instanceof Float64Array ? { level: column } : column;
  return [
    {
      path,
      numbers: full.level,
      beside: null,
      min: 0,
      max: 100,
      expected: 'a level from 0 to 100, or NaN for none',
    },
    ...trustRules(path, full, full.level),
  ];
}

function priceRules(path: string, column: NonNullable<SignalColumns['price']>): ColumnRule[] {
  const { amount, reference } = column;
  return [
    {
      path: `${path}.amount`,
      numbers: amount,
      beside: null,
      min: 0,
      max: Number.MAX_VALUE,
      expected: 'an amount of at least 0, or NaN for none',
    },
    {
      path: `${path}.reference`,
      numbers: reference,
      beside: amount,
      min: Number.MIN_VALUE,
      max: Number.MAX_VALUE,
      expected: 'a reference price above 0',
    },
    ...trustRules(path, column, amount),
  ];
}

function trustRules(
  path: string,
  {
    reliability,
    sd,
  }: { readonly reliability?: Float64Array | undefined; readonly sd?: Float64Array | undefined },
  beside: Float64Array,
): ColumnRule[] {
  const rules: ColumnRule[] = [];
  if (reliability !== undefined) {
    const expected = 'a reliability from 0 to 1';
    rules.push({
      path: `${path}.reliability`,
      numbers: reliability,
      beside,
      min: 0,
      max: 1,
      expected,
    });
  }
  if (sd !== undefined) {
    const expected = 'a standard deviation from 0 to 1000 points';
    rules.push({
      path: `${path}.sd`,
      numbers: sd,
      beside,
      min: 0,
      max: mostSd,
      expected,
    });
  }
  return rules;
}
