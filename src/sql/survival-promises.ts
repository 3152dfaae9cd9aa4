import { slack } from '../numerics/nearly';
import { conformalRank } from './conformal-rank';
import type { Dialect } from './dialects';
import { firstFault, groupBy, leastFault } from './input-groups';
import { v } from './nested';

const value = v('value');
const finished = v('finished');
const weight = v('weight');
const n = v('n');
const quantile = v('quantile');
const rank = v('rank');

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

/** What tells of a group whether all have finished and count alike, as expressions. */
interface Extremes {
  readonly count: string;
  readonly leastFinished: string;
  readonly least: string;
  readonly most: string;
}

/** 1 where they do, else 0. */
const alike = ({ count, leastFinished, least, most }: Extremes, { number }: Dialect) =>
  `CASE WHEN ${count} > 0 AND ${leastFinished} = 1 AND ${least} > ${number(0)} AND ${most} - ${least} <= ${number(slack)} * ${least} THEN 1 ELSE 0 END`;

/** The chance that is enough: for the rank k of n one between those of k - 1 and k. */
function threshold(n: string, keepRate: number, dialect: Dialect): string {
  const { number } = dialect;
  const ranked = `(${conformalRank(n, keepRate, dialect)} - ${number(0.5)}) / ${n}`;
  return `CASE WHEN od_alike = 1 THEN ${ranked} ELSE ${number(keepRate * (1 - slack))} END`;
}

/** What is told of groups: Kish's size of the finished ones where they count differently. */
const sizes = (count: string, sum: string, squares: string, keepRate: number, dialect: Dialect) => [
  `CASE WHEN od_alike = 1 THEN ${count} WHEN ${squares} > ${dialect.number(0)} THEN ${sum} * ${sum} / ${squares} ELSE ${dialect.number(0)} END AS ${n}`,
  `CASE WHEN od_alike = 1 THEN ${conformalRank(count, keepRate, dialect)} END AS ${rank}`,
];

function inWindows(rows: string, keys: readonly string[], keepRate: number, dialect: Dialect) {
  const { number } = dialect;
  const parts = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')}`;
  const ordered = `(${parts} ORDER BY ${value}, ${finished} DESC ROWS UNBOUNDED PRECEDING)`;
  const over = (made: string) => `${made} OVER (${parts})`;
  const is = `${finished} = 1 AND ${weight} > ${number(0)}`;
  const ofFinished = (made: string) => over(`sum(CASE WHEN ${is} THEN ${made} END)`);
  const extremes = {
    count: over(`count(${value})`),
    leastFinished: over(`min(${finished})`),
    least: over(`min(${weight})`),
    most: over(`max(${weight})`),
  };
  const counted = `SELECT *,
  sum(${weight}) OVER ${ordered} AS od_gone,
  row_number() OVER ${ordered} AS od_place,
  ${over(`sum(${weight})`)} AS od_all,
  ${ofFinished(weight)} AS od_sum,
  ${ofFinished(`${weight} * ${weight}`)} AS od_squares,
  ${over(leastFault(dialect))} AS ${v('row_fault')},
  ${extremes.count} * ${number(1)} AS od_count,
  ${alike(extremes, dialect)} AS od_alike
FROM (${rows}) AS od_rows`;
  const left = `SELECT *, od_all - od_gone AS od_left, od_all - od_gone + ${weight} AS od_at_risk,
  ${threshold('od_count', keepRate, dialect)} AS od_enough
FROM (${counted}) AS od_counted`;
  // Rows under way only lower the chance: those whose chance is too low without them need no second window.
  const near = `SELECT * FROM (${left}) AS od_lefts
WHERE od_place = 1 OR ${finished} = 0 OR (${is} AND ${number(1)} - od_left / od_all >= od_enough)`;
  const logged = `SELECT *,
  sum(CASE WHEN ${finished} = 0 AND od_left > ${number(0)} THEN ln(od_at_risk / od_left) ELSE ${number(0)} END) OVER ${ordered} AS od_log
FROM (${near}) AS od_near`;
  const chance = `${number(1)} - od_left / od_all * exp(od_log)`;
  const reached = `SELECT *,
  CASE WHEN ${is} THEN CASE WHEN ${chance} >= od_enough THEN ${value} END END AS od_reached
FROM (${logged}) AS od_logs`;
  const alone = ['od_alike', 'od_count', 'od_sum', 'od_squares', v('row_fault')];
  const grouped = [
    ...keys,
    `min(od_reached) AS ${quantile}`,
    ...alone.map((name) => `max(${name}) AS ${name}`),
  ].join(',\n  ');
  const groups = `SELECT ${grouped}\nFROM (${reached}) AS od_all_reached${groupBy(keys)}`;
  const told = sizes('od_count', 'od_sum', 'od_squares', keepRate, dialect);
  const columns = [...keys, quantile, ...told, v('row_fault')].join(',\n  ');
  return `SELECT ${columns}\nFROM (${groups}) AS od_grouped`;
}

