import { expectedPurchases, fitBgNbd, type ParameterSet, probabilityAlive } from 'overdeliver';
import { fitGammaGamma, fitRetention } from 'overdeliver/lifetime';
import { simulateCohort, simulateHistories, simulateSpending } from '../../test/lifetime/histories';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { readTable } from './data';

const room = 'lifetime';
const options = { id: 'lifetime/bench' };

/** The fit of the paper on its own data. */
function cdnow(): readonly Row[] {
  const rows = readTable('cdnow-summary.csv');
  if (rows === null) return [];
  const column = (name: string) => Float64Array.from(rows, (row) => Number(row[name]));
  const customers = {
    frequency: column('frequency'),
    recency: column('recency'),
    age: column('T'),
  };
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    fitBgNbd(customers, options);
    return performance.now() - start;
  });
  const model = fitBgNbd(customers, options);
  const name = 'BG/NBD on CDNOW, 2,357 customers';
  const history = { frequency: 2, recency: 30.43, age: 38.86 };
  const forNew = (t: number) => expectedPurchases(model, null, t).purchases;
  const scored = performance.now();
  for (let i = 0; i < rows.length; i++) {
    const [frequency, recency, age] = [customers.frequency, customers.recency, customers.age].map(
      (numbers) => numbers[i] as number,
    ) as [number, number, number];
    expectedPurchases(model, { frequency, recency, age }, 39);
  }
  const scoring = performance.now() - scored;
  return [
    ...Object.entries(model.parameters).flatMap(([parameter, { value, standardError }]) => [
      row(room, name, parameter, value),
      row(room, name, `standard error of ${parameter}`, standardError ?? Number.NaN),
    ]),
    row(room, name, 'log likelihood', model.fit?.logLikelihood ?? Number.NaN),
    row(room, name, 'converged', Number(model.fit?.converged)),
    row(room, name, 'E[Y(39)] of customer 1', expectedPurchases(model, history, 39).purchases),
    row(room, name, 'P(alive) of customer 1', probabilityAlive(model, history).probability),
    ...[1, 3, 32, 78].map((t) => row(room, name, `E[X(${t})]`, forNew(t))),
    row(room, name, 'milliseconds to fit, median of 9', times.sort((a, b) => a - b)[4] as number),
    row(room, name, 'milliseconds to score all', scoring),
  ];
}

/** How often 95% intervals hold the numbers that customers were simulated with, and how far off fits are. */
function recovery<Truth extends readonly number[]>(
  name: string,
  truth: Truth,
  fitDrawn: (draw: () => number, truth: Truth) => ParameterSet,
): readonly Row[] {
  const runs = 200;
  const fits = Array.from({ length: runs }, (_, seed) => fitDrawn(uniforms(seed + 1), truth));
  const converged = fits.filter((set) => set.fit?.converged);
  const names = Object.keys(fits[0]?.parameters ?? {});
  const rows = names.flatMap((parameter, i) => {
    const actual = truth[i] as number;
    let held = 0;
    // On logarithms, where estimates are nearly normal.
    const errors = converged.map((set) => {
      const { value, standardError = Number.NaN } = set.parameters[parameter] as never as {
        value: number;
        standardError?: number;
      };
      const error = Math.log(value / actual);
      if (Math.abs(error) <= (1.959964 * standardError) / value) held++;
      return error;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const squares = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0);
    const ofMean = Math.sqrt(squares / (errors.length - 1) / errors.length);
    return [
      row(room, name, `95% intervals that hold ${parameter}`, held / errors.length),
      row(room, name, `mean error of ${parameter} in its standard errors`, mean / ofMean),
    ];
  });
  return [row(room, name, 'share converged', converged.length / runs), ...rows];
}

export const lifetime: Bench = {
  room,
  run: () => [
    ...cdnow(),
    ...recovery('BG/NBD, 200 times 4,000 customers', [0.5, 6, 0.8, 2] as const, (draw, truth) =>
      fitBgNbd(simulateHistories(draw, 4000, truth), options),
    ),
    ...recovery('gamma-gamma, 200 times 2,000 customers', [6, 4, 16] as const, (draw, truth) =>
      fitGammaGamma(simulateSpending(draw, 2000, truth), options),
    ),
    ...recovery('sBG, 200 times 3,000 customers', [0.7, 3.8] as const, (draw, truth) =>
      fitRetention([simulateCohort(draw, 3000, 8, truth)], options),
    ),
  ],
};
