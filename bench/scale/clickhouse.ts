import { clickHouseEngine, startClickHouse } from '../../test/sql/engines/clickhouse';
import { freePorts } from '../../test/sql/engines/server';
import { groupsOff } from './checked';
import { curves, ranks } from './columnar';
import { line } from './line';
import { type Orders, ordersSql } from './orders';
import { curvesText, ranksText } from './queries';
import { inTurns } from './turns';

const types = 'g Int32, x Float64, f Float64, w Float64, p Float64, l Float64';
const made = ordersSql('toInt64(number)', { double: 'Float64', whole: 'Int32' });

/** ClickHouse: one server beside TypeScript, then two with half of the groups each. */
export async function clickHouse(orders: Orders, turns: number, say: (line: string) => void) {
  const rows = orders.x.length;
  const ports = await freePorts(6);
  const of = (node: number) => ports.slice(3 * node, 3 * node + 3);
  const shard = (node: number) =>
    `<shard><replica><host>127.0.0.1</host><port>${of(node)[1]}</port></replica></shard>`;
  const config = `<remote_servers><two>${shard(0)}${shard(1)}</two></remote_servers>
  <query_log><database>system</database><table>query_log</table><flush_interval_milliseconds>500</flush_interval_milliseconds></query_log>`;
  const start = (node: number) => startClickHouse(of(node), config, '<log_queries>1</log_queries>');
  const servers = [await start(0), await start(1)];
  try {
    const nodes = servers.map(({ place }) => clickHouseEngine(place));
    const [head, other] = nodes;
    if (head === undefined || other === undefined) throw new Error('two servers were started');
    const own = { ranks: ranks(orders), curves: curves(orders) };
    const all = `SELECT ${made} FROM numbers(${rows})`;
    await head.run(`CREATE TABLE orders (${types}) ENGINE = Memory`);
    await head.run(`INSERT INTO orders ${all}`);
    say(
      `one node, groups off: ranks ${groupsOff(await head.ask(ranksText('clickhouse')), own.ranks)}`,
    );
    say(
      `one node, groups off: curves ${groupsOff(await head.ask(curvesText('clickhouse')), own.curves)}`,
    );
    const timed = async (
      name: string,
      text: string,
      columnar: (of: Orders) => unknown,
      bound: number,
    ) =>
      say(
        line(
          name,
          await inTurns(
            () => head.ask(text),
            () => columnar(orders),
            turns,
          ),
          bound,
          false,
        ),
      );
    await timed('promises of ranks', ranksText('clickhouse'), ranks, 0.3);
    await timed('promises of curves', curvesText('clickhouse'), curves, 1);
    await head.run('DROP TABLE orders');

    for (const [k, node] of nodes.entries()) {
      await node.run(`CREATE TABLE orders_here (${types}) ENGINE = Memory`);
      await node.run(`INSERT INTO orders_here SELECT * FROM (${all}) WHERE g % 2 = ${k}`);
      await node.run(`CREATE VIEW promises_here AS ${ranksText('clickhouse', 'orders_here')}`);
      await node.run(`CREATE VIEW curves_here AS ${curvesText('clickhouse', 'orders_here')}`);
    }
    const spread = (table: string) => `Distributed(two, default, ${table})`;
    await head.run(`CREATE TABLE orders AS orders_here ENGINE = ${spread('orders_here')}`);
    for (const name of ['promises', 'curves']) {
      const columns = 'g Int32, promise Nullable(Float64)';
      await head.run(`CREATE TABLE all_${name} (${columns}) ENGINE = ${spread(`${name}_here`)}`);
    }
    const asked = [
      ['ranks over a Distributed table', ranksText('clickhouse'), own.ranks],
      ['ranks, a view on the nodes', 'SELECT g, promise FROM all_promises', own.ranks],
      ['curves over a Distributed table', curvesText('clickhouse'), own.curves],
      ['curves, a view on the nodes', 'SELECT g, promise FROM all_curves', own.curves],
    ] as const;
    for (const [name, text, promises] of asked) {
      const { at = [] } = await head.ask('SELECT toUnixTimestamp(now()) + 1 AS at');
      const clock = Number(at[0]);
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const since = performance.now();
      const off = groupsOff(await head.ask(text), promises);
      const took = (performance.now() - since) / 1000;
      say(`two nodes, ${name}: groups off ${off}, ${took.toFixed(2)} s`);
      say(`  node 1, the head, worked in place; node 2 ${await done(other, clock)}`);
    }
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** What a node was asked by the head, and what it gave. */
async function done(node: ReturnType<typeof clickHouseEngine>, since: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const {
    r = [],
    b = [],
    n = [],
  } = await node.ask(
    `SELECT sum(read_rows) AS r, sum(result_rows) AS n, sum(result_bytes) AS b FROM system.query_log WHERE type = 2 AND is_initial_query = 0 AND event_time >= toDateTime(${since})`,
  );
  return `read ${r[0]} rows and sent ${n[0]} rows, ${b[0]} bytes`;
}
