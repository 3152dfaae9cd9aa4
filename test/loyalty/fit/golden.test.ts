import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  type LoyaltyFit,
} from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { names } from './world';

/** The rows of bench/fit/loyalty_fits.py, which found the numbers below by statsmodels and scipy. */
const count = 240;
const each = <Made>(make: (i: number) => Made) => Array.from({ length: count }, (_, i) => make(i));
const outcomeOf = (i: number) =>
  (['below', 'met', 'exceeded'] as const)[((i * 7) % 11) % 3] as 'below' | 'met' | 'exceeded';
const stageOf = (i: number) => (((i * 5) % 7) % 2 === 0 ? 'first-use' : 'long-term');
const satisfactionOf = (i: number) => (i * 37) % 101;

const intentionRows = each((i) => {
  const [satisfaction, outcome, stage] = [satisfactionOf(i), outcomeOf(i), stageOf(i)] as const;
  const told = satisfaction + ((i * 29) % 61) - 30 + { below: -15, met: 0, exceeded: 10 }[outcome];
  const repurchase = Math.floor(Math.max(0, Math.min(100, told)) / 20) / 5;
  return { satisfaction, outcome, stage, repurchase } as const;
});

const switchingRows = each((i) => {
  const [expected, promised, credibility] = [
    55 + ((i * 7) % 30),
    60 + ((i * 11) % 40),
    0.5 + ((i * 3) % 5) / 10,
  ];
  const [outcome, stage] = [outcomeOf(i), stageOf(i)] as const;
  const ahead = credibility * promised + (1 - credibility) * 60 - expected;
  const bound = { below: -10, met: 0, exceeded: 8 }[outcome] + (stage === 'long-term' ? 8 : 2);
  const left = ahead > bound + ((i * 13) % 41) - 20;
  return { expected, promised, credibility, market: 60, outcome, stage, left } as const;
});

const recoveryRows = each((i) => {
  const [distributive, interactional, procedural, apologies] = [
    (i * 37) % 101,
    (i * 53) % 101,
    (i * 71) % 101,
    i % 4,
  ] as const;
  const [before, failed] = [70 + ((i * 3) % 20), 20 + ((i * 11) % 25)];
  const share =
    0.4 * (distributive / 100) +
    0.2 * (interactional / 100) +
    0.1 * (procedural / 100) +
    0.1 * Math.min(1, apologies) -
    0.05 * Math.max(0, apologies - 1);
  const noise = ((i * 7) % 13) - 6 + ((Math.floor(i / 2) * 5) % 7) - 3;
  const recovered = Math.floor(failed + (before - failed) * share + noise);
  return { before, failed, distributive, interactional, procedural, apologies, recovered };
});

const wordOfMouthRows = each((i) => {
  const [satisfaction, outcome] = [satisfactionOf(i), outcomeOf(i)];
  const silent = { below: 70, met: 60, exceeded: 45 }[outcome];
  const lead = satisfaction - silent;
  const most = lead > 0 ? 4 * (lead / (100 - silent)) ** 1.6 : 6 * (-lead / silent) ** 1.6;
  const noise = ((i * 13) % 10) / 10 + (Math.floor(i / 2) % 2);
  const people = Math.floor(most * (outcome === 'met' ? 0.6 : 1) + noise);
  const [positive, negative] = lead > 0 ? [people, 0] : [0, people];
  return { satisfaction, outcome, positive, negative };
});

const byCustomer = <Row>(rows: readonly Row[]) =>
  rows.map((row, i) => ({ ...row, customer: `c${Math.floor(i / 2)}` }));

/** Numbers and their standard errors, in the order in which the script gives them. */
function found<Name extends string>({ parameters }: Pick<LoyaltyFit<Name>, 'parameters'>) {
  return (of: readonly NoInfer<Name>[]) => ({
    values: of.map((name) => parameters.parameters[name].value),
    errors: of.map((name) => parameters.parameters[name].standardError),
  });
}

const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));

