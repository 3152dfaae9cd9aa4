import { slack } from '../numerics/nearly';
import { conformalRank } from './conformal-rank';
import type { Dialect } from './dialects';
import { groupBy, leastFault } from './input-groups';
import { v } from './nested';

const value = v('value');
const finished = v('finished');
const weight = v('weight');
const n = v('n');
const quantile = v('quantile');
const rank = v('rank');
const rowFault = v('row_fault');

/** What a row weighs that has finished, else 0. */
const done = `${finished} * ${weight}`;

/**
 * Gives `quantile`, `n` and `rank` of groups of rows of which some are under way or count for more, by Kaplan and Meier. The
 * product over event times telescopes where nobody leaves, so that a factor is left for each row under way:
 * P(T > t) = left / all * prod at risk / left. Where all of a group have finished and count alike it is the conformal rank.
 */
export const survivalText = (
  rows: string,
  keys: readonly string[],
  keepRate: number,
  dialect: Dialect,
): string =>
  dialect.name === 'clickhouse'
    ? inArrays(rows, keys, keepRate, dialect)
    : inWindows(rows, keys, keepRate, dialect);

/** What is known of a group, as aggregates: `od_alike` is 1 where all have finished and count alike, else 0. */
function known(over: (made: string) => string, dialect: Dialect): string {
  const { number } = dialect;
  const least = over(`min(${done})`);
  const isAlike = `${least} > ${number(0)} AND ${over(`max(${weight})`)} - ${least} <= ${number(slack)} * ${least}`;
  return `${over('count(*)')} * ${number(1)} AS od_count,
  ${over(`sum(${done})`)} AS od_sum,
  ${over(`sum(${done} * ${done})`)} AS od_squares,
  ${over(leastFault(dialect))} AS ${rowFault},
  CASE WHEN ${isAlike} THEN 1 ELSE 0 END AS od_alike`;
}

/** What is told of groups, with Kish's size of the finished ones where they count differently. */
const told = (keys: readonly string[], made: string, keepRate: number, dialect: Dialect) =>
  `SELECT ${[...keys, made].join(', ')} AS ${quantile},
  CASE WHEN od_alike = 1 THEN od_count WHEN od_squares > ${dialect.number(0)} THEN od_sum * od_sum / od_squares ELSE ${dialect.number(0)} END AS ${n},
  CASE WHEN od_alike = 1 THEN ${conformalRank('od_count', keepRate, dialect)} END AS ${rank}, ${rowFault}`;

