import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { engines } from './engines';
import { inEngines, inProcess, quantileTable } from './quantiles';

const page = 'docs/elsewhere/same-quantile.md';

it('the page shows what each answers', async () => {
  const table = quantileTable([...inProcess(), ...(await inEngines(engines))]);
  const text = readFileSync(page, 'utf8');
  const current = text.replace(
    /<!-- engines: quantiles -->\n[\s\S]*?<!-- engines end -->/,
    `<!-- engines: quantiles -->\n${table}\n<!-- engines end -->`,
  );
  if (process.env.WRITE_TABLES === '1') writeFileSync(page, current);
  else expect(text).toBe(current);
});

it('7% of 1 to 100 is 8 for PostgreSQL and 7 for DuckDB', async () => {
  const found = await Promise.all(
    engines
      .filter(({ dialect }) => dialect === 'postgres' || dialect === 'duckdb')
      .map(async (engine) => {
        await engine.load('hundred', { d: Array.from({ length: 100 }, (_, i) => i + 1) });
        const call =
          engine.dialect === 'duckdb'
            ? 'quantile_disc(d, 0.07)'
            : 'percentile_disc(0.07) WITHIN GROUP (ORDER BY d)';
        return [engine.dialect, (await engine.ask(`SELECT ${call} AS q FROM hundred`)).q?.[0]];
      }),
  );
  expect(Object.fromEntries(found)).toEqual({ duckdb: 7, postgres: 8 });
});