describe('as statsmodels finds them,', () => {
  it('intentions, by a fractional logit', () => {
    const of = [
      'repurchase.base',
      'repurchase.satisfaction',
      'repurchase.below',
      'repurchase.exceeded',
      'repurchase.longTerm',
    ] as const;
    const fit = fitIntentions(intentionRows, names);
    expect(fit.customers).toBeNull();
    expect(found(fit)(of)).toEqual({
      values: near([-2.7830865, 4.6560391, -0.63522337, 0.48159756, 0.021965992], 6),
      errors: near([0.18739596, 0.26346291, 0.14517006, 0.16133352, 0.12642777], 6),
    });
    const named = fitIntentions(byCustomer(intentionRows), names);
    expect(named.customers).toBe(120);
    expect(found(named)(of)).toEqual({
      values: near([-2.7830865, 4.6560391, -0.63522337, 0.48159756, 0.021965992], 6),
      errors: near([0.19798568, 0.28582826, 0.16182092, 0.17047239, 0.11427447], 6),
    });
  });

  it('switching, by a logit', () => {
    const of = [
      'inertia.firstUse',
      'inertia.longTerm',
      'perPoint',
      'delight',
      'disappointment',
    ] as const;
    const b = [-0.25817075, 0.42845727, 0.19003566, 1.6150876, 0.96837717];
    // Beside a cost of .5 the first inertia is below 0, so that the cost gives way by as much.
    const [short = 0] = b;
    const values = near([0, (b[1] ?? 0) - short, ...b.slice(2)], 6);
    const fit = fitSwitching(switchingRows, names);
    expect(found(fit)(of)).toEqual({
      values,
      errors: near([0.3620886, 0.39199373, 0.022293894, 0.54349611, 0.40675338], 6),
    });
    const { switchingCost } = fit.parameters.parameters;
    expect(switchingCost.value).toBeCloseTo(0.5 + short, 6);
    expect(switchingCost.status).toBe('assumed');
    expect(switchingCost.source).toContain('less what would leave an inertia below 0');
    const named = fitSwitching(byCustomer(switchingRows), names);
    expect(found(named)(of)).toEqual({
      values,
      errors: near([0.35719965, 0.3944521, 0.021252062, 0.52125115, 0.42138924], 6),
    });
  });

  it('recovery, by ordinary least squares', () => {
    const of = [
      'distributive',
      'interactional',
      'procedural',
      'apology',
      'apologyRepeated',
    ] as const;
    const values = near([0.40910529, 0.19775206, 0.086405296, 0.090004356, 0.047940057], 7);
    const fit = fitRecovery(recoveryRows, names);
    expect(found(fit)(of)).toEqual({
      values,
      errors: near([0.019043409, 0.018145004, 0.017653829, 0.014023896, 0.0081193015], 7),
    });
    const named = fitRecovery(byCustomer(recoveryRows), names);
    expect(found(named)(of)).toEqual({
      values,
      errors: near([0.019343976, 0.018586638, 0.017813805, 0.014409329, 0.0081163175], 7),
    });
  });
});

describe('without noise', () => {
  it('shares come back where some rows end the scale, which bounds what is foreseen', () => {
    const rows = recoveryRows.map(({ distributive, interactional }) => {
      const share = (0.9 * distributive + 0.6 * interactional) / 100;
      const recovered = Math.min(100, 60 + 30 * share);
      return { before: 90, failed: 60, distributive, interactional, recovered };
    });
    const { parameters, comparison } = fitRecovery(rows, names);
    expect(parameters.parameters.distributive.value).toBeCloseTo(0.9, 9);
    expect(parameters.parameters.interactional.value).toBeCloseTo(0.6, 9);
    expect(comparison.learnt).toBeCloseTo(0, 12);
  });

  it('shares come back beside rows that end a little below the scale, where they would end beyond it', () => {
    // By hand: 1.5 makes 82.5 of half of it, and 105 of all, whose distance from 100 moves nothing.
    const rows = Array.from({ length: 12 }, (_, i) => {
      const [distributive, recovered] = i % 2 === 0 ? [50, 82.5] : [100, 99.9 - 0.05 * (i % 4)];
      return { before: 90, failed: 60, distributive, recovered } as const;
    });
    const { value } = fitRecovery(rows, names).parameters.parameters.distributive;
    expect(value).toBeCloseTo(1.5, 9);
  });
});

describe('as scipy finds it,', () => {
  it('word of mouth, by nonlinear least squares', () => {
    const of = [
      'positive.most',
      'negative.most',
      'silentAt.below',
      'silentAt.met',
      'silentAt.exceeded',
      'curve',
      'toldWhenMet',
    ] as const;
    const values = near(
      [4.1566626, 6.3006143, 68.198456, 60.147323, 44.108818, 1.2565934, 0.65444925],
      3,
    );
    const fit = fitWordOfMouth(wordOfMouthRows, names);
    expect(found(fit)(of)).toEqual({
      values,
      errors: near(
        [0.1554248, 0.14985382, 1.4541898, 2.4044366, 1.7188121, 0.056780938, 0.026746701],
        3,
      ),
    });
    const named = fitWordOfMouth(byCustomer(wordOfMouthRows), names);
    expect(found(named)(of)).toEqual({
      values,
      errors: near(
        [0.15343682, 0.13159552, 1.519618, 2.4119936, 1.7154564, 0.055250192, 0.024865193],
        3,
      ),
    });
  });
});
