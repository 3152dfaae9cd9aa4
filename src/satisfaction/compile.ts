import type { Parameter } from '../core/parameters';
import { refuse } from '../input/refusal';
import type { SatisfactionDimension, SatisfactionModel, SatisfactionTerm } from './model';
import { optionalNumbers, thresholdNames } from './parameter-names';
import { withPooled } from './pooled';
import type { DimensionUtility } from './utility';

/** The bare values of a model's parameters, by name. */
export type ModelNumbers = Readonly<Record<string, number>>;

/** A model as the arithmetic takes it. */
export interface CompiledModel {
  readonly model: SatisfactionModel;
  /** Its numbers, with those that it leaves out. */
  readonly numbers: ModelNumbers;
  /** The utility of each dimension by name, as if it were judged alone. */
  readonly dimensions: Readonly<Record<string, DimensionUtility>>;
  readonly covariates: readonly {
    readonly name: string;
    readonly isLog: boolean;
    readonly weight: number;
  }[];
  /** From worst to best, one below every answer but the worst; those of pooled answers leave them no chance. */
  readonly thresholds: Float64Array;
  /** Those that the model has, below every answer that it tells apart from others. */
  readonly cuts: Float64Array;
}

/** Takes the numbers of a model to where they are used; without checks. */
export function compile(model: SatisfactionModel): CompiledModel {
  const { dimensions, covariates = {}, parameters } = model;
  const given = Object.entries(parameters).map(([name, { value }]) => [name, value] as const);
  const numbers: ModelNumbers = { ...optionalNumbers(model), ...Object.fromEntries(given) };
  const cuts = Float64Array.from(
    thresholdNames(model),
    (name) => (parameters[name] as Parameter).value,
  );
  return {
    model,
    numbers,
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([name, one]) => [name, dimensionUtility(name, one, numbers)]),
    ),
    covariates: Object.entries(covariates).map(([name, how]) => ({
      name,
      isLog: how === 'log',
      weight: numbers[`covariates.${name}`] as number,
    })),
    thresholds: withPooled(cuts, model),
    cuts,
  };
}

/** The utility of a dimension that is judged alone; a number that is not there counts for nothing. */
export function dimensionUtility(
  name: string,
  { kind, unit, terms, value, response = 'one-dimensional' }: SatisfactionDimension,
  numbers: ModelNumbers,
): DimensionUtility {
  const number = (of: string, otherwise: number) => numbers[`${name}.${of}`] ?? otherwise;
  const weight = (term: SatisfactionTerm) => (terms.includes(term) ? number(term, 0) : 0);
  const isLevel = kind === 'level';
  const least = isLevel ? 0 : Number.MIN_VALUE;
  return {
    share: 1,
    sign: isLevel ? -1 : 1,
    percent: unit === 'percent' ? 100 : 0,
    leastExpected: least,
    leastGot: kind === 'cost' && !terms.includes('performance') ? 0 : least,
    most: isLevel ? 100 : Number.MAX_VALUE,
    side: response === 'must-be' ? -1 : response === 'attractive' ? 1 : 0,
    knee: number(value === 'capped' ? 'cap' : 'knee', Infinity),
    beyond: number('beyond', 0),
    exponent: number('exponent', 1),
    reference: number('reference', 0),
    performance: weight('performance'),
    gap: weight('gap'),
    gain: weight('gain'),
    loss: weight('loss'),
    broken: weight('broken'),
    stillWaiting: weight('stillWaiting'),
  };
}

/** The utilities of the dimensions that are judged, each with its share of their importance; `path` is the model's. */
export function sharedUtilities(
  { dimensions, numbers }: CompiledModel,
  judged: readonly { readonly name: string }[],
  path = 'options.model',
): readonly DimensionUtility[] {
  const importance = ({ name }: { readonly name: string }) =>
    numbers[`${name}.importance`] as number;
  const total = judged.reduce((sum, one) => sum + importance(one), 0);
  if (!(total > 0)) {
    const of = `${path}.parameters.${judged[0]?.name}.importance`;
    refuse(of, 0, 'an importance above 0 for a dimension that is judged');
  }
  return judged.map((one) => {
    const share = importance(one) / total;
    const alone = dimensions[one.name] as DimensionUtility;
    if (share === 1) return alone;
    return {
      ...alone,
      share,
      performance: share * alone.performance,
      gap: share * alone.gap,
      gain: share * alone.gain,
      loss: share * alone.loss,
      broken: share * alone.broken,
      stillWaiting: share * alone.stillWaiting,
    };
  });
}
