import type { DimensionRead, ExperienceRead } from './input-satisfaction';
import { greatestNumber, leastNumber } from './limits';

const farthestLn = Math.log(greatestNumber);
/** Where levels end. */
const farthestLevel = 100;

/** How far from 0 the utility of any row on its ranges can lie; infinite where a gap counts without end. */
export function farthestUtility({ dimensions, covariates }: ExperienceRead): number {
  const others = covariates.map(
    ({ isLog, weight }) => Math.abs(weight) * (isLog ? farthestLn : greatestNumber),
  );
  return [...dimensions.map(farthestOf), ...others].reduce((sum, one) => sum + one, 0);
}

function farthestOf({ kind, of }: DimensionRead): number {
  const side = farthestSide(kind, of);
  const sides = (Math.abs(of.gap) + Math.abs(of.gain) + Math.abs(of.loss)) * side;
  // A logarithm is that of a quotient at most.
  const performance = kind === 'level' ? farthestLevel : Math.log(greatestNumber / leastNumber);
  return (
    (sides || 0) +
    Math.abs(of.performance) * performance +
    Math.abs(of.broken) +
    Math.abs(of.stillWaiting)
  );
}

/** What one side of a gap counts at most. */
function farthestSide(kind: DimensionRead['kind'], of: DimensionRead['of']): number {
  if (of.exponent !== 1) return Infinity;
  const ofLevels = kind === 'level' ? farthestLevel * Math.max(1, of.beyond) : Infinity;
  return of.beyond === 0 ? Math.min(of.knee, ofLevels) : ofLevels;
}
