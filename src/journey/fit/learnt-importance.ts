import { freezeSet, type Parameter } from '../../core/parameters';
import { addTo, type Design } from './design';
import type {
  LearntImportance,
  TouchpointImportanceOptions,
  TouchpointWorth,
} from './importance-types';
import { effectsOf, type Layout } from './layout';
import type { ChosenFit } from './spreads';
import type { TouchpointModel } from './touchpoint-model';

type Names = Pick<TouchpointImportanceOptions, 'id' | 'setting' | 'data' | 'licence'>;

const fitOf = ({ data, licence }: Names, n: number, converged: boolean) => ({
  data,
  licence,
  n,
  converged,
});

/** The importances of one stage, or of all, as a set. */
export function importanceSet(
  worths: readonly TouchpointWorth[],
  names: Names,
  n: number,
  converged: boolean,
): LearntImportance {
  const source = `fitted on ${names.data} (${names.licence})`;
  const parameters = Object.fromEntries(
    worths.map(({ touchpoint, worth, importance, importanceError: standardError }) => {
      const known: Parameter = {
        value: importance,
        unit: 'percent of all that touchpoints are worth',
        range: [0, 100],
        status: 'fitted',
        source: worth === null ? `${source}: its level never differs` : source,
        ...(standardError !== null && { standardError }),
      };
      return [touchpoint, known];
    }),
  );
  const { id, setting } = names;
  return freezeSet({ id, setting, fit: fitOf(names, n, converged), parameters });
}

/** Effects by stage, each touchpoint's around its mean over the stage's rows. */
export function modelOf(
  design: Design,
  layout: Layout,
  { at, converged }: ChosenFit,
  names: Names,
): TouchpointModel {
  const effects = effectsOf(layout, at);
  const stages = design.stages.map((name, s) => {
    const own = effects[s] as Float64Array;
    const mean = new Float64Array(design.columns);
    const rows = [...design.stage.keys()].filter((row) => design.stage[row] === s);
    for (const row of rows) addTo(design, row, 1 / rows.length, mean);
    let intercept = own[0] as number;
    const touchpoints = design.touchpoints.map(({ id, at: first, levels, isOptional }) => {
      const columns = Array.from({ length: levels.length + 1 }, (_, i) => first + i);
      const middle = columns.reduce((sum, i) => sum + (mean[i] as number) * (own[i] as number), 0);
      intercept += middle;
      const around = (column: number) => (own[column] as number) - middle;
      const unrated = isOptional ? around(first + levels.length) : null;
      const points = levels.map((level, i) => ({ level, logOdds: around(first + i) }));
      return [id, { levels: points, unrated }] as const;
    });
    return [name, { intercept, touchpoints: Object.fromEntries(touchpoints) }] as const;
  });
  const { id, setting } = names;
  const fit = fitOf(names, design.rows, converged);
  return { version: 1, id, setting, fit, stages: Object.fromEntries(stages) };
}
