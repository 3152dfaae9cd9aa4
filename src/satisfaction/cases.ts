import { refuse } from '../input/refusal';
import { type CompiledModel, sharedUtilities } from './compile';
import { covariateText, fieldsOf } from './dimensions';
import type { Judged, ReadExperience } from './input-experience';
import { type Amount, casesOf } from './uncertain';
import { addCovariate, addDimension, type DimensionUtility, notYet } from './utility';

/** A dimension with its numbers and what may happen on it, one row to a case. */
export interface DimensionCases {
  readonly judged: Judged;
  readonly of: DimensionUtility;
  readonly expected: Float64Array;
  readonly got: Float64Array;
  readonly waiting: Uint8Array | null;
}

/** What may happen: one case when all is known. */
export interface Cases {
  readonly count: number;
  readonly dimensions: readonly DimensionCases[];
  readonly covariates: readonly (CompiledModel['covariates'][number] & { readonly x: number })[];
  /** The utility of each case. */
  readonly utility: Float64Array;
}

/** Lays out what may happen to a customer, and refuses what a model cannot judge. */
export function casesFor(experience: ReadExperience, compiled: CompiledModel): Cases {
  const { judged } = experience;
  const utilities = sharedUtilities(compiled, judged);
  const given = judged.map(({ at, dimension, got }, d): Amount => {
    const { leastGot: least, most } = utilities[d] as DimensionUtility;
    return { path: `${at}${fieldsOf(dimension.kind)[1]}`, got, least, most };
  });
  const amounts = casesOf(given);
  const count = (amounts[0] as Float64Array).length;
  const utility = new Float64Array(count);
  const status = new Uint8Array(count);
  const dimensions = judged.map((one, d): DimensionCases => {
    const of = utilities[d] as DimensionUtility;
    const got = amounts[d] as Float64Array;
    // What nobody is known to have expected is taken to be as expected: no gap counts, and none is noticed.
    const expected = one.expected === undefined ? got : new Float64Array(count).fill(one.expected);
    const waiting = one.waits ? new Uint8Array(count).fill(1) : null;
    const bad = addDimension(of, expected, got, waiting, utility, status, 0, count);
    const { path } = given[d] as Amount;
    if (bad !== -1) refuse(path, got[bad], 'an amount with a finite effect');
    const early = status.indexOf(notYet);
    if (early !== -1) {
      refuse(path, got[early], 'a time beyond the promise, with nothing to judge before');
    }
    return { judged: one, of, expected, got, waiting };
  });
  const covariates = compiled.covariates.map((one) => {
    const { name, isLog, weight } = one;
    const x = experience.covariates[name] as number;
    const column = new Float64Array(count).fill(x);
    const bad = addCovariate(weight, isLog, column, utility, status, 0, count);
    if (bad !== -1 || Number.isNaN(x)) refuse(`covariates.${name}`, x, covariateText(isLog));
    return { ...one, x };
  });
  return { count, dimensions, covariates, utility };
}