/** The same without windows: an array of each group, in order. */
function inArrays(rows: string, keys: readonly string[], keepRate: number, dialect: Dialect) {
  const { number } = dialect;
  const none = number(0);
  const kept = (names: string) => [...keys, names].join(', ');
  const row = [value, finished, weight].map((column) => `ifNull(${column}, ${none})`);
  // Those that have finished come first among equals.
  const tuple = `(${row[0]}, ${number(1)} - ${row[1]}, ${row[2]})`;
  const sorted = `SELECT ${kept(`arraySort(groupArray(${tuple})) AS od_rows,
  min(${finished}) AS od_least_finished, min(${weight}) AS od_least, max(${weight}) AS od_most,
  count(${value}) * ${number(1)} AS od_count, ${firstFault(dialect)}`)}
FROM (${rows})${groupBy(keys)}`;
  const extremes = {
    count: 'od_count',
    leastFinished: 'od_least_finished',
    least: 'od_least',
    most: 'od_most',
  };
  const apart = `SELECT ${kept(`od_count, ${v('row_fault')},
  ${alike(extremes, dialect)} AS od_alike,
  arrayMap(x -> x.1, od_rows) AS od_values,
  arrayMap(x -> ${number(1)} - x.2, od_rows) AS od_done,
  arrayMap(x -> x.3, od_rows) AS od_weights`)}
FROM (${sorted})`;
  const risks = `SELECT *, arrayReverse(arrayCumSum(arrayReverse(od_weights))) AS od_risks FROM (${apart})`;
  const logs = `SELECT *, arrayCumSum(arrayMap((f, r, w) -> CASE WHEN f = 0 AND r > w THEN log(r / (r - w)) ELSE ${none} END, od_done, od_risks, od_weights)) AS od_logs FROM (${risks})`;
  const enough = threshold('od_count', keepRate, dialect);
  const chances = `SELECT *,
  arrayMap((f, w, r, l) -> CASE WHEN f = 1 AND w > ${none} THEN ${number(1)} - (r - w) / od_risks[1] * exp(l) ELSE ${number(-1)} END, od_done, od_weights, od_risks, od_logs) AS od_chances,
  arraySum(arrayMap((f, w) -> f * w, od_done, od_weights)) AS od_sum,
  arraySum(arrayMap((f, w) -> f * w * w, od_done, od_weights)) AS od_squares
FROM (${logs})`;
  const places = `SELECT *, arrayFirstIndex(x -> x >= ifNull(${enough}, ${none}), od_chances) AS od_place FROM (${chances})`;
  const told = sizes('od_count', 'od_sum', 'od_squares', keepRate, dialect);
  return `SELECT ${kept(`CASE WHEN od_place > 0 THEN od_values[od_place] END AS ${quantile},
  ${told.join(',\n  ')}, ${v('row_fault')}`)}
FROM (${places})`;
}
