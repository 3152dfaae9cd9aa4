import type { LocalLevel } from '../local-level';
import { type Bent, lift } from './lift';
import { reportedTo } from './reported-to';

/** What we know of a customer's predicted level and of another one beside it; `together` is the covariance. */
export interface Pair {
  readonly predicted: LocalLevel;
  readonly other: LocalLevel;
  readonly together: number;
}

/** Two levels of which nothing was reported yet. */
export const pairOf = (predicted: LocalLevel, other: LocalLevel): Pair => ({
  predicted,
  other,
  together: 0,
});

/** A linear change of the other level: `intercept + slope other + pull predicted`. */
export function changed(
  { predicted, other, together }: Pair,
  { intercept, slope, pull }: { intercept: number; slope: number; pull: number },
): Pair {
  return {
    predicted,
    other: {
      mean: intercept + slope * other.mean + pull * predicted.mean,
      variance:
        slope * slope * other.variance +
        pull * pull * predicted.variance +
        2 * slope * pull * together,
    },
    together: slope * together + pull * predicted.variance,
  };
}

/** The other level bent, by what does not hang on the predicted one. */
export const bent = (pair: Pair, by: (other: LocalLevel) => Bent): Pair => {
  // Field by field: spreads would take most of a step.
  const { mean, variance, slope } = by(pair.other);
  return {
    predicted: pair.predicted,
    other: { mean, variance },
    together: slope * pair.together,
  };
};

/** The other level lifted to the predicted one, where it is below (Clark 1961, Operations Research 9, 10.1287/opre.9.2.145). */
export function aboveCovered(pair: Pair): Pair {
  const lead = changed(pair, { intercept: 0, slope: 1, pull: -1 });
  const covered = bent(lead, (level) => lift(level, 0, 1));
  return changed(covered, { intercept: 0, slope: 1, pull: 1 });
}

/** The predicted level moved towards what was seen, by a gain of the customer's. */
export const movedBy = (
  { predicted, other, together }: Pair,
  { gain, seen }: { readonly gain: number; readonly seen: number },
): Pair => ({
  predicted: {
    mean: predicted.mean + gain * (seen - predicted.mean),
    variance: (1 - gain) ** 2 * predicted.variance,
  },
  other,
  together: (1 - gain) * together,
});

/** What grew unseen. */
export const grown = ({ predicted, other, together }: Pair, by: number, otherBy: number): Pair => ({
  predicted: { mean: predicted.mean, variance: predicted.variance + by },
  other: { mean: other.mean, variance: other.variance + otherBy },
  together,
});

/** What a report of the predicted level tells of both; none where it is NaN. */
export function toldPredicted(
  pair: Pair,
  reported: number,
  sd: number,
): { readonly pair: Pair; readonly logDensity: number } {
  if (Number.isNaN(reported)) return { pair, logDensity: 0 };
  const { predicted, other, together } = pair;
  const { level, logDensity } = reportedTo(predicted, reported, sd);
  const variance = predicted.variance + sd * sd;
  const share = together / variance;
  return {
    pair: {
      predicted: level,
      other: {
        mean: other.mean + share * (reported - predicted.mean),
        variance: Math.max(0, other.variance - share * together),
      },
      together: (together * sd * sd) / variance,
    },
    logDensity,
  };
}

/** The same of a report of the other level. */
export function toldOther(pair: Pair, reported: number, sd: number) {
  const { pair: told, logDensity } = toldPredicted(turned(pair), reported, sd);
  return { pair: turned(told), logDensity };
}

const turned = ({ predicted, other, together }: Pair): Pair => ({
  predicted: other,
  other: predicted,
  together,
});
