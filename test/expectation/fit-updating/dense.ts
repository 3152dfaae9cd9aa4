import { adjustParameters } from 'overdeliver';
import {
  expectationDefaults,
  type UpdatingFit,
  type UpdatingHistory,
  updateExpectation,
} from 'overdeliver/expectation';

const day = 86_400_000;

/**
 * The log likelihood of all predicted reports without any filter: each customer's are one draw from a normal distribution of as
 * many dimensions. Its mean is the path that `updateExpectation` gives. What lies off the path is left over by each event in
 * part, which the path tells, too: a start one point higher ends as much higher.
 */
export function denseLogLikelihood(
  histories: readonly UpdatingHistory[],
  { parameters, strays }: Pick<UpdatingFit, 'parameters' | 'strays'>,
): number {
  const [report, spread, unseen] = strays.predicted.map(({ value }) => value) as [
    number,
    number,
    number,
  ];
  let sum = 0;
  for (const { start, from, path } of histories) {
    const means: number[] = [];
    const reported: number[] = [];
    // By report: how much is left of the start, and of what grew before each step.
    const left: number[][] = [];
    let at = start;
    let since = Number(from);
    let shares = [1];
    const grown = [spread ** 2];
    for (const { at: time, event, reported: said } of path) {
      const elapsedDays = (Number(time) - since) / day;
      since = Number(time);
      grown.push(elapsedDays * unseen);
      shares.push(1);
      if (event !== undefined) {
        const move = (mean: number) =>
          updateExpectation({ ...at, predicted: { ...at.predicted, mean }, desired: 100 }, event, {
            elapsedDays,
            parameters,
          });
        const share = move(50).predicted.mean - move(49).predicted.mean;
        shares = shares.map((one) => one * share);
        at = move(at.predicted.mean);
      } else {
        const variance =
          at.predicted.variance + elapsedDays * parameters.parameters.driftVariancePerDay.value;
        at = { ...at, predicted: { ...at.predicted, variance } };
      }
      if (said?.predicted === undefined) continue;
      means.push(at.predicted.mean);
      reported.push(said.predicted);
      left.push(shares.slice());
    }
    const covariance = left.map((a, i) =>
      left.map((b, j) => {
        const both = a.reduce((total, x, k) => total + x * (b[k] ?? 0) * (grown[k] as number), 0);
        return both + (i === j ? report ** 2 : 0);
      }),
    );
    sum += logDensity(
      reported.map((y, i) => y - (means[i] as number)),
      covariance,
    );
  }
  return sum;
}

/** The log density of a normal distribution around 0, by Gaussian elimination. */
function logDensity(x: readonly number[], covariance: readonly (readonly number[])[]): number {
  const rows = covariance.map((row, i) => [...row, x[i] as number]);
  let log = 0;
  let squares = 0;
  rows.forEach((pivot, i) => {
    const head = pivot[i] as number;
    log += Math.log(2 * Math.PI * head);
    squares += (pivot.at(-1) as number) ** 2 / head;
    for (const row of rows.slice(i + 1)) {
      const by = (row[i] as number) / head;
      pivot.forEach((value, k) => {
        row[k] = (row[k] as number) - by * value;
      });
    }
  });
  return -(log + squares) / 2;
}

/** The same fit with one number changed. */
export function changed(fit: UpdatingFit, name: string, by: number): UpdatingFit {
  const strays = fit.strays.predicted.map((one) =>
    one.name === name ? { ...one, value: one.value * by } : one,
  );
  const { value } = fit.parameters.parameters[name as 'experienceSd'] ?? { value: 0 };
  const parameters =
    name in expectationDefaults.parameters
      ? adjustParameters(fit.parameters, 'test/changed', { [name]: value * by })
      : fit.parameters;
  return { ...fit, parameters, strays: { ...fit.strays, predicted: strays } };
}
