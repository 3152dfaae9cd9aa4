import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { clickHouseEngine, startClickHouse } from '../test/sql/engines/clickhouse';
import { startDuckDb } from '../test/sql/engines/duckdb';
import type { Engine } from '../test/sql/engines/engine';
import { postgresEngine, startPostgres } from '../test/sql/engines/postgres';
import {
  type Answered,
  answersOf,
  cellsOf,
  durations,
  head,
  promises,
  shares,
  versions,
} from '../test/sql/engines/quantile-words';
import { startSqlite } from '../test/sql/engines/sqlite';

/**
 * The table of docs/same-quantile.md: what engines and packages answer. `npm install --prefix bench/peers` first; with `--check`
 * it tells whether the page is current, without it writes it.
 */
const page = 'docs/same-quantile.md';
const require = createRequire(new URL('./peers/package.json', import.meta.url));

/** What a package of bench/peers exports. */
async function peer(name: string): Promise<Readonly<Record<string, unknown>>> {
  const found: unknown = await import(pathToFileURL(require.resolve(name)).href);
  const loaded = Object(found);
  return Object((loaded.quantile ?? loaded.jStat ?? loaded.TDigest) ? loaded : loaded.default);
}

type Quantile = (numbers: readonly number[], p: number) => number;

async function packages(): Promise<readonly (readonly [Answered, string])[]> {
  const quantiles = async (name: string, version: string, say: string, pick = 'quantile') => {
    const of = (await peer(name))[pick] as Quantile;
    const answers = shares.map((p) => of([...durations], p));
    return [{ who: say, answers }, version] as const;
  };
  const { jStat } = (await peer('jstat')) as { readonly jStat: { readonly percentile: Quantile } };
  const { TDigest } = (await peer('tdigest')) as {
    readonly TDigest: new () => {
      readonly push: (x: number) => void;
      readonly percentile: (p: number) => number;
    };
  };
  const digest = new TDigest();
  for (const x of durations) digest.push(x);
  const { dependencies } = require('./package.json') as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const of = (name: string) => dependencies[name] ?? '';
  return [
    await quantiles('simple-statistics-7.8.8', '7.8.8', 'simple-statistics `quantile`'),
    await quantiles('simple-statistics', of('simple-statistics'), 'simple-statistics `quantile`'),
    await quantiles('d3-array', of('d3-array'), 'd3-array `quantile`'),
    [
      {
        who: 'jstat `percentile`',
        answers: shares.map((p) => jStat.percentile([...durations], p)),
      },
      of('jstat'),
    ],
    [
      { who: 'tdigest `percentile`', answers: shares.map((p) => digest.percentile(p)) },
      of('tdigest'),
    ],
  ];
}

/** What Hyndman and Fan (1996) define, which R numbers. */
function types(): readonly (readonly [Answered, string])[] {
  const n = durations.length;
  const at = (rank: number) => durations[rank - 1] as number;
  const first = (p: number) => at(Math.max(1, Math.ceil(n * p)));
  const seventh = (p: number) => {
    const h = 1 + (n - 1) * p;
    const low = Math.floor(h);
    return at(low) + (h - low) * (at(Math.min(n, low + 1)) - at(low));
  };
  return [
    [{ who: 'R `quantile(type = 1)`', answers: shares.map(first) }, 'by its definition'],
    [{ who: 'R `quantile(type = 7)`', answers: shares.map(seventh) }, 'by its definition'],
  ];
}

async function engineLines(engine: Engine): Promise<readonly (readonly string[])[]> {
  const { v = [] } = await engine.ask(versions[engine.dialect][1]);
  const version = String(v[0]).replace(/^v/, '');
  return (await answersOf(engine)).map((answered) => cellsOf(answered, version));
}

const servers = [await startPostgres(), await startClickHouse()] as const;
try {
  const engines = [
    await startDuckDb(),
    postgresEngine(servers[0].place),
    startSqlite(),
    clickHouseEngine(servers[1].place),
  ];
  const lines: (readonly string[])[] = [head, head.map(() => '---'), cellsOf(promises, '')];
  for (const [answered, version] of [...types(), ...(await packages())]) {
    lines.push(cellsOf(answered, version));
  }
  for (const engine of engines) lines.push(...(await engineLines(engine)));
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const text = readFileSync(page, 'utf8');
  const made = text.replace(
    /(<!-- quantiles -->\n)[\s\S]*(\n<!-- end of quantiles -->)/,
    `$1${table}$2`,
  );
  if (!process.argv.includes('--check')) writeFileSync(page, made);
  else if (made !== text) throw new Error(`${page} is not current: npx tsx bench/same-quantile.ts`);
  console.log(table);
} finally {
  for (const server of servers) await server.stop();
}
