import { startDuckDb } from '../../test/sql/engines/duckdb';
import { groupsOff } from './checked';
import { curves, expectations, ranks, scores } from './columnar';
import { line } from './line';
import { type Orders, ordersSql } from './orders';
import { curvesText, expectationsText, ranksText, scoresText } from './queries';
import { inTurns } from './turns';

/** DuckDB on two threads beside TypeScript on one, the same orders in the memory of the same process. */
export async function duckDb(orders: Orders, turns: number, say: (line: string) => void) {
  const engine = await startDuckDb();
  const made = ordersSql('range', { double: 'DOUBLE', whole: 'INTEGER' });
  await engine.run(`CREATE TABLE orders AS SELECT ${made} FROM range(${orders.x.length})`);
  const own = { ranks: ranks(orders), curves: curves(orders) };
  say(`groups off: ranks ${groupsOff(await engine.ask(ranksText('duckdb')), own.ranks)}`);
  say(`groups off: curves ${groupsOff(await engine.ask(curvesText('duckdb')), own.curves)}`);
  const cases = [
    ['satisfaction', scoresText, scores, 0.45],
    ['expectation', expectationsText, expectations, 2.5],
    ['promises of ranks', ranksText, ranks, 2],
    ['promises of curves', curvesText, curves, 1.5],
  ] as const;
  for (const [name, text, columnar, bound] of cases) {
    const query = text('duckdb');
    say(
      line(
        name,
        await inTurns(
          () => engine.ask(query),
          () => columnar(orders),
          turns,
        ),
        bound,
      ),
    );
  }
}