function inWindows(rows: string, keys: readonly string[], keepRate: number, dialect: Dialect) {
  const { number } = dialect;
  const [none, one] = [number(0), number(1)];
  const parts = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')}`;
  const over = (made: string) => `${made} OVER (${parts})`;
  // Times that are equal up to rounding are the least of them.
  const timed = `SELECT *, min(${value}) OVER (${parts} ORDER BY ln(${value} + ${number(1e-60)}) RANGE BETWEEN ${number(slack)} PRECEDING AND CURRENT ROW) AS od_time
FROM (${rows}) AS od_rows`;
  // Summed up from the end: a difference would lose the digits of small weights.
  const fromEnd = `OVER (${parts} ORDER BY od_time DESC, ${finished}, ${value} DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  const counted = `SELECT *,
  coalesce(sum(${weight}) ${fromEnd}, ${none}) AS od_left,
  row_number() ${fromEnd} AS od_place,
  ${over(`sum(${weight})`)} AS od_all,
  ${known(over, dialect)}
FROM (${timed}) AS od_rows`;
  // The chance that is enough: for the rank k of n one between those of k - 1 and k.
  const ranked = `(${conformalRank('od_count', keepRate, dialect)} - ${number(0.5)}) / od_count`;
  const left = `SELECT *, CASE WHEN od_alike = 1 THEN ${ranked} ELSE ${number(keepRate * (1 - slack))} END AS od_enough
FROM (${counted}) AS od_rows`;
  // Rows under way only lower the chance: those whose chance is too low without them need no further window.
  const near = `SELECT * FROM (${left}) AS od_rows
WHERE od_place = 1 OR ${finished} = 0 OR (${done} > ${none} AND ${one} - od_left / od_all >= od_enough)`;
  const logged = `SELECT *,
  sum(CASE WHEN ${finished} = 0 AND od_left > ${none} THEN ln((od_left + ${weight}) / od_left) ELSE ${none} END) OVER (${parts} ORDER BY od_time, ${finished} DESC ROWS UNBOUNDED PRECEDING) AS od_log
FROM (${near}) AS od_rows`;
  const reached = `SELECT *,
  CASE WHEN ${done} > ${none} THEN CASE WHEN ${one} - od_left / od_all * exp(od_log) >= od_enough THEN CASE WHEN od_alike = 1 THEN ${value} ELSE od_time END END END AS od_reached
FROM (${logged}) AS od_rows`;
  const alone = ['od_alike', 'od_count', 'od_sum', 'od_squares', rowFault];
  const made = [...keys, 'min(od_reached) AS od_reached', ...alone.map((x) => `max(${x}) AS ${x}`)];
  return `${told(keys, 'od_reached', keepRate, dialect)}
FROM (SELECT ${made.join(', ')}
FROM (${reached}) AS od_rows${groupBy(keys)}) AS od_rows`;
}

/** The same without windows: arrays of each group, in order. */
function inArrays(rows: string, keys: readonly string[], keepRate: number, dialect: Dialect) {
  const { number } = dialect;
  const [none, one] = [number(0), number(1)];
  const tuple = [value, done, `${weight} - ${done}`].map((x) => `ifNull(${x}, ${none})`);
  const sorted = `SELECT ${[...keys, `arraySort(x -> x.1, groupArray((${tuple.join(', ')})))`].join(', ')} AS od_rows,
  ${known((made) => made, dialect)}
FROM (${rows})${groupBy(keys)}`;
  const [values, ends, others] = tuple.map((_, i) => `arrayMap(x -> x.${i + 1}, od_rows)`);
  const fromEnd = (weights = '') => `arrayReverse(arrayCumSum(arrayReverse(${weights})))`;
  const next = (array: string) => `arrayPushBack(arrayPopFront(${array}), ${none})`;
  const last = (array: string, first: number) =>
    `arrayPushFront(arrayPopBack(${array}), ${number(first)})`;
  const apart = `SELECT *, ${values} AS od_values,
  arrayMap((x, y) -> x > y AND x - y >= ${number(slack)} * y, od_values, ${last('od_values', -1)}) AS od_firsts
FROM (${sorted})`;
  const firsts = (array: string) => `arrayFilter((x, y) -> y, ${array}, od_firsts)`;
  const times = `SELECT *, ${firsts('od_values')} AS od_times,
  ${firsts(fromEnd(ends))} AS od_ends,
  ${firsts(fromEnd(others))} AS od_others,
  ${next('od_ends')} AS od_next
FROM (${apart})`;
  const logs = `SELECT *, arrayCumSum(arrayMap((x, y, z) -> CASE WHEN y > z AND x + z > ${none} THEN log((x + y) / (x + z)) ELSE ${none} END, od_next, od_others, ${next('od_others')})) AS od_logs
FROM (${times})`;
  const chances = `SELECT *, arrayFirstIndex((w, x, y, z) -> w > x AND ${one} - (x + y) / (od_ends[1] + od_others[1]) * exp(z) >= ${number(keepRate * (1 - slack))}, od_ends, od_next, od_others, ${last('od_logs', 0)}) AS od_place
FROM (${logs})`;
  const made = `CASE WHEN od_alike = 1 THEN od_values[${rank}] WHEN od_place > 0 THEN od_times[od_place] END`;
  return `${told(keys, made, keepRate, dialect)}
FROM (${chances})`;
}
