import type { EstimatorModel } from '../capability/estimator/estimator-model';
import type { Dialect } from './dialects';
import { type Given, type Plan, v } from './nested';
import { anyNumber, lacking, type NumberRead, offRange, readLayers } from './numbers-read';

/** A sum of logarithms beyond this is no estimate: its exponential could end a query. */
const farthest = 700;

/** An estimator as a query needs it: its model, where its columns stand, and what times an estimate is quoted. */
export interface EstimatorRead {
  readonly model: EstimatorModel;
  readonly columns: Readonly<Record<string, string>>;
  readonly factor: number | null;
}

/** The terms of the logarithm, their sum, and its exponential. */
export function estimatesPlan({ model, columns, factor }: EstimatorRead, dialect: Dialect): Plan {
  const { number, string, quote, least, greatest } = dialect;
  const slopes = Object.entries(model.numeric).map(([name, slope], k) => ({
    ...slope,
    read: { as: `x${k}`, column: columns[name] as string, range: anyNumber } satisfies NumberRead,
    term: `t${k}`,
  }));
  const categories = Object.entries(model.categorical).map(([name, effects], k) => ({
    as: `c${k}`,
    column: columns[name] as string,
    effects: Object.entries(effects),
  }));
  const numbers = slopes.map(({ read }) => read);
  const [raw, fit] = readLayers(numbers, dialect);
  const texts = categories.map(({ as, column }) => [as, string(quote(column))]);
  const terms = slopes.map(({ read, term, value, mean }) => [
    term,
    `${number(value)} * (${v(read.as)} - ${number(mean)})`,
  ]);
  const effects = categories.map(({ as, effects }) => {
    const cases = effects.map(
      ([category, { value }]) => `WHEN ${v(as)} = ${dialect.text(category)} THEN ${number(value)}`,
    );
    return `CASE ${cases.join(' ')} ELSE ${number(0)} END`;
  });
  const sum = [number(model.intercept.value), ...slopes.map(({ term }) => v(term)), ...effects];
  const log = v('log');
  const isFar = (added: string) => `NOT (abs(${added}) < ${number(farthest)})`;
  const unseen = [
    ...slopes.map(({ read, range: [low, high] }) => {
      const seen = `${v(read.as)} >= ${number(low)} AND ${v(read.as)} <= ${number(high)}`;
      return `CASE WHEN ${seen} THEN 0 ELSE 1 END`;
    }),
    ...categories.map(({ as, effects }) => {
      const known = effects.map(([category]) => dialect.text(category));
      return `CASE WHEN ${v(as)} IN (${known.join(', ')}) THEN 0 ELSE 1 END`;
    }),
  ];
  return {
    layers: [
      { ...raw, ...Object.fromEntries(texts) },
      { ...fit },
      Object.fromEntries(terms),
      { log: sum.join(' + ') },
      { median: `exp(${least(greatest(log, number(-farthest)), number(farthest))})` },
    ],
    faults: [
      ...numbers.map(offRange),
      ...numbers.map(lacking),
      ...categories.map(({ as, column }) => {
        return { code: 'missing', input: column, when: `${v(as)} IS NULL` };
      }),
      ...slopes.map(({ read, term }) => {
        return { code: 'out-of-range', input: read.column, when: isFar(v(term)) };
      }),
      { code: 'out-of-range', input: null, when: isFar(log) },
    ],
    columns: [
      double('estimate', `the median, in ${model.unit}`, v('median')),
      ...(factor === null
        ? []
        : [
            double(
              'quote',
              `what to promise, in ${model.unit}`,
              `${number(factor)} * ${v('median')}`,
            ),
          ]),
      {
        name: 'unseen',
        type: 'integer',
        meaning: 'in how many columns the value was not fitted on',
        from: unseen.length === 0 ? '0' : unseen.join(' + '),
      },
    ],
    reads: [...numbers, ...categories].map(({ column }) => column),
  };
}

const double = (name: string, meaning: string, from: string): Given => ({
  name,
  type: 'double',
  meaning,
  from,
});
