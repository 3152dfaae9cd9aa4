import type { EstimatorModel } from '../capability/estimator/estimator-model';
import { exponents } from '../capability/powered';
import type { Dialect } from './dialects';
import type { EstimatorColumns } from './estimator-read';
import { expWithin, farthestLog } from './limits';
import { logSum } from './log-sum';
import { countColumn, doubleColumn, type Plan, v } from './nested';
import {
  anyNumber,
  lacking,
  type NumberRead,
  offRange,
  outOfRange,
  readLayers,
} from './numbers-read';

/** What an estimate is quoted by: times a number, to the power of how its spread compares with the usual one if there is one. */
export interface QuoteRead {
  readonly factor: number;
  readonly usualSpread: number | null;
}

/** The logarithms of an estimate and its spread, and their exponentials. */
export function estimatesPlan(
  model: EstimatorModel,
  { numbers, texts }: EstimatorColumns,
  quote: QuoteRead | null,
  dialect: Dialect,
): Plan {
  const { number } = dialect;
  const reads = numbers.map(
    ({ column }, k): NumberRead => ({ as: `x${k}`, column, range: anyNumber }),
  );
  const names = Object.fromEntries([
    ...numbers.map(({ name }, k) => [name, v(`x${k}`)]),
    ...texts.map(({ name }, k) => [name, v(`c${k}`)]),
  ]);
  const level = logSum('l', model, names, false, dialect);
  const spread =
    model.spread === undefined ? null : logSum('s', model.spread, names, true, dialect);
  const [raw, fit] = readLayers(reads, dialect);
  const strings = texts.map(({ column }, k) => [`c${k}`, dialect.string(dialect.quote(column))]);
  const width = v('spread');
  const quoted = quote && quotedBy(quote, dialect);
  return {
    layers: [
      { ...raw, ...Object.fromEntries(strings) },
      fit,
      { ...level.layers[0], ...spread?.layers[0] },
      { ...level.layers[1], ...spread?.layers[1] },
      { log: level.total, wide: spread?.total ?? number(0) },
      { median: expWithin(v('log'), dialect), spread: expWithin(v('wide'), dialect) },
    ],
    faults: [
      ...reads.map((read) => offRange(read, dialect)),
      ...reads.map((read) => lacking(read, dialect)),
      ...texts.map(({ column }, k) => {
        return { code: 'missing', input: column, when: `${v(`c${k}`)} IS NULL` };
      }),
      ...numbers.flatMap(({ name, column }) =>
        [level.terms[name], spread?.terms[name]].flatMap((term) =>
          term === undefined ? [] : [outOfRange(column, tooFar(term, dialect))],
        ),
      ),
      outOfRange(null, tooFar(v('log'), dialect)),
      outOfRange(null, tooFar(v('wide'), dialect)),
      ...(quoted?.far ?? []).map((when) => outOfRange(null, when)),
    ],
    columns: [
      doubleColumn('estimate', `the median, in ${model.unit}`, v('median')),
      doubleColumn('spread', 'how far off such rows are, as estimateWith says', width),
      ...(quoted === null
        ? []
        : [
            doubleColumn(
              'quote',
              `what to promise, in ${model.unit}`,
              `${quoted.times} * ${v('median')}`,
            ),
          ]),
      countColumn(
        'unseen',
        'in how many columns and pairs of them the value was not fitted on',
        ['0', ...level.unseen].join(' + '),
      ),
    ],
    reads: [...numbers, ...texts].map(({ column }) => column),
  };
}

/** What an estimate is multiplied by to quote it, and what is too far off for that. */
function quotedBy({ factor, usualSpread }: QuoteRead, dialect: Dialect) {
  const { number } = dialect;
  const log = Math.log(factor);
  const quoteOf = (power: string) => tooFar(`${v('log')} + ${power}`, dialect);
  if (usualSpread === null) {
    return { times: number(factor), far: factor === 0 ? [] : [quoteOf(number(log))] };
  }
  const unlike = tooUnlike(usualSpread, dialect);
  if (factor === 0) return { times: number(0), far: [unlike] };
  const power = `${number(log / usualSpread)} * ${v('spread')}`;
  return {
    times: expWithin(power, dialect),
    far: [unlike, tooFar(power, dialect), quoteOf(power)],
  };
}

const tooFar = (log: string, { number }: Dialect) => `NOT (abs(${log}) < ${number(farthestLog)})`;

/** A spread that is no power to compute with, which a calibration refuses too. */
function tooUnlike(usual: number, { number }: Dialect): string {
  const [least, most] = [exponents.least, exponents.most].map((times) =>
    number(Math.log(times * usual)),
  );
  return `NOT (${v('wide')} >= ${least} AND ${v('wide')} <= ${most})`;
}
