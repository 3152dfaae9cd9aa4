import type { NumbersRead } from '../core/input';
import { refuse } from '../input/refusal';
import { leastThat } from '../numerics/least-that';
import { logistic } from '../numerics/logistic';
import { tabulated } from '../numerics/tabulated';
import type { CompiledModel } from '../satisfaction/compile';
import type { outcomeDefaults } from '../satisfaction/noticeable';
import { expectedScore } from '../satisfaction/ordinal';
import { outcomeOf } from '../satisfaction/outcome-chances';
import { addDimension, type DimensionUtility } from '../satisfaction/utility';
import type { IntentionInput } from './customer';
import type { Judging } from './goodwill-model';
import type { surveyIntentions } from './intention-model';

type Noticed = NumbersRead<keyof typeof outcomeDefaults.parameters>['numbers'];
type Weights = NumbersRead<keyof typeof surveyIntentions.parameters>['numbers'];

/** The chance of buying again by the utility of what happened: after a disappointment, as expected, and beyond it. */
export type ReturnByUtility = readonly [below: Return, met: Return, exceeded: Return];
type Return = (utility: number) => number;

/** Beyond this far from the outermost thresholds a score is all or nothing, to 1e-8. */
const reach = 20;
/** Finer cells than these change a chance by less than 1e-8, of models as steep as those that come with the library. */
const perUnit = 16;

/**
 * That chance, looked up. A balance asks it a hundred thousand times for each promise, which made eight exponentials each:
 * a tenth of the time is left.
 */
export function returnByUtility(
  { thresholds }: CompiledModel,
  weights: Weights,
  stage: IntentionInput['stage'],
): ReturnByUtility {
  const [low, high] = [thresholds[0] as number, thresholds.at(-1) as number];
  const base =
    weights['repurchase.base'] + (stage === 'long-term' ? weights['repurchase.longTerm'] : 0);
  const slope = weights['repurchase.satisfaction'] / 100;
  const lookedUp = (f: Return) => tabulated(f, low - reach, high + reach, perUnit);
  const score = lookedUp((utility) => expectedScore(utility, thresholds));
  const after = (outcome: number) =>
    lookedUp((utility) => logistic(base + slope * score(utility) + outcome));
  return [after(weights['repurchase.below']), after(0), after(weights['repurchase.exceeded'])];
}

/**
 * The chance of buying again, the mean over all cases that may happen, by what is promised. The cases are ordered from the
 * best to the worst, so that those that exceed the promise come first and those that fall below it last.
 */
export function returnChance(
  { of, besides, cases }: Judging,
  [below, met, exceeded]: ReturnByUtility,
  noticed: Noticed,
): (promised: number) => number {
  const { length } = cases;
  const expected = new Float64Array(length);
  const utility = new Float64Array(length);
  const status = new Uint8Array(length);
  const outcome = (i: number) => outcomeOf({ of, expected, got: cases }, i, noticed);
  const isCapped = (i: number) => gainsNoMore(of, expected[i] as number, cases[i] as number);
  return (promised) => {
    expected.fill(promised);
    utility.fill(besides);
    // One of those that gain no more stands for all of them.
    const start = Math.max(0, leastThat((i) => !isCapped(i), 0, length) - 1);
    const bad = addDimension(of, expected, cases, null, utility, status, start, length);
    if (bad !== -1) refuse('quote', promised, 'a promise that can be judged');
    utility.fill(utility[start] as number, 0, start);
    const firstMet = leastThat((i) => outcome(i) < 1, 0, length);
    const firstBelow = leastThat((i) => outcome(i) < 0, firstMet, length);
    const sum =
      sumOf(exceeded, utility, 0, firstMet) +
      sumOf(met, utility, firstMet, firstBelow) +
      sumOf(below, utility, firstBelow, length);
    return sum / length;
  };
}

/** Whether what happened is so good that still better adds nothing. */
function gainsNoMore(of: DimensionUtility, expected: number, got: number): boolean {
  const { performance, beyond, knee, percent, sign } = of;
  if (performance !== 0 || beyond !== 0) return false;
  const lead = sign * (expected - got);
  return (percent === 0 ? lead : (percent * lead) / expected) > knee;
}

/** The chances of some cases, added up; many are alike where gains are capped. */
function sumOf(chance: Return, utility: Float64Array, start: number, end: number): number {
  let sum = 0;
  let before = Number.NaN;
  let same = 0;
  for (let i = start; i < end; i++) {
    const u = utility[i] as number;
    if (u !== before) {
      before = u;
      same = chance(u);
    }
    sum += same;
  }
  return sum;
}
