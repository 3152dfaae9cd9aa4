import { rowScaleWarnings } from '../../core/other-scale';
import { limits } from '../../input/limits';
import { notEnough, refuse } from '../../input/refusal';
import { clustersOf, dealClusters } from '../../numerics/clusters';
import { placesBelow } from '../../numerics/places-that';
import { compareForms, type FittedForm, simplest } from './compare-forms';
import { type Design, designOf } from './design';
import { errorsOf } from './errors';
import { importanceFlags } from './importance-flags';
import type {
  ImportanceFormScore,
  TouchpointImportance,
  TouchpointImportanceOptions,
  TouchpointRow,
} from './importance-types';
import { layoutOf } from './layout';
import { importanceSet, modelOf } from './learnt-importance';
import { fitWithSpreads, least } from './spreads';
import { worthsOf } from './worths';

/** Fits effects by stage and level, and all that stands beside them. */
export function fitImportance(
  rows: readonly TouchpointRow[],
  stageOf: readonly string[],
  options: Omit<TouchpointImportanceOptions, 'stage'>,
): TouchpointImportance {
  const { folds = 5, seed = 1, confidence = 0.95, id } = options;
  const clusters = clustersOf(rows.map(({ respondent }) => respondent));
  const design = designOf(rows, stageOf);
  refuseTooFew(design, clusters.length, folds);
  refuseTooMany(design);
  const all = placesBelow(rows.length);
  const fitted = (form: ImportanceFormScore['form']): FittedForm => {
    const layout = layoutOf(design, form);
    return { form, layout, fit: fitWithSpreads(design, all, layout) };
  };
  const isStaged = design.stages.length > 1;
  const forms = (['share', 'linear', 'pooled'] as const).map(fitted);
  const pooled = forms[2] as FittedForm;
  const best = isStaged ? fitted('by-stage') : pooled;
  const fold = dealClusters(
    clusters,
    (row) => `${rows[row]?.satisfied} ${stageOf[row]}`,
    folds,
    seed,
  );
  const comparison = compareForms(design, isStaged ? [...forms, best] : forms, fold, clusters);
  const worthsBy = ({ layout, fit }: FittedForm, stages: readonly number[], name: string) => {
    const errorOf = errorsOf(design, clusters, layout, fit);
    return worthsOf(design, { layout, at: fit.at, errorOf }, stages, name, confidence);
  };
  const everywhere = [...design.stages.keys()];
  const byStage = design.stages.map((stage, s) => worthsBy(best, [s], stage));
  const { converged, spreads } = best.fit;
  const sets = design.stages.map((stage, s) => {
    const names = { ...options, id: `${id}/${stage}`, setting: `${options.setting}; ${stage}` };
    const n = design.stage.reduce((sum, one) => sum + (one === s ? 1 : 0), 0);
    return [stage, importanceSet(byStage[s] ?? [], names, n, converged)] as const;
  });
  const names = { ...options, id: `${id}/pooled` };
  const together = worthsBy(pooled, everywhere, 'all');
  const worths = byStage.flatMap((own) =>
    [...own].sort((a, b) => (b.worth ?? -Infinity) - (a.worth ?? -Infinity)),
  );
  return {
    importance: Object.fromEntries(sets),
    pooled: importanceSet(together, names, rows.length, pooled.fit.converged),
    worths,
    model: modelOf(design, best.layout, best.fit, options),
    rows: rows.length,
    respondents: rows.some(({ respondent }) => respondent !== undefined) ? clusters.length : null,
    spreads: {
      lines: reported(spreads.lines),
      levels: reported(spreads.levels),
      stageLines: isStaged ? reported(spreads.stageLines) : null,
      stageLevels: isStaged ? reported(spreads.stageLevels) : null,
    },
    comparison,
    recommended: simplest(comparison),
    flags: [
      ...rowScaleWarnings(rows, ['satisfied']),
      ...rowScaleWarnings(
        rows.map(({ ratings }) => ratings),
        design.touchpoints.map(({ id }) => id),
        'rows[].ratings.',
      ),
      ...importanceFlags({ design, worths, spreads, converged }),
    ],
  };
}

/** The least spread leaves next to nothing of effects. */
const reported = (spread: number) => (spread === least ? 0 : spread);

/** Refuses fewer rows, or respondents, than touchpoints and stages, or than folds take; and answers that are all alike. */
function refuseTooFew(design: Design, clusters: number, folds: number): void {
  const { touchpoints, stages, answer, rows } = design;
  const numbers = touchpoints.length + stages.length;
  const needed = Math.max(numbers + 1, 2 * folds);
  if (clusters < needed) {
    const who = clusters < rows ? 'respondents' : 'rows';
    const purpose = `${touchpoints.length} touchpoints, ${stages.length} stages and ${folds} folds`;
    notEnough('rows', { needed, available: clusters }, purpose, `${clusters} ${who}`);
  }
  const kinds = new Set(answer).size;
  if (kinds === 1) {
    notEnough(
      'rows',
      { needed: 2, available: 1 },
      'what makes customers satisfied',
      'answers that are all alike',
    );
  }
}

/** Refuses more effects than end in good time, as of a stage for each customer. */
function refuseTooMany({ touchpoints, stages }: Design): void {
  const each = touchpoints.reduce((sum, { levels }) => sum + levels.length + 1, 0);
  const effects = each * (stages.length > 1 ? stages.length + 1 : 1);
  if (effects <= limits.effects) return;
  const made = `${touchpoints.length} touchpoints at ${stages.length} stages make ${effects}`;
  const expected = `at most ${limits.effects} effects to learn, and ${made}; put stages together, or leave out touchpoints`;
  refuse('rows', effects, expected);
}
