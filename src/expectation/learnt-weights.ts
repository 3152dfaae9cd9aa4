import { onceFrozen } from '../input/frozen';
import { refuseName, refuseNumber } from '../input/refusal';
import { type PredictedFactor, predictedFactors } from './factors';
import { type Stage, stageNames, stages } from './stages';

/** A factor that takes a use has no weight where nobody has had one. */
type NotYet = `never-used.${'firstImpression' | 'longTermExperience'}`;

/** The name of a weight that was learnt: a factor at a stage, or the base there. */
export type WeightName = Exclude<`${Stage}.${PredictedFactor | 'base'}`, NotYet>;

/** What a set with weights of its own holds beside the numbers of the model. */
export type LearntName = 'base.level' | WeightName;

/** The weights that a set brings along, in place of ranked ones. */
export interface LearntWeights {
  /** The level expected when nothing is known, 0 to 100. */
  readonly baseLevel: number;
  /** By place in `stageNames`: the weight of the base. */
  readonly base: Float64Array;
  /** By place in `stageNames`, then in `predictedFactors`. */
  readonly factors: readonly Float64Array[];
}

/** The factors that a customer of a stage can have a signal of. */
export const factorsAt = (stage: Stage): readonly PredictedFactor[] =>
  predictedFactors.filter((factor) => !stages[stage].notYet.includes(factor));

/** The names of all that is learnt, stage by stage. */
export const learntNames = (): readonly LearntName[] => [
  'base.level',
  ...stageNames.flatMap((stage) =>
    (['base', ...factorsAt(stage)] as const).map((name) => `${stage}.${name}` as WeightName),
  ),
];

/** Reads the weights of a set; null where it has none. All are needed: a weight left out would be taken for 0. */
export const learntWeights: (set: object) => LearntWeights | null = /* @__PURE__ */ onceFrozen(
  (set: object) => {
    const { parameters } = set as { readonly parameters: Readonly<Record<string, Given>> };
    const dotted = Object.keys(parameters).filter((name) => name.includes('.'));
    if (dotted.length === 0) return null;
    const known: readonly string[] = learntNames();
    const stray = dotted.find((name) => !known.includes(name));
    if (stray !== undefined) {
      refuseName(`parameters.${stray}`, parameters[stray], `one of ${known.join(', ')}`);
    }
    const numberOf = (name: LearntName) => {
      const value = parameters[name]?.value;
      const max = name === 'base.level' ? 100 : 1;
      if (typeof value === 'number' && value >= 0 && value <= max) return value;
      const expected = max === 1 ? 'a weight from 0 to 1' : 'a level from 0 to 100';
      return refuseNumber(`parameters.${name}`, value, expected);
    };
    return {
      baseLevel: numberOf('base.level'),
      base: Float64Array.from(stageNames, (stage) => numberOf(`${stage}.base`)),
      factors: stageNames.map((stage) =>
        Float64Array.from(predictedFactors, (factor) =>
          stages[stage].notYet.includes(factor) ? 0 : numberOf(`${stage}.${factor}` as WeightName),
        ),
      ),
    };
  },
);

type Given = { readonly value?: unknown } | undefined;
