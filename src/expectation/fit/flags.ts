import { rowScaleWarnings } from '../../core/other-scale';
import { predictedFactors } from '../factors';
import { factorsAt } from '../learnt-weights';
import { type Stage, stageNames } from '../stages';
import type { FitRow } from './cells';
import type { FitErrors } from './errors';
import type { AskedRegister, ExpectationFitFlag } from './fit-types';
import type { FitLayout, WeightGroup } from './layout';

interface Flagged {
  readonly rows: readonly FitRow[];
  readonly layout: FitLayout;
  readonly fit: {
    readonly at: Float64Array;
    readonly converged: boolean;
    readonly errors: FitErrors;
  };
  readonly register: AskedRegister;
  readonly unscored: readonly string[];
}

/** What to know of a fit before it is used. */
export function flagsOf({ rows, layout, fit, register, unscored }: Flagged): ExpectationFitFlag[] {
  const flags: ExpectationFitFlag[] = [
    ...rowScaleWarnings(rows, ['expected']),
    ...rowScaleWarnings(rows.map(signalLevels), predictedFactors, 'rows[].signals.'),
  ];
  const add = (code: ExpectationFitFlag['code'], detail: ExpectationFitFlag['detail']) =>
    flags.push({ code, detail });
  if (register !== 'predicted') add('register', { register });
  if (layout.groups.length === 1) add('one-stage', { stage: stageOf(layout, layout.groups[0]) });
  stageNames.forEach((stage, s) => {
    const group = layout.ofStage[s];
    if (!group) {
      add('unseen-stage', { stage });
      return;
    }
    const unseen = factorsAt(stage).filter(
      (factor) => !group.factors.includes(predictedFactors.indexOf(factor)),
    );
    if (unseen.length > 0) add('unseen-factors', { stage, factors: unseen });
    const own = rows.filter((row) => row.stage === s).length;
    const numbers = group.factors.length + 1;
    if (own <= numbers) add('few-rows', { stage, rows: own, numbers });
    for (let i = 0; i < numbers; i++) {
      const place = group.at + i;
      const name = {
        stage,
        factor: i === 0 ? 'base' : predictedFactors[group.factors[i - 1] as number],
      };
      if (fit.at[place] === 0) add('at-boundary', name);
      if (fit.errors.open.includes(place)) add('not-told-apart', name);
    }
  });
  if (layout.groups.every(({ at }) => fit.at[at] === 0)) add('base-open', {});
  if (!fit.converged) add('not-converged', {});
  if (unscored.length > 0) add('not-scored', { forms: unscored });
  return flags;
}

const signalLevels = ({ factors, levels }: FitRow) =>
  Object.fromEntries(factors.map((factor, i) => [predictedFactors[factor], levels[i]]));

const stageOf = ({ ofStage }: FitLayout, group: WeightGroup | undefined): Stage =>
  stageNames[ofStage.indexOf(group ?? null)] as Stage;
