import type { EstimatorModel } from '../capability/estimator/estimator-model';
import type { Dialect } from './dialects';
import type { EstimatorColumns } from './estimator-read';
import { logSum } from './log-sum';
import { type Given, type Plan, v } from './nested';
import { anyNumber, lacking, type NumberRead, offRange, readLayers } from './numbers-read';

/** A sum of logarithms beyond this is no estimate: its exponential could end a query. */
const farthest = 700;

/** What an estimate is quoted by: times a number, or times it to the power of the spread. */
export interface QuoteRead {
  readonly factor: number;
  readonly bySpread: boolean;
}

/** The logarithms of an estimate and its spread, and their exponentials. */
export function estimatesPlan(
  model: EstimatorModel,
  { numbers, texts }: EstimatorColumns,
  quote: QuoteRead | null,
  dialect: Dialect,
): Plan {
  const { number, least, greatest } = dialect;
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
  const power = (log: string) =>
    `exp(${least(greatest(log, number(-farthest)), number(farthest))})`;
  const isFar = (log: string) => `NOT (abs(${log}) < ${number(farthest)})`;
  const off = (input: string | null, log: string) => ({
    code: 'out-of-range',
    input,
    when: isFar(log),
  });
  const width = v('spread');
  const times = quote?.bySpread ? raised(quote.factor, width, dialect) : number(quote?.factor ?? 1);
  return {
    layers: [
      { ...raw, ...Object.fromEntries(strings) },
      { ...fit },
      { ...level.layers[0], ...spread?.layers[0] },
      { ...level.layers[1], ...spread?.layers[1] },
      { log: level.total, wide: spread?.total ?? number(0) },
      { median: power(v('log')), spread: power(v('wide')) },
    ],
    faults: [
      ...reads.map(offRange),
      ...reads.map(lacking),
      ...texts.map(({ column }, k) => {
        return { code: 'missing', input: column, when: `${v(`c${k}`)} IS NULL` };
      }),
      ...numbers.flatMap(({ name, column }) =>
        [level.terms[name], spread?.terms[name]].flatMap((term) =>
          term === undefined ? [] : [off(column, term)],
        ),
      ),
      off(null, v('log')),
      off(null, v('wide')),
    ],
    columns: [
      double('estimate', `the median, in ${model.unit}`, v('median')),
      double('spread', 'how far off such rows are, as estimateWith says', width),
      ...(quote === null
        ? []
        : [double('quote', `what to promise, in ${model.unit}`, `${times} * ${v('median')}`)]),
      {
        name: 'unseen',
        type: 'integer',
        meaning: 'in how many columns and pairs of them the value was not fitted on',
        from: ['0', ...level.unseen].join(' + '),
      },
    ],
    reads: [...numbers, ...texts].map(({ column }) => column),
  };
}

/** A number above 0 to the power of another, where neither ends a query. */
function raised(factor: number, power: string, { number, least, greatest }: Dialect): string {
  const log = `${number(Math.log(factor))} * ${power}`;
  return `exp(${least(greatest(log, number(-farthest)), number(farthest))})`;
}

const double = (name: string, meaning: string, from: string): Given => ({
  name,
  type: 'double',
  meaning,
  from,
});
