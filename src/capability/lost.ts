import { ascendingOrder } from '../numerics/ascending-order';
import { atLeast } from '../numerics/nearly';

/**
 * The weights of samples of which some were lost and will never finish, so that what is learnt from the rest holds for
 * those that do: a lost one counts for nothing, and one under way as far as those that got older than it finished in the
 * end (its mass redistributed to the right; Efron 1967). They give the cumulative incidence of finishing, given that it
 * comes (Aalen & Johansen 1978). At equal times, what ends comes before what goes on. What got older than all that ended is
 * not known: `oldestFinish` is how much of it will finish, 0 to 1.
 */
export function weightsOfThoseToFinish(
  values: Float64Array,
  weights: Float64Array | null,
  finished: Uint8Array,
  lost: Uint8Array,
  oldestFinish = 1,
): Float64Array {
  const result = new Float64Array(values.length);
  const order = ascendingOrder(values);
  let atRisk = 0;
  let toFinish = 0;
  let ending = 0;
  let endingToFinish = 0;
  let now = Number.NaN;
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k] as number;
    const weight = weights === null ? 1 : (weights[i] as number);
    if (!atLeast(values[i] as number, now)) {
      atRisk += ending;
      toFinish += endingToFinish;
      ending = 0;
      endingToFinish = 0;
      now = values[i] as number;
    }
    const isLost = lost[i] === 1;
    const isUnderWay = !isLost && finished[i] === 0;
    const share = isLost ? 0 : isUnderWay ? (atRisk > 0 ? toFinish / atRisk : oldestFinish) : 1;
    result[i] = weight * share;
    ending += weight;
    endingToFinish += weight * share;
  }
  return result;
}
