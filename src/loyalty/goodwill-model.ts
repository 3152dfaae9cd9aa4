import { unitNames } from '../calendar/units';
import type { Capability } from '../capability/capability';
import { refuse } from '../input/refusal';
import { type CompiledModel, sharedUtilities } from '../satisfaction/compile';
import { covariateText } from '../satisfaction/dimensions';
import { surveySatisfaction } from '../satisfaction/index-survey';
import { checkCovariateNames } from '../satisfaction/input';
import { readModel } from '../satisfaction/input-model';
import { marketplaceSatisfaction } from '../satisfaction/marketplace';
import { mixedSatisfaction } from '../satisfaction/mixed';
import type { SatisfactionDimension } from '../satisfaction/model';
import { casesOf } from '../satisfaction/uncertain';
import type { DimensionUtility } from '../satisfaction/utility';

/** What was said of the model. */
export interface ModelGiven {
  readonly satisfaction?: CompiledModel | undefined;
  readonly dimension?: string | undefined;
  readonly covariates?: Readonly<Record<string, number>> | undefined;
}

/** How promises of a capability are judged, and what may come of them. */
export interface Judging {
  readonly compiled: CompiledModel;
  readonly of: DimensionUtility;
  /** What else adds to the utility. */
  readonly besides: number;
  /** From the best to the worst. */
  readonly cases: Float64Array;
}

/** How promises of a capability are judged; refused where the model does not speak of them. */
export function judgingOf(capability: Capability, given: ModelGiven): Judging {
  const compiled = given.satisfaction ?? usualModel(capability);
  const name = dimensionOf(capability, compiled, given.dimension);
  const of = sharedUtilities(compiled, [{ name }], 'options.satisfaction')[0] as DimensionUtility;
  const { leastGot: least, most } = of;
  const [drawn] = casesOf([{ path: 'capability', got: capability, least, most }]);
  const cases = Float64Array.from(drawn as Float64Array).sort();
  if (capability.better === 'higher') cases.reverse();
  return { compiled, of, besides: covariatesOf(compiled, given.covariates ?? {}), cases };
}

function usualModel({ better, unit }: Capability): CompiledModel {
  if (better === 'higher') return readModel(surveySatisfaction);
  return readModel(unit === 'days' ? marketplaceSatisfaction : mixedSatisfaction);
}

/** The dimension that a promise is about. */
function dimensionOf(
  { better, unit }: Capability,
  { model: { id, dimensions, partial } }: CompiledModel,
  chosen: string | undefined,
): string {
  const kind = better === 'higher' ? 'level' : isTime(unit) ? 'time' : 'cost';
  const names = Object.keys(dimensions);
  const alike = names.filter((name) => dimensions[name]?.kind === kind);
  const [name, ...more] = chosen === undefined ? alike : [chosen];
  if (chosen !== undefined && !alike.includes(chosen)) {
    const expected = `one of ${alike.join(', ')}, by which ${id} judges a ${kind}`;
    refuse('options.dimension', chosen, expected, 'unknown-name');
  }
  if (name === undefined) {
    const expected = `what ${id} judges by: ${names.join(', ')}; a ${kind} is not among them: options.satisfaction takes another model`;
    refuse('capability.unit', unit, expected, 'unit-mismatch');
  }
  if (more.length > 0) {
    const expected = `one of ${alike.join(', ')}, all of which ${id} knows`;
    refuse('options.dimension', chosen, expected, 'ambiguous');
  }
  if (names.length > 1 && !partial) {
    const expected = 'a model that judges by one dimension alone, or that is partial';
    refuse('options.satisfaction', id, expected, 'ambiguous');
  }
  const own = (dimensions[name] as SatisfactionDimension).unit;
  if (kind !== 'level' && own !== 'percent' && own !== unit) {
    const expected = `${own}, which ${id} speaks of; others need a model of their own, or one in percent`;
    refuse('capability.unit', unit, expected, 'unit-mismatch');
  }
  return name;
}

const isTime = (unit: string) => unitNames.some((name) => name === unit);

/** What covariates add to the utility. */
function covariatesOf(
  { model, covariates }: CompiledModel,
  given: NonNullable<ModelGiven['covariates']>,
): number {
  checkCovariateNames(given, model, 'options.covariates');
  return covariates.reduce((sum, { name, isLog, weight }) => {
    const x = given[name] as number;
    const term = weight * (isLog ? Math.log(x) : x);
    if (Number.isFinite(sum + term)) return sum + term;
    return refuse(`options.covariates.${name}`, x, covariateText(isLog));
  }, 0);
}
