import type { Level } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import type { Expectation } from './expectation';
import type { Factor } from './factors';
import { wantedOnTop } from './form-rows';
import { type Formation, formation } from './formation';
import { expectationInputSchema, weightingSchema } from './input';
import type { ExpectationNumbers } from './parameters';
import type { ExpectationInput } from './signals';
import type { WeightingOptions } from './weighting';

/** What one factor, or one rule, added to a register. */
export interface Contribution {
  /** A factor, or the register the sum starts from, or the base that was learnt, or a rule of the model. */
  readonly from: Factor | 'base' | 'predicted' | 'aspiration' | 'tolerance';
  /** Points added, possibly below 0. */
  readonly points: number;
}

/** An expectation with the reasons; each list adds up to its register, in points on the level scale. */
export interface ExpectationExplanation {
  readonly expectation: Expectation;
  /**
   * By factor, with its level, its reliability, and its share of the weight, 0 to 1; all shares add up to 1. With a set that
   * was learnt, the base comes first: what is expected when nothing is known.
   */
  readonly predicted: readonly (Contribution & {
    readonly from: Factor | 'base';
    readonly level: Level;
    readonly reliability: number;
    readonly share: number;
  })[];
  readonly desired: readonly Contribution[];
  readonly adequate: readonly Contribution[];
}

/**
 * Explains an expectation: which factor contributed how many points to `predicted`, and what moved `desired`
 * and `adequate`. Takes what {@link formExpectation} takes, finds the same values and throws the same
 * errors.
 *
 * @example
 * ```ts
 * import { explainExpectation } from 'overdeliver';
 *
 * const { predicted } = explainExpectation({
 *   stage: 'never-used',
 *   signals: { wordOfMouth: 80, advertising: 95 },
 * });
 * predicted.map(({ from, share, points }) => [from, share, points]);
 * // => [['wordOfMouth', 0.6875, 55.0], ['advertising', 0.3125, 29.6875]]
 * ```
 */
export function explainExpectation(
  input: ExpectationInput,
  options: WeightingOptions = {},
): ExpectationExplanation {
  return door('explainExpectation', () => {
    const customer = read(expectationInputSchema, input);
    const weighting = read(weightingSchema, options, 'options');
    const formed = formation(customer, weighting);
    const { expectation, shares, base } = formed;
    const { numbers } = weighting.parameters;
    return {
      expectation,
      predicted: [
        ...(base === null
          ? []
          : [{ from: 'base' as const, ...base, reliability: 1, points: base.share * base.level }]),
        ...shares.map(({ factor, level, reliability, share }) => ({
          from: factor,
          level,
          reliability,
          share,
          points: share * level,
        })),
      ],
      desired: desiredContributions(formed, numbers),
      adequate: adequateContributions(formed, numbers),
    };
  });
}

function desiredContributions(
  { expectation, competitor, needs }: Formation,
  { aspiration, competitorExtra }: ExpectationNumbers,
): readonly Contribution[] {
  const { mean } = expectation.predicted;
  const wish = aspiration * (100 - mean);
  const raises: Contribution[] = [];
  const add = (from: Factor, reliability: number, wanted: Level) =>
    raises.push({ from, points: Math.max(0, reliability * (wanted - mean - wish)) });
  if (competitor !== null) {
    const wanted = wantedOnTop(competitor.level, competitorExtra);
    add('competitorOffer', competitor.reliability, wanted);
  }
  if (needs !== null) add('personalNeeds', needs.reliability, needs.level);
  // The strongest alone raises; the others ask for less than is already wanted.
  const strongest = raises.reduce((best, { points }) => Math.max(best, points), 0);
  const first = raises.findIndex(({ points }) => points === strongest);
  return [
    { from: 'predicted', points: mean },
    { from: 'aspiration', points: wish },
    ...raises.map(({ from, points }, i) => ({ from, points: i === first ? points : 0 })),
  ];
}

function adequateContributions(
  { expectation, role }: Formation,
  { tolerance }: ExpectationNumbers,
): readonly Contribution[] {
  const { mean } = expectation.predicted;
  const tolerated = 0 - tolerance * mean;
  const list: Contribution[] = [
    { from: 'predicted', points: mean },
    { from: 'tolerance', points: tolerated },
  ];
  if (role !== null) {
    list.push({ from: 'rolePerception', points: expectation.adequate - mean - tolerated });
  }
  return list;
}
