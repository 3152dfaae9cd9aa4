import fc from 'fast-check';
import { isOverdeliverError } from 'overdeliver';
import { marketplaceSatisfaction } from 'overdeliver/satisfaction';
import { satisfactionSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { engines } from './engines';

const nasty = [
  "it's",
  'x; DROP TABLE victims --',
  '/* x */',
  ') UNION SELECT 1 --',
  'a?b',
  '$1',
  ':x',
  '@x',
  '%s',
  '{x:String}',
  'select',
  'ünï cödé 😀',
  '[x]',
  ' ',
  'a.b',
  '-- ',
  '#',
];

/** Whether a name passes the door. */
function isTaken(name: string): boolean {
  try {
    scored('duckdb', [name], name);
    return true;
  } catch (error) {
    if (isOverdeliverError(error)) return false;
    throw error;
  }
}

const scored = (
  dialect: 'duckdb' | 'postgres' | 'sqlite' | 'clickhouse',
  keep: string[],
  actual: string,
) =>
  satisfactionSql(marketplaceSatisfaction, {
    dialect,
    from: 'victims',
    keep,
    columns: { promised: actual, actual, unit: 'days' },
  });

const sampled = fc
  .sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), { numRuns: 300, seed: 7 })
  .filter(isTaken);
// Engines do not tell cases apart.
const names = [...nasty, ...sampled].filter(
  (name, i, all) => all.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === i,
);

const quotes = { duckdb: '"', postgres: '"', sqlite: '"', clickhouse: '`' } as const;

describe.each(engines)('$dialect', (engine) => {
  it(`reads ${names.length} columns by their names, whatever these say`, async () => {
    const quote = quotes[engine.dialect];
    const values = names.map((name, i) => `${i + 1} AS ${quote}${name}${quote}`);
    await engine.run(
      engine.dialect === 'clickhouse'
        ? `CREATE TABLE victims ENGINE = Memory AS SELECT ${values.join(', ')}`
        : `CREATE TABLE victims AS SELECT ${values.join(', ')}`,
    );
    const kept = await engine.ask(scored(engine.dialect, names, names[0] as string).text);
    expect(names.map((name) => kept[name]?.[0])).toEqual(names.map((_, i) => i + 1));
    for (const [i, name] of nasty.entries()) {
      const query = scored(engine.dialect, [], name);
      const { utility } = await engine.ask(query.text);
      const own = marketplaceSatisfaction.parameters['time.performance']?.value as number;
      expect(utility?.[0]).toBeCloseTo(own * Math.log(i + 1), 12);
      // The fault of a column bears its name.
      const off = `SELECT -1 AS ${quote}${name}${quote}`;
      const faulty = satisfactionSql(marketplaceSatisfaction, {
        dialect: engine.dialect,
        from: { text: off },
        columns: { promised: name, actual: name, unit: 'days' },
      });
      expect(await engine.ask(faulty.offenders)).toEqual({
        status: ['out-of-range'],
        input: [name],
        n: [1],
      });
    }
    expect(await engine.ask('SELECT count(*) AS n FROM victims')).toEqual({ n: [1] });
  });
});
