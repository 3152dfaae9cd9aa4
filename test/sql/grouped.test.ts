import {
  type BacktestRows,
  backtestSql,
  type KeptRateRows,
  keptRatesSql,
  type PromiseRows,
  promisesSql,
} from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const where = { dialect: 'duckdb', from: 'orders' } as const;
const promised = (options: object) => () =>
  promisesSql({ ...where, columns: { value: 'took' }, keepRate: 0.9, ...options } as PromiseRows);
const kept = (options: object) => () =>
  keptRatesSql({
    ...where,
    columns: { made: 'made', due: 'promised', delivered: 'came' },
    asOf: 0,
    ...options,
  } as KeptRateRows);
const tested = (options: object) => () =>
  backtestSql({
    ...where,
    columns: { started: 's', finished: 'e', promise: 'p' },
    unit: 'days',
    keepRate: 0.9,
    asOf: 0,
    ...options,
  } as BacktestRows);

describe('what cannot be asked of groups is refused', () => {
  it.each([
    ['a share of 90', promised({ keepRate: 90 }), 'out-of-range', 'options.keepRate'],
    ['no column of values', promised({ columns: {} }), 'missing', 'options.columns.value'],
    [
      'a misspelt column',
      promised({ columns: { value: 'x', weights: 'w' } }),
      'unknown-name',
      'options.columns.weights',
    ],
    ['a quote in a name', promised({ by: ['a', 'b"'] }), 'out-of-range', 'options.by[1]'],
    ['another dialect', promised({ dialect: 'mysql' }), 'unknown-name', 'options.dialect'],
    ['a group named as an answer', promised({ by: 'promise' }), 'ambiguous', 'options.by'],
    ['a group named twice', promised({ by: ['a', 'A'] }), 'ambiguous', 'options.by[1]'],
    ['kept, no date', kept({ asOf: undefined }), 'missing', 'options.asOf'],
    ['dates out of order', kept({ dueFrom: 5, dueTo: 4 }), 'date-order', 'options.dueTo'],
    ['a confidence of 1', kept({ confidence: 1 }), 'out-of-range', 'options.confidence'],
    ['a group named as a count', kept({ by: 'due' }), 'ambiguous', 'options.by'],
    ['a unit of open time', tested({ unit: 'weeks' }), 'unknown-name', 'options.unit'],
    [
      'no promise',
      tested({ columns: { started: 's', finished: 'e' } }),
      'missing',
      'options.columns.promise',
    ],
    [
      'a promise and a due date',
      tested({ columns: { started: 's', finished: 'e', promise: 'p', due: 'd' } }),
      'ambiguous',
      'options.columns.promise',
    ],
  ])('%s', (_, call, code, path) => {
    expect(refusal(call)).toMatchObject({ code, path });
  });
});

it('no date may lie between the dates from and to which promises fell due', () => {
  expect(kept({ dueFrom: 5, dueTo: 5 })().columns).toEqual(kept({})().columns);
});

describe('a query of groups', () => {
  it.each([promised({ by: 'g' }), kept({ by: 'g' }), tested({ by: 'g' })])(
    'says what it reads and gives',
    (call) => {
      const { columns, reads, text, offenders } = call();
      expect(columns[0]).toEqual({ name: 'g', type: 'kept', meaning: 'as it was' });
      expect(columns.slice(-2).map(({ name }) => name)).toEqual(['status', 'input']);
      expect(reads[0]).toBe('g');
      expect(text).not.toMatch(/[;?]/);
      expect(offenders).toContain('count(*)');
    },
  );

  it('takes promises by a due date', () => {
    expect(tested({ columns: { started: 's', finished: 'e', due: 'd' } })().reads).toEqual([
      's',
      'e',
      'd',
    ]);
  });
});
