import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlDialect } from 'overdeliver/sql';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { markdownBlocks } from '../../docs/find-blocks';
import { startDuckDb } from './duckdb';
import { engines } from './engines';

const guide = readFileSync('docs/guides/sql.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'overdeliver-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The expression of the guide's table, over columns of text with an offset. */
const hours: Readonly<
  Record<SqlDialect, { readonly guide: string; readonly instant: (text: string) => string }>
> = {
  duckdb: {
    guide: '(epoch(delivered) - epoch(ordered)) / 3600',
    instant: (text) => `CAST(${text} AS TIMESTAMPTZ)`,
  },
  postgres: {
    guide: '(extract(epoch FROM delivered) - extract(epoch FROM ordered)) / 3600',
    instant: (text) => `CAST(${text} AS timestamptz)`,
  },
  sqlite: {
    guide: '(unixepoch(delivered) - unixepoch(ordered)) / 3600.0',
    instant: (text) => text,
  },
  clickhouse: {
    guide: '(toUnixTimestamp(delivered) - toUnixTimestamp(ordered)) / 3600',
    instant: (text) => `parseDateTimeBestEffort(${text})`,
  },
};

describe('durations', () => {
  it.each(engines)(
    'of days with a change of clocks are what they are on $dialect',
    async (engine) => {
      const { guide: expression, instant } = hours[engine.dialect];
      expect(guide).toContain(`\`${expression}\``);
      await engine.load('days', {
        a: ['2026-03-28T12:00:00+01:00', '2026-10-24T12:00:00+02:00', '2026-06-01T12:00:00+02:00'],
        b: ['2026-03-29T12:00:00+02:00', '2026-10-25T12:00:00+01:00', '2026-06-02T12:00:00+02:00'],
      });
      const text = (name: string) =>
        engine.dialect === 'clickhouse' ? `assumeNotNull(${name})` : name;
      const dated = `SELECT ${instant(text('a'))} AS ordered, ${instant(text('b'))} AS delivered FROM days`;
      const answer = await engine.ask(`SELECT ${expression} AS hours FROM (${dated}) AS dated`);
      expect(answer.hours?.map(Number)).toEqual([23, 25, 24]);
    },
  );

  it('are 24 hours for all where DuckDB subtracts dates', async () => {
    const duckdb = await startDuckDb();
    const dated = (a: string, b: string) =>
      `SELECT TIMESTAMPTZ '${a}' AS ordered, TIMESTAMPTZ '${b}' AS delivered`;
    const both = `${dated('2026-03-28 12:00:00+01', '2026-03-29 12:00:00+02')} UNION ALL ${dated('2026-10-24 12:00:00+02', '2026-10-25 12:00:00+01')}`;
    await duckdb.run("SET TimeZone = 'Europe/Berlin'");
    const answer = await duckdb.ask(
      `SELECT epoch(delivered - ordered) / 3600 AS hours FROM (${both})`,
    );
    expect(answer.hours).toEqual([24, 24]);
  });
});

describe('durations by julianday in SQLite', () => {
  it('are off by microseconds, so that 40 minutes on the dot are more than 40', async () => {
    const sqlite = engines.find(({ dialect }) => dialect === 'sqlite');
    const minutes = (by: string, per: number) =>
      `(${by}('2026-03-05 18:40:00') - ${by}('2026-03-05 18:00:00')) * ${per}`;
    const answer = await sqlite?.ask(
      `SELECT ${minutes('julianday', 1440)} AS days, ${minutes('unixepoch', 1)} / 60.0 AS seconds`,
    );
    expect(answer?.days?.[0]).toBeGreaterThan(40.0000002);
    expect(answer?.days?.[0]).toBeLessThan(40.0000004);
    expect(answer?.seconds).toEqual([40]);
  });
});

describe('files', () => {
  it('of orders are read as the guide says: ids as text, dates from dates, decimals behind whole numbers', async () => {
    const whole = Array.from({ length: 20_480 }, (_, i) => `${i};03.12.26;${i % 9}`);
    const lines = ['tracking;ordered;took_days', ...whole, '3400000000000000000001;31.12.26;2.5'];
    const file = join(folder, 'orders.csv');
    writeFileSync(file, lines.join('\n'));
    const duckdb = await startDuckDb();
    const shown = /CREATE VIEW orders AS\n[^`]*'orders.csv'[^`]*/.exec(guide)?.[0] ?? '';
    expect(shown).toContain("'orders.csv'");
    await duckdb.run(shown.replace("'orders.csv'", `'${file}'`));
    const last = await duckdb.ask(
      'SELECT tracking, ordered_on::VARCHAR AS ordered, took_days FROM orders WHERE took_days = 2.5',
    );
    expect(last).toEqual({
      tracking: ['3400000000000000000001'],
      ordered: ['2026-12-31'],
      took_days: [2.5],
    });
    expect(
      await duckdb.ask(
        "SELECT count(*) AS n FROM orders WHERE tracking = '3400000000000000000001'",
      ),
    ).toEqual({ n: [1] });

    // What happens where the reader guesses.
    const guessed = `read_csv('${file}', header = true, delim = ';')`;
    const most = await duckdb.ask(`SELECT took_days AS last FROM ${guessed} OFFSET 20480`);
    expect(most).toEqual({ last: [3] });
    const ids = join(folder, 'ids.csv');
    writeFileSync(ids, 'tracking\n3400000000000000000001\n3400000000000000000002\n');
    const alike = await duckdb.ask(
      `SELECT count(DISTINCT tracking) AS n FROM read_csv('${ids}', header = true)`,
    );
    expect(alike).toEqual({ n: [1] });
  });
});

describe('the guide', () => {
  it('starts with lines that run on a file of orders', async () => {
    const duckdb = await startDuckDb();
    const parquet = join(folder, 'orders.parquet');
    await duckdb.run(
      `COPY (SELECT i AS id, 10 AS promised_days, 5 + i % 12 AS took_days FROM range(100) AS t(i)) TO '${parquet}' (FORMAT parquet)`,
    );
    const block = markdownBlocks('docs/guides/sql.md', guide)[0];
    const { outputText } = ts.transpileModule(block?.code ?? '', {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
    });
    const modules: Readonly<Record<string, unknown>> = {
      '@duckdb/node-api': await import('@duckdb/node-api'),
      'overdeliver/satisfaction': await import('overdeliver/satisfaction'),
      'overdeliver/sql': await import('overdeliver/sql'),
    };
    const tables: { readonly score: number; readonly status: string }[][] = [];
    const printed = { table: (rows: (typeof tables)[number]) => tables.push(rows) };
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    const run = new AsyncFunction(
      'require',
      'exports',
      'console',
      outputText.replace('orders.parquet', parquet),
    );
    await run((name: string) => modules[name], {}, printed);
    expect(tables[0]).toHaveLength(10);
    expect(tables[0]?.every(({ status }) => status === 'ok')).toBe(true);
  });
});
