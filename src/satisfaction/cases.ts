import { refuse } from '../input/refusal';
import type { SatisfactionExperience } from './experience';
import { fieldsOf, type Judged } from './judged';
import { checkCovariateNames, covariateText } from './layout';
import type { SatisfactionModel } from './model';
import { kernelDimension, numbersOfModel, sharesOf } from './model-numbers';
import { type Amount, casesOf } from './uncertain';
import { addCovariate, addDimension, type KernelDimension, notYet } from './utility';

/** A dimension with its numbers and what may happen on it, one row to a case. */
export interface DimensionCases {
  readonly judged: Judged;
  readonly kernel: KernelDimension;
  readonly share: number;
  readonly expected: Float64Array;
  readonly got: Float64Array;
  readonly waiting: Uint8Array | null;
}

/** What may happen: one case when all is known. */
export interface Cases {
  readonly count: number;
  readonly dimensions: readonly DimensionCases[];
  readonly covariates: readonly {
    readonly name: string;
    readonly isLog: boolean;
    readonly x: number;
  }[];
  /** The utility of each case. */
  readonly utility: Float64Array;
}

/** Lays out what may happen to a customer, and refuses what a model cannot judge. */
export function casesFor(
  judged: readonly Judged[],
  experience: SatisfactionExperience,
  model: SatisfactionModel,
): Cases {
  const numbers = numbersOfModel(model);
  const share = sharesOf(judged, numbers);
  const kernels = judged.map(({ name, dimension }) =>
    kernelDimension(name, dimension, numbers, share(name)),
  );
  const given = judged.map(({ at, dimension, got }, d): Amount => {
    const { leastGot: least, most } = kernels[d] as KernelDimension;
    return { path: `${at}${fieldsOf(dimension.kind)[1]}`, got, least, most };
  });
  const amounts = casesOf(given);
  const count = (amounts[0] as Float64Array).length;
  const utility = new Float64Array(count);
  const status = new Uint8Array(count);
  const dimensions = judged.map((one, d): DimensionCases => {
    const kernel = kernels[d] as KernelDimension;
    const expected = new Float64Array(count).fill(one.expected);
    const got = amounts[d] as Float64Array;
    const waiting = one.waits ? new Uint8Array(count).fill(1) : null;
    const bad = addDimension(kernel, expected, got, waiting, utility, status, 0, count);
    const { path } = given[d] as Amount;
    if (bad !== -1) refuse(path, got[bad], 'an amount with a finite effect');
    const early = status.indexOf(notYet);
    if (early !== -1) {
      refuse(path, got[early], 'a time beyond the promise, with nothing to judge before');
    }
    return { judged: one, kernel, share: share(one.name), expected, got, waiting };
  });
  const covariates = covariatesOf(experience, model);
  for (const { name, isLog, x } of covariates) {
    const weight = numbers[`covariates.${name}`] as number;
    const column = new Float64Array(count).fill(x);
    if (addCovariate(weight, isLog, column, utility, status, 0, count) !== -1 || Number.isNaN(x)) {
      refuse(`covariates.${name}`, x, covariateText(isLog));
    }
  }
  return { count, dimensions, covariates, utility };
}

/** The covariates that a model knows, all of which must be given. */
function covariatesOf(
  experience: SatisfactionExperience,
  model: SatisfactionModel,
): Cases['covariates'] {
  const given = ('covariates' in experience && experience.covariates) || {};
  checkCovariateNames(given, model);
  return Object.entries(model.covariates ?? {}).map(([name, how]) => {
    const x = given[name];
    if (typeof x !== 'number') {
      refuse(`covariates.${name}`, x, 'a finite number', 'wrong-type');
    }
    return { name, isLog: how === 'log', x };
  });
}
