import Database from 'better-sqlite3';
import { sql as drizzleSql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import knexOf from 'knex';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { marketplaceSatisfaction, predictSatisfactions } from 'overdeliver/satisfaction';
import { satisfactionSql } from 'overdeliver/sql';
import { afterAll, describe, expect, it } from 'vitest';

/** A shop's orders, in a column whose name a builder could take for a parameter. */
const database = new Database(':memory:');
const table = 'CREATE TABLE orders (id TEXT, region TEXT, "promised\\?" REAL, took REAL)';
const filled =
  "INSERT INTO orders VALUES ('a', 'north', 10, 8), ('b', 'north', 10, 12), ('c', 'south', 3, 3), ('d', 'south', 3, NULL)";
database.exec(table.replaceAll('\\?', '?'));
database.exec(filled);
afterAll(() => {
  database.close();
});

const query = satisfactionSql(marketplaceSatisfaction, {
  dialect: 'sqlite',
  from: 'orders',
  keep: ['id', 'region'],
  columns: { promised: 'promised?', actual: 'took', unit: 'days' },
});
const { score } = predictSatisfactions({
  promised: Float64Array.of(10, 10, 3),
  actual: Float64Array.of(8, 12, 3),
  unit: 'days',
});
const [a = 0, b = 0, c = 0] = score;
const means = [
  { region: 'north', mean: expect.closeTo((a + b) / 2, 10) },
  { region: 'south', mean: expect.closeTo(c, 10) },
];

describe('a query', () => {
  it('is a table in Kysely', async () => {
    const db = new Kysely<Record<never, never>>({ dialect: new SqliteDialect({ database }) });
    const scored = sql<{ region: string; score: number | null }>`(${sql.raw(query.text)})`;
    const rows = await db
      .selectFrom(scored.as('scored'))
      .select(({ fn }) => ['region', fn.avg<number>('score').as('mean')])
      .groupBy('region')
      .orderBy('region')
      .execute();
    expect(rows).toEqual(means);
  });

  it('is a table in Drizzle', () => {
    const db = drizzle(database);
    const scored = drizzleSql.raw(query.text);
    const rows = db.all(
      drizzleSql`SELECT region, avg(score) AS mean FROM (${scored}) AS scored GROUP BY region ORDER BY region`,
    );
    expect(rows).toEqual(means);
  });

  it('is a table in knex, which takes a question mark for a parameter unless it is escaped', async () => {
    const knex = knexOf({
      client: 'better-sqlite3',
      connection: { filename: ':memory:' },
      useNullAsDefault: true,
    });
    await knex.raw(table);
    await knex.raw(filled);
    const scored = query.text.replaceAll('?', '\\?');
    const rows = await knex
      .select('region')
      .avg('score as mean')
      .from(knex.raw(`(${scored}) as scored`))
      .groupBy('region')
      .orderBy('region');
    await knex.destroy();
    expect(rows).toEqual(means);
  });

  it('is a view', () => {
    database.exec(`CREATE VIEW scored AS ${query.text}`);
    const worst = database.prepare('SELECT id, status FROM scored ORDER BY score DESC').all();
    expect(worst).toHaveLength(4);
    expect(worst.at(-1)).toEqual({ id: 'd', status: 'missing' });
  });
});
