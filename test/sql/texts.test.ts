import { adjustParameters } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import {
  backtestSql,
  expectationSql,
  keptRatesSql,
  type PromiseRows,
  promisesSql,
  type SqlDialect,
  satisfactionSql,
} from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { modelOf } from './models';

// What is said to engines that need a server, or a build of their own, as they ran it in `npm run test:sql`: DuckDB 1.5,
// PostgreSQL 15, ClickHouse 18.16.

const promised = (dialect: SqlDialect, options: Partial<PromiseRows> = {}) =>
  promisesSql({ dialect, from: 'orders', columns: { value: 'x' }, keepRate: 0.9, ...options }).text;
const curve = { value: 'x', finished: 'f', weight: 'w' } as const;

describe('a rank', () => {
  it('is of values as they are, since a group with one off its range has no answer', () => {
    expect(promised('duckdb')).toContain('CAST("x" AS DOUBLE) AS od_value\nFROM "orders"');
  });

  it('has the first fault of its rows by a function of its own in ClickHouse', () => {
    expect(promised('clickhouse')).toContain('minIf(od_fault, od_fault > 0) AS od_row_fault');
    expect(promised('duckdb')).toContain('min(CASE WHEN od_fault > 0 THEN od_fault END)');
  });

  it('is a place of an array in PostgreSQL, whose planner sees through the rows', () => {
    const rank =
      "CAST(ceil((count(od_value) + float8 '1') * float8 '0.8999999999999873') AS integer)";
    const made = `(array_agg(od_value ORDER BY od_value))[${rank}] AS od_quantile`;
    expect(promised('postgres')).toContain(`FROM (SELECT ${made}`);
    const text = promised('postgres', { by: 'g' });
    expect(text).toContain(`FROM (SELECT "g",\n  ${made},\n  count(od_value) AS od_n`);
    expect(text).toContain('FROM "orders") AS od_1) AS od_rows\nGROUP BY "g"\n) AS od_0');
  });

  it.each([
    [
      'duckdb',
      '"g"',
      '"orders"',
      'quantile_disc(od_value, 0.8999999999999873e0)',
      "CAST('Infinity' AS DOUBLE)",
    ],
    ['clickhouse', '`g`', '`orders`', 'quantileExact(0.8999999999999873e0)(od_value)', 'inf'],
  ] as const)(
    'is a quantile of the values and an endless one in %s',
    (dialect, g, orders, made, endless) => {
      const next = `${endless} AS od_value, 0 AS od_fault`;
      const all = promised(dialect);
      expect(all).toContain(
        `FROM (SELECT ${made} AS od_quantile,\n  (count(od_value) - 1) AS od_n`,
      );
      expect(all).toContain(`UNION ALL\nSELECT ${next}) AS od_rows\n)`);
      const text = promised(dialect, { by: 'g' });
      expect(text).toContain(
        `UNION ALL\nSELECT ${g}, ${next}\nFROM (SELECT DISTINCT ${g} FROM ${orders}) AS od_groups) AS od_rows\nGROUP BY ${g}\n)`,
      );
    },
  );

  it.each([
    ['duckdb', 'AS BIGINT) AS od_rank'],
    ['postgres', 'AS integer) AS od_rank'],
    ['clickhouse', 'AS Int64) AS od_rank'],
    ['sqlite', 'AS INTEGER) AS od_rank'],
  ] as const)('is a whole number of %s', (dialect, whole) => {
    expect(promised(dialect)).toContain(whole);
  });
});

