import { postgresEngine, startPostgres } from '../../test/sql/engines/postgres';
import { groupsOff } from './checked';
import { ranks } from './columnar';
import { groups, type Orders, ordersSql } from './orders';
import { ranksText } from './queries';

const types = 'g integer, x float8, f float8, w float8, p float8, l float8';
const made = ordersSql('i', { double: 'float8', whole: 'integer' });

/** PostgreSQL: a head with foreign tables in two clusters, each of which holds half of the groups. */
export async function postgres(orders: Orders, _: number, say: (line: string) => void) {
  const rows = orders.x.length;
  const servers = [await startPostgres(), await startPostgres(), await startPostgres()];
  try {
    const [head, ...nodes] = servers.map(({ place }) => postgresEngine(place));
    if (head === undefined) throw new Error('three clusters were started');
    await head.run('CREATE EXTENSION postgres_fdw');
    await head.run(`CREATE TABLE orders (${types}) PARTITION BY RANGE (g)`);
    for (const [k, node] of nodes.entries()) {
      const [from, to] = [(k * groups) / 2, ((k + 1) * groups) / 2];
      const all = `SELECT ${made} FROM generate_series(CAST(0 AS bigint), ${rows - 1}) AS i`;
      await node.run(`CREATE TABLE orders (${types})`);
      await node.run(
        `INSERT INTO orders SELECT * FROM (${all}) AS made WHERE g >= ${from} AND g < ${to}`,
      );
      await node.run('ANALYZE orders');
      const name = `node_${k + 1}`;
      const place = servers[k + 1]?.place;
      await head.run(
        `CREATE SERVER ${name} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${place}', dbname 'postgres', use_remote_estimate 'true')`,
      );
      await head.run(`CREATE USER MAPPING FOR od SERVER ${name} OPTIONS (user 'od')`);
      await head.run(
        `CREATE FOREIGN TABLE orders_${k + 1} PARTITION OF orders FOR VALUES FROM (${from}) TO (${to}) SERVER ${name} OPTIONS (table_name 'orders')`,
      );
    }
    const text = ranksText('postgres');
    const own = ranks(orders);
    for (const setting of ['off', 'on'] as const) {
      await head.run(`ALTER DATABASE postgres SET enable_partitionwise_aggregate = ${setting}`);
      const since = performance.now();
      const off = groupsOff(await head.ask(text), own);
      const took = (performance.now() - since) / 1000;
      say(
        `three clusters, partition-wise aggregates ${setting}: groups off ${off}, ${took.toFixed(2)} s`,
      );
      for (const told of await plan(head, text)) say(`  ${told}`);
    }
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** What was asked of nodes. */
async function plan(head: ReturnType<typeof postgresEngine>, text: string) {
  const lines = await head.explain(text);
  return lines
    .filter((one) => /Foreign Scan|Remote SQL/.test(one))
    .map((one) => one.trim().slice(0, 160));
}
