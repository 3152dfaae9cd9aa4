import { capabilityFromSamples, isOverdeliverError, planPromise } from 'overdeliver';
import type { SqlDialect } from 'overdeliver/sql';
import type { Engine } from './engine';

/** Seven durations in days, and shares of promises to keep. */
export const durations = [2, 3, 4, 5, 7, 9, 14] as const;
export const shares = [0.5, 0.75, 0.8, 0.9] as const;

/** What engines call a quantile: the words, and the expression of a share. */
export const words: Readonly<
  Record<SqlDialect, readonly (readonly [string, (p: number) => string])[]>
> = {
  duckdb: [
    ['quantile_disc', (p) => `quantile_disc(x, ${p}e0)`],
    ['quantile_cont', (p) => `quantile_cont(x, ${p}e0)`],
    ['approx_quantile', (p) => `approx_quantile(x, ${p})`],
  ],
  postgres: [
    ['percentile_disc', (p) => `percentile_disc(${p}) WITHIN GROUP (ORDER BY x)`],
    ['percentile_cont', (p) => `percentile_cont(${p}) WITHIN GROUP (ORDER BY x)`],
  ],
  sqlite: [
    ['percentile_disc', (p) => `percentile_disc(x, ${p})`],
    ['percentile_cont', (p) => `percentile_cont(x, ${p})`],
  ],
  clickhouse: [
    ['quantileExact', (p) => `quantileExact(${p})(x)`],
    ['quantileExactWeighted', (p) => `quantileExactWeighted(${p})(x, 1)`],
    ['quantile', (p) => `quantile(${p})(x)`],
  ],
};

export const versions: Readonly<Record<SqlDialect, readonly [name: string, text: string]>> = {
  duckdb: ['DuckDB', 'SELECT version() AS v'],
  postgres: ['PostgreSQL', "SELECT split_part(current_setting('server_version'), ' ', 1) AS v"],
  sqlite: ['SQLite', 'SELECT sqlite_version() AS v'],
  clickhouse: ['ClickHouse', 'SELECT version() AS v'],
};

/** What somebody answers, of each share; null for none. */
export interface Answered {
  readonly who: string;
  readonly answers: readonly (number | null)[];
}

/** What an engine answers, by its words. */
export async function answersOf(engine: Engine): Promise<readonly Answered[]> {
  await engine.load('durations', { x: Float64Array.from(durations) });
  const told: Answered[] = [];
  for (const [name, of] of words[engine.dialect]) {
    const answers: number[] = [];
    for (const p of shares) {
      const { q = [] } = await engine.ask(`SELECT ${of(p)} AS q FROM durations`);
      answers.push(Number(q[0]));
    }
    told.push({ who: `${versions[engine.dialect][0]} \`${name}\``, answers });
  }
  return told;
}

/** What this library promises. */
export const promises: Answered = {
  who: '`planPromise`, `promisesSql`',
  answers: shares.map((keepRate) => {
    const capability = capabilityFromSamples(durations, { unit: 'days' });
    try {
      return planPromise(capability, { keepRate }).promise;
    } catch (error) {
      if (isOverdeliverError(error)) return null;
      throw error;
    }
  }),
};

/** The cells of a line of the table: what is answered, and how often a promise of that at .8 is kept by the next order. */
export function cellsOf({ who, answers }: Answered, version: string): readonly string[] {
  const at = answers[shares.indexOf(0.8)] ?? null;
  const kept = at === null ? '' : `${durations.filter((x) => x <= at).length} of 8`;
  const shown = answers.map((q) => (q === null ? 'too few' : String(Number(q.toFixed(4)))));
  return [who, version, ...shown, kept];
}

export const head = [
  'asked',
  'version',
  ...shares.map((p) => `.${String(p).slice(2)}`),
  'kept, where .8 was asked',
];
