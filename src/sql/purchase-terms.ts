import type { Dialect } from './dialects';
import { v } from './nested';

/** The numbers of BG/NBD. */
export type BgNbdNumbers = readonly [r: number, alpha: number, a: number, b: number];

/** The end of a period, and how much the purchases up to it count in what is discounted. */
export interface PeriodEnd {
  readonly at: number;
  readonly counted: number;
}

/**
 * The purchases that `purchasesWhileAlive` expects, as tables behind `WITH RECURSIVE`: a row of `od_terms` holds the sum up to
 * the term k, for each pair of frequency and age that there is and each end of a period. The last table has, by pair, the
 * purchases up to the last end and the discounted ones.
 */
export function purchaseTables(
  [r, alpha, a, b]: BgNbdNumbers,
  ends: readonly PeriodEnd[],
  { number }: Dialect,
): string[] {
  const one = number(1);
  const zero = number(0);
  const last = ends.length;
  const periods = ends.map(
    ({ at, counted }, i) =>
      `SELECT ${i + 1} AS od_end, ${number(at)} AS od_time, ${number(counted)} AS od_counted`,
  );
  // The term after k, and what is left of the sum beyond it, as the loop in TypeScript has them.
  const ratio = `(od_share * (od_r + od_k) / (od_k + ${one}))`;
  const next = `od_chance * ${ratio}`;
  const staying = `od_staying * ((od_b + od_k) / (${number(a)} + od_b + od_k))`;
  const rest = `od_chance * od_made * ${ratio} <= ${number(1e-17)} * od_sum * (${one} - ${ratio})`;
  const isDone = `od_k > ${zero} AND ${ratio} < ${one} AND ${rest}`;
  // Chances are shares of the first, which is tiny where many purchases are likely.
  const scale = `CASE WHEN od_all > ${number(1e200)} THEN ${number(1e-200)} ELSE ${one} END`;
  const kept = ['od_tx', 'od_tage', 'od_end', 'od_counted', 'od_share', 'od_r', 'od_b'];
  return [
    `od_periods AS (${periods.join(' UNION ALL ')})`,
    `od_pairs AS (SELECT DISTINCT ${v('x')} AS od_tx, ${v('age')} AS od_tage FROM od_base WHERE ${v('fault')} = 0)`,
    `od_terms(${[...kept, 'od_k', 'od_chance', 'od_all', 'od_made', 'od_staying', 'od_sum'].join(', ')}) AS (
SELECT od_tx, od_tage, od_end, od_counted, od_time / (${number(alpha)} + od_tage + od_time), ${number(r)} + od_tx, ${number(b)} + od_tx,
  ${zero}, ${one}, ${one}, ${zero}, ${one}, ${zero}
FROM od_pairs CROSS JOIN od_periods
UNION ALL
SELECT ${kept.join(', ')}, od_k + ${one}, ${next} * (${scale}), (od_all + ${next}) * (${scale}), od_made + od_staying,
  ${staying}, (od_sum + ${next} * (od_made + od_staying)) * (${scale})
FROM od_terms WHERE NOT (${isDone}))`,
    `od_sums AS (SELECT od_tx, od_tage, sum(CASE WHEN od_end = ${last} THEN od_sum / od_all ELSE ${zero} END) AS od_purchases,
  sum(od_counted * (od_sum / od_all)) AS od_discounted
FROM od_terms WHERE ${isDone} GROUP BY od_tx, od_tage)`,
  ];
}
