import { quantile as d3Quantile } from 'd3-array';
import jstat from 'jstat';
import { capabilityFromSamples, planPromise } from 'overdeliver';
import { quantile } from 'simple-statistics';
import { quantile as quantileBefore } from 'simple-statistics-7-8-8';
import { TDigest } from 'tdigest';
import type { Engine } from './engine';

/** Seven orders, in days, and the shares of promises that are to be kept. */
const durations = [2, 3, 4, 5, 7, 9, 30];
const keepRates = [0.5, 0.7, 0.8, 0.9];

/** What somebody answers at each keep rate; null where there is no answer. */
export interface Answerer {
  readonly who: string;
  readonly answers: readonly (number | null)[];
}

const each = (who: string, answer: (p: number) => number | null): Answerer => ({
  who,
  answers: keepRates.map(answer),
});

/** The type 1 of R: the inverse of the step function (Hyndman & Fan 1996). */
const type1 = (p: number) => durations[Math.max(1, Math.ceil(durations.length * p)) - 1] as number;

/** The type 7 of R: between the two that lie next to 1 + (n - 1) p. */
function type7(p: number): number {
  const at = (durations.length - 1) * p;
  const low = durations[Math.floor(at)] as number;
  return low + (at - Math.floor(at)) * ((durations[Math.ceil(at)] as number) - low);
}

/** Those that run in this process. */
export function inProcess(): readonly Answerer[] {
  const capability = capabilityFromSamples(durations, { unit: 'days' });
  const digest = new TDigest();
  digest.push(durations);
  digest.compress();
  return [
    each('overdeliver, `planPromise`', (keepRate) => {
      try {
        return planPromise(capability, { keepRate }).promise;
      } catch {
        return null;
      }
    }),
    each('R, type 1 (by its formula)', type1),
    each('R, type 7, its default (by its formula)', type7),
    each('simple-statistics 7.8.8, `quantile`', (p) => quantileBefore(durations, p)),
    each('simple-statistics 7.12.1, `quantile`', (p) => quantile(durations, p)),
    each('d3-array 3.2, `quantile`', (p) => d3Quantile(durations, p) ?? null),
    each('jstat 1.9, `quantiles`', (p) => jstat.quantiles(durations, [p])[0] ?? null),
    each('jstat 1.9, `percentile`', (p) => jstat.percentile(durations, p)),
    each('tdigest 0.1, `percentile`', (p) => digest.percentile(p) ?? null),
  ];
}

const calls: readonly (readonly [dialect: string, name: string, call: (p: number) => string])[] = [
  ['duckdb', 'DuckDB 1.5, `quantile_disc`', (p) => `quantile_disc(d, ${p})`],
  ['duckdb', 'DuckDB 1.5, `quantile_cont`', (p) => `quantile_cont(d, ${p})`],
  ['duckdb', 'DuckDB 1.5, `approx_quantile`', (p) => `approx_quantile(d, ${p})`],
  [
    'postgres',
    'PostgreSQL 15, `percentile_disc`',
    (p) => `percentile_disc(${p}) WITHIN GROUP (ORDER BY d)`,
  ],
  [
    'postgres',
    'PostgreSQL 15, `percentile_cont`',
    (p) => `percentile_cont(${p}) WITHIN GROUP (ORDER BY d)`,
  ],
  ['sqlite', 'SQLite 3.53, `percentile_disc`', (p) => `percentile_disc(d, ${p})`],
  ['sqlite', 'SQLite 3.53, `percentile_cont`', (p) => `percentile_cont(d, ${p})`],
  ['clickhouse', 'ClickHouse 18.16, `quantileExact`', (p) => `quantileExact(${p})(d)`],
  ['clickhouse', 'ClickHouse 18.16, `quantile`', (p) => `quantile(${p})(d)`],
  ['clickhouse', 'ClickHouse 18.16, `quantileTDigest`', (p) => `quantileTDigest(${p})(d)`],
];

/** Those that are engines. */
export async function inEngines(engines: readonly Engine[]): Promise<readonly Answerer[]> {
  const found: Answerer[] = [];
  for (const [dialect, who, call] of calls) {
    const engine = engines.find((one) => one.dialect === dialect) as Engine;
    await engine.load('durations', { d: durations });
    const columns = keepRates.map((p, i) => `${call(p)} AS p${i}`);
    const answer = await engine.ask(`SELECT ${columns.join(', ')} FROM durations`);
    found.push({ who, answers: keepRates.map((_, i) => answer[`p${i}`]?.[0] as number) });
  }
  return found;
}

/** How often the next order is done by then: of eight that are alike, the next one has any rank alike. */
const kept = (answer: number) =>
  durations.filter((days) => days <= answer).length / (durations.length + 1);

/** The page's table; what falls short of the keep rate is said beside. */
export function quantileTable(all: readonly Answerer[]): string {
  const cell = (answer: number | null, i: number) => {
    if (answer === null) return 'none';
    const said = keepRates[i] as number;
    const days = String(Number(answer.toFixed(3)));
    return kept(answer) < said ? `${days} (kept ${(100 * kept(answer)).toFixed(1)}%)` : days;
  };
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['who answers', ...keepRates.map((p) => `${100 * p}%`)]),
    line(['---', ...keepRates.map(() => '---')]),
    ...all.map(({ who, answers }) => line([who, ...answers.map(cell)])),
  ].join('\n');
}
