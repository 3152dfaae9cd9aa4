import { freezeSet, type Parameter, withUsualRange } from '../../core/parameters';
import { recordFor } from '../../core/record-for';
import { predictedFactors } from '../factors';
import { factorsAt, type LearntName, learntNames, type WeightName } from '../learnt-weights';
import { expectationDefaults } from '../parameters';
import { positionalWeights } from '../positional-weights';
import { stageNames } from '../stages';
import type { Weighting } from '../weighting';
import type { ExpectationFitOptions, LearntExpectation } from './fit-types';
import type { FitLayout } from './layout';

const usual = expectationDefaults.parameters;

type Names = Pick<ExpectationFitOptions, 'id' | 'setting' | 'data' | 'licence' | 'register'>;

/** What a fit found, as the set is made of it. */
export interface Found {
  readonly at: Float64Array;
  readonly standardErrors: Float64Array;
  readonly layout: FitLayout;
  readonly priorSize: number;
  readonly rows: number;
  readonly converged: boolean;
}

/**
 * A set of weights by stage beside the numbers of the model. A factor without rows keeps the default's ratio to those with
 * rows; a stage without rows keeps the default's weights, without a base.
 */
export function learntSet(found: Found, names: Names, weighting: Weighting): LearntExpectation {
  const { layout, at, standardErrors, priorSize } = found;
  const source = `fitted on ${names.data} (${names.licence}), ${names.register} levels, the default counting as ${priorSize} rows`;
  const fitted = (value: number, error: number, unit: string, max: number): Parameter => ({
    value: Math.min(max, value),
    unit,
    range: [0, max],
    status: 'fitted',
    source,
    ...(Number.isNaN(error) ? {} : { standardError: error }),
  });
  const kept = (value: number, why: string): Parameter => ({
    value,
    unit: 'share',
    range: [0, 1],
    status: 'assumed',
    source: why,
  });
  const learnt = new Map<LearntName, Parameter>([
    ['base.level', fitted(at[0] as number, standardErrors[0] as number, 'points', 100)],
  ]);
  stageNames.forEach((stage, s) => {
    const group = layout.ofStage[s] ?? null;
    const name = (factor: string) => `${stage}.${factor}` as WeightName;
    const number = (i: number) => fitted(at[i] as number, standardErrors[i] as number, 'share', 1);
    const unseen = 'no row of this stage: ';
    learnt.set(name('base'), group ? number(group.at) : kept(0, `${unseen}no base`));
    const weights = group?.all ?? positionalWeights(stage, weighting);
    const shared = group
      ? group.factors.reduce((sum, _, i) => sum + (at[group.at + 1 + i] as number), 0)
      : 1;
    for (const factor of factorsAt(stage)) {
      const place = predictedFactors.indexOf(factor);
      const own = group?.factors.indexOf(place) ?? -1;
      if (group && own !== -1) learnt.set(name(factor), number(group.at + 1 + own));
      else {
        const why = group ? 'no row had it: ' : unseen;
        const weight = Math.min(1, shared * (weights[place] as number));
        learnt.set(name(factor), kept(weight, `${why}the default's share`));
      }
    }
  });
  const { set } = weighting.parameters;
  return freezeSet({
    id: names.id,
    setting: names.setting,
    fit: {
      data: names.data,
      licence: names.licence,
      n: found.rows,
      converged: found.converged,
    },
    parameters: {
      ...recordFor(Object.keys(usual) as (keyof typeof usual)[], (name) =>
        withUsualRange(set.parameters[name], usual[name]),
      ),
      ...recordFor(learntNames(), (one) => learnt.get(one) as Parameter),
    },
  });
}