describe('a curve', () => {
  it('is made of arrays in ClickHouse, which has no windows', () => {
    const text = promised('clickhouse', { by: 'g', columns: curve });
    for (const part of [
      'FROM (SELECT `g`, arraySort(x -> x.1, groupArray((ifNull(od_value, 0e0), ifNull(od_finished * od_weight, 0e0), ifNull(od_weight - od_finished * od_weight, 0e0)))) AS od_rows',
      'CASE WHEN min(od_finished * od_weight) > 0e0 AND max(od_weight) - min(od_finished * od_weight) <=',
      'FROM (SELECT `g`, CASE WHEN od_alike = 1 THEN od_values[od_rank] WHEN od_place > 0 THEN od_times[od_place] END AS od_quantile',
      'arrayMap((x, y) -> x > y AND x - y >= 1e-12 * y, od_values, arrayPushFront(arrayPopBack(od_values), (-1e0))) AS od_firsts',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(' OVER ');
  });

  // A sum of which rows are taken away again would lose the digits of small weights.
  it.each([
    ['duckdb', '0e0', '1e-60', '1e-12'],
    ['postgres', "float8 '0'", "float8 '1e-60'", "float8 '1e-12'"],
    ['sqlite', '0e0', '1e-60', '1e-12'],
  ] as const)(
    'sums up from the end of times that tie up to rounding in %s',
    (dialect, zero, tiny, slack) => {
      const text = promised(dialect, { columns: curve });
      expect(text).toContain(
        `min(od_value) OVER ( ORDER BY ln(od_value + ${tiny}) RANGE BETWEEN ${slack} PRECEDING AND CURRENT ROW) AS od_time`,
      );
      expect(text).toContain(
        `coalesce(sum(od_weight) OVER ( ORDER BY od_time DESC, od_finished, od_value DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), ${zero}) AS od_left`,
      );
    },
  );

  it.each([
    ['duckdb', 'CAST("f" AS DOUBLE)', '1', '0'],
    ['postgres', 'CAST("f" AS text)', "'1', 'true'", "'0', 'false'"],
    ['clickhouse', 'toFloat64(`f`)', '1', '0'],
    ['sqlite', '`f`', '1', '0'],
  ] as const)('reads truths of %s, and tells all else', (dialect, f, yes, no) => {
    expect(promised(dialect, { columns: curve })).toContain(
      `CASE WHEN ${f} IN (${yes}) THEN 1 WHEN ${f} IN (${no}) THEN 0 WHEN ${f} IS NOT NULL THEN -1 END AS od_finished`,
    );
  });
});

describe('a column', () => {
  // Engines know the least and the greatest number of a column, not of what stands for it.
  it.each([
    ['duckdb', 'CAST("x" AS DOUBLE)', ['1e-50', '1e+50', '0e0']],
    ['postgres', 'CAST("x" AS float8)', ["float8 '1e-50'", "float8 '1e+50'", "float8 '0'"]],
    ['clickhouse', 'toFloat64(`x`)', ['1e-50', '1e+50', '0e0']],
  ] as const)('is compared as it stands in %s', (dialect, x, [least, most, zero]) => {
    const columns = { value: 'x', weight: 'w' };
    expect(promised(dialect, { columns })).toContain(
      `CASE WHEN ((${x} >= ${least} AND ${x} <= ${most}) OR ${x} = ${zero}) THEN ${x} END AS od_value`,
    );
  });

  it('is told from text in SQLite, once', () => {
    expect(promised('sqlite', { columns: { value: 'x', weight: 'w' } })).toContain(
      'CASE WHEN ((od_value_raw >= 1e-50 AND od_value_raw <= 1e+50) OR od_value_raw = 0e0)',
    );
  });
});

it('a row of which nothing is missing is looked at once, and the last fault is what is left', () => {
  const fits = '((od_value >= 1e-50 AND od_value <= 1e+50) OR od_value = 0e0)';
  expect(promised('duckdb')).toContain(
    `CASE WHEN ${fits} THEN 0 WHEN (od_value IS NULL OR isnan(od_value)) THEN 1 ELSE 2 END`,
  );
  const curved = promised('duckdb', { columns: { value: 'x', weight: 'w' } });
  expect(curved).toContain('CASE WHEN od_value IS NOT NULL AND od_weight IS NOT NULL THEN 0 WHEN');
});

describe('rows of groups', () => {
  const rows = { dialect: 'postgres', from: 'orders', by: 'g' } as const;
  // Merged selects grow without end.
  it.each([
    ['a curve', promised('postgres', { by: 'g', columns: curve })],
    [
      'kept rates',
      keptRatesSql({ ...rows, columns: { made: 'm', due: 'd', delivered: 'e' }, asOf: 0 }).text,
    ],
    [
      'a backtest',
      backtestSql({
        ...rows,
        columns: { started: 's', finished: 'e', promise: 'p' },
        ...{ unit: 'days', keepRate: 0.9, asOf: 0 },
      }).text,
    ],
  ])('are kept apart from %s', (_, text) => {
    expect(text).toContain('FROM "orders" OFFSET 0) AS od_1');
  });
});

describe('what could end a query of PostgreSQL', () => {
  it.each([
    [0.5, 1e50],
    [1, 1e50],
    [2, 1e25],
    [10, 1e5],
  ])('a price to the power of %s is of a ratio up to %s', (priceExponent, far) => {
    const parameters = adjustParameters(expectationDefaults, 'test/steep', { priceExponent });
    const signals = { price: { amount: 'paid', reference: 'usual' } };
    const columns = { stage: 'first-use', signals } as const;
    const { text } = expectationSql(parameters, { dialect: 'postgres', from: 't', columns });
    const [, least, most] =
      /least\(greatest\([^,]+, float8 '1e-50'\), float8 '(.+?)'\), float8 '(.+?)'\)/.exec(text) ??
      [];
    expect(Number(most) / far).toBeCloseTo(1, 10);
    expect(Number(least) * far).toBeCloseTo(1, 10);
  });

  it('a gap of levels is not divided by what was expected, which may be 0', () => {
    const level = { kind: 'level', unit: 'points', terms: ['gap'], value: 'identity' } as const;
    const { text } = satisfactionSql(modelOf({ it: level }, { 'it.gap': 1 }), {
      ...{ dialect: 'postgres', from: 't' },
      columns: { expected: 'wished', perceived: 'got' },
    });
    expect(text).not.toContain('/ od_d0_e');
  });
});
