import { adjustParameters, predictSwitching } from 'overdeliver';
import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  type LoyaltyFitFlag,
  recoveryDefaults,
  surveyIntentions,
  switchingDefaults,
  wordOfMouthDefaults,
} from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../../capability/survives-json';
import { intentionRows, names, recoveryRows, switchingRows, wordOfMouthRows } from './world';

const intentions = intentionRows(5, 120).map(({ recommend: _, complain: __, ...row }) => row);
const switching = switchingRows(5, 120);
const wordOfMouth = wordOfMouthRows(5, 240);
const recovery = recoveryRows(5, 120);

const codes = (flags: readonly LoyaltyFitFlag[]) =>
  flags
    .filter(({ code }) => code !== 'unanswered')
    .map(({ code, detail }) => [code, detail.parameter ?? detail.stage ?? detail.rows]);

describe('intentions', () => {
  const fitted = (change: (row: (typeof intentions)[number], i: number) => object) => {
    const fit = fitIntentions(
      intentions.map((row, i) => ({ ...row, ...change(row, i) })),
      names,
    );
    expectSurvivesJson(fit);
    return {
      ...fit,
      number: (term: string) =>
        fit.parameters.parameters[`repurchase.${term}` as 'repurchase.base'],
    };
  };

  it('that no row answers keep the default, and are not compared', () => {
    const { flags, comparison, parameters, intervals } = fitted(() => ({}));
    expect(flags).toEqual([
      { code: 'unanswered', detail: { intention: 'recommend' } },
      { code: 'unanswered', detail: { intention: 'complain' } },
    ]);
    expect([comparison.recommend, comparison.complain]).toEqual([null, null]);
    expect(parameters.parameters['complain.below']).toEqual(
      surveyIntentions.parameters['complain.below'],
    );
    expect(intervals['recommend.base']).toBeNull();
  });

  it('of one stage keep the difference of the other', () => {
    const regular = fitted(() => ({ stage: 'long-term' }));
    expect(codes(regular.flags)).toEqual([
      ['one-stage', 'long-term'],
      ['not-told-apart', 'repurchase.longTerm'],
    ]);
    const fresh = fitted(() => ({ stage: 'first-use' }));
    expect(codes(fresh.flags)).toEqual([
      ['one-stage', 'first-use'],
      ['unseen', 'repurchase.longTerm'],
    ]);
    const kept = surveyIntentions.parameters['repurchase.longTerm'];
    for (const { number } of [regular, fresh]) expect(number('longTerm')).toEqual(kept);
    expect(regular.number('base').value).toBeCloseTo(fresh.number('base').value - kept.value, 9);
  });

  it('of one outcome and one satisfaction keep what these would add', () => {
    const { flags, number } = fitted(() => ({ outcome: 'below', satisfaction: 60 }));
    expect(codes(flags)).toEqual([
      ['unseen', 'repurchase.exceeded'],
      ['not-told-apart', 'repurchase.satisfaction'],
      ['not-told-apart', 'repurchase.below'],
    ]);
    expect(number('below')).toEqual(surveyIntentions.parameters['repurchase.below']);
  });

  it('keep a number that one customer alone moves', () => {
    const one = (row: (typeof intentions)[number], i: number) => ({
      outcome: i < 2 ? 'exceeded' : row.outcome === 'exceeded' ? 'met' : row.outcome,
      ...(i < 2 && { repurchase: i }),
    });
    expect(codes(fitted(one).flags)).toEqual([]);
    const named = (row: (typeof intentions)[number], i: number) => ({
      ...one(row, i),
      customer: Math.max(1, i),
    });
    expect(codes(fitted(named).flags)).toEqual([['unseen', 'repurchase.exceeded']]);
  });

  it('keep the numbers of the set that is given', () => {
    const first = fitIntentions(intentions, names).parameters;
    const newcomers = intentions.map((row) => ({ ...row, stage: 'first-use' as const }));
    const { parameters } = fitIntentions(newcomers, { ...names, parameters: first });
    expect(parameters.parameters['repurchase.longTerm']).toEqual(
      first.parameters['repurchase.longTerm'],
    );
  });

  it('that satisfaction or an outcome tells apart without a fault stay at the end of the range', () => {
    const { flags, number, intervals, parameters } = fitted((row) =>
      row.outcome === 'exceeded' ? { repurchase: 1 } : {},
    );
    expect(codes(flags)).toEqual([['separated', 'repurchase.exceeded']]);
    expect(number('exceeded').value).toBe(5);
    expect(number('exceeded').standardError).toBeUndefined();
    expect(intervals['repurchase.exceeded']).toBeNull();
    expect(number('below').standardError).toBeGreaterThan(0);
    expect(parameters.fit?.converged).toBe(true);
    const split = fitted((row) => ({ repurchase: row.satisfaction > 50 ? 1 : 0 }));
    expect(codes(split.flags)).toContainEqual(['separated', 'repurchase.satisfaction']);
    expect(split.number('satisfaction').value).toBe(20);
  });

  it('that satisfaction alone tells apart leave known what an outcome adds', () => {
    // Next to 50 each outcome is there on both sides; further off it is not, which a search has yet to forget.
    const rows = (['below', 'met', 'exceeded'] as const).flatMap((outcome) =>
      (['first-use', 'long-term'] as const).flatMap((stage) =>
        [49, 51, outcome === 'below' ? 48.8 : 51.2].map((satisfaction) => {
          return { satisfaction, outcome, stage, repurchase: satisfaction > 50 ? 1 : 0 };
        }),
      ),
    );
    const { flags, parameters } = fitIntentions(rows, names);
    expect(codes(flags)).toEqual([
      ['separated', 'repurchase.base'],
      ['separated', 'repurchase.satisfaction'],
    ]);
    expect(parameters.parameters['repurchase.below'].standardError).toBeGreaterThan(0);
  });
});

describe('switching', () => {
  const fitted = (change: (row: (typeof switching)[number]) => object) =>
    fitSwitching(
      switching.map((row) => ({ ...row, ...change(row) })),
      names,
    );

  it('of one stage keeps the inertia of the other', () => {
    const { flags, parameters } = fitted(() => ({ stage: 'long-term' }));
    expect(codes(flags)).toEqual([
      ['one-stage', 'long-term'],
      ['unseen', 'inertia.firstUse'],
    ]);
    const { 'inertia.firstUse': kept } = parameters.parameters;
    expect(kept).toEqual(switchingDefaults.parameters['inertia.firstUse']);
  });

  it('by one offer keeps what a point is worth', () => {
    const { flags } = fitted(() => ({ promised: 90, credibility: 1, expected: 70 }));
    expect(codes(flags)).toEqual([['not-told-apart', 'perPoint']]);
  });

  const idle = adjustParameters(switchingDefaults, 'test/idle', {
    switchingCost: 0,
    'inertia.firstUse': 0,
    'inertia.longTerm': 0,
  });

  it.each(
    [2, 5, 20, 40].flatMap((points) =>
      [switchingDefaults, idle].map((set) => [points, set.id, set] as const),
    ),
  )('that follows every offer better by %d points says so beside %s', (points, _, set) => {
    const rows = Array.from({ length: 24 }, (__, i) => ({
      expected: 60,
      promised: i % 2 === 0 ? 60 + points : 60 - points,
      credibility: 1,
      market: 60,
      outcome: 'met' as const,
      stage: i % 8 < 4 ? ('first-use' as const) : ('long-term' as const),
      left: i % 2 === 0,
    }));
    const options = { ...names, folds: 3, parameters: set };
    const { flags, parameters, intervals } = fitSwitching(rows, options);
    expect(codes(flags)).toContainEqual(['separated', 'perPoint']);
    expect(flags.map(({ code }) => code)).not.toContain('not-told-apart');
    expect(intervals.perPoint).toBeNull();
    for (const { left, expected, outcome, stage, ...offer } of rows) {
      const { chance } = predictSwitching({ expected, outcome, stage }, offer, { parameters });
      expect(Math.abs(chance - Number(left))).toBeLessThan(1e-3);
    }
  });

  it('that a disappointment alone decides stays at the end of the range, without an error', () => {
    const { flags, parameters, intervals } = fitted(({ outcome, left }) => ({
      left: outcome === 'below' || left,
    }));
    expect(codes(flags)).toEqual([
      ['separated', 'disappointment'],
      ['cost-gave-way', 'switchingCost'],
    ]);
    const { disappointment, delight } = parameters.parameters;
    expect([disappointment.value, disappointment.standardError]).toEqual([20, undefined]);
    expect(intervals.disappointment).toBeNull();
    expect(delight.standardError).toBeGreaterThan(0);
  });

  it('the other way round stays at the ends of the ranges', () => {
    const { flags, parameters, intervals } = fitted(({ left }) => ({ left: !left }));
    expect(codes(flags)).toContainEqual(['at-boundary', 'perPoint']);
    expect(flags.map(({ code }) => code)).not.toContain('separated');
    const { perPoint, switchingCost } = parameters.parameters;
    expect(perPoint.value).toBe(0.001);
    expect(perPoint.standardError).toBeUndefined();
    expect(intervals.perPoint?.low).toBe(0.001);
    expect(intervals.perPoint?.high).toBeGreaterThan(0.001);
    expect(switchingCost.value).toBe(0);
    const by = switchingDefaults.parameters.switchingCost.value;
    const detail = { parameter: 'switchingCost', by };
    expect(flags).toContainEqual({ code: 'cost-gave-way', detail });
    for (const { value, range } of Object.values(parameters.parameters)) {
      expect(value).toBeGreaterThanOrEqual(range[0]);
    }
  });
});

describe('word of mouth', () => {
  const fitted = (change: (row: (typeof wordOfMouth)[number], i: number) => object) =>
    fitWordOfMouth(
      wordOfMouth.map((row, i) => ({ ...row, ...change(row, i) })),
      names,
    );

  it('after one outcome keeps the silence of the others, and how much less is told when met', () => {
    const met = (row: (typeof wordOfMouth)[number]) => row.outcome === 'met';
    const { flags, parameters } = fitWordOfMouth(wordOfMouth.filter(met), names);
    expect(codes(flags.filter(({ code }) => code !== 'abrupt'))).toEqual([
      ['unseen', 'silentAt.below'],
      ['unseen', 'silentAt.exceeded'],
      ['not-told-apart', 'toldWhenMet'],
    ]);
    expect(parameters.parameters.toldWhenMet).toEqual(wordOfMouthDefaults.parameters.toldWhenMet);
  });

  it('of which none is bad has none at most, and no error of that', () => {
    const { flags, parameters, intervals } = fitted(() => ({ negative: 0 }));
    expect(codes(flags)).toContainEqual(['at-boundary', 'negative.most']);
    const { 'negative.most': most } = parameters.parameters;
    expect([most.value, most.standardError]).toEqual([0, undefined]);
    expect(intervals['negative.most']).toBeNull();
  });

  it('that hardly hangs on satisfaction has no error of where silence lies', () => {
    const { flags, parameters } = fitted(({ satisfaction }, i) =>
      satisfaction > 50
        ? { positive: 1 + (i % 2), negative: 0 }
        : { positive: 0, negative: 1 + (i % 3) },
    );
    expect(codes(flags)).toContainEqual(['abrupt', 'curve']);
    const { curve, 'silentAt.met': silent } = parameters.parameters;
    expect(curve.value).toBeLessThan(1);
    expect(silent.standardError).toBeUndefined();
  });

  it('at one satisfaction keeps the curve', () => {
    const { flags, parameters } = fitted(() => ({ satisfaction: 90 }));
    expect(codes(flags)).toContainEqual(['not-told-apart', 'curve']);
    expect(parameters.parameters.curve).toEqual(wordOfMouthDefaults.parameters.curve);
  });
});

describe('recovery', () => {
  const fitted = (change: (row: (typeof recovery)[number], i: number) => object) =>
    fitRecovery(
      recovery.map((row, i) => ({ ...row, ...change(row, i) })),
      names,
    );

  it('without a second apology keeps what one costs', () => {
    const { flags, parameters } = fitted(({ apologies = 0 }) => ({
      apologies: Math.min(1, apologies),
    }));
    expect(codes(flags)).toEqual([['unseen', 'apologyRepeated']]);
    const { apologyRepeated } = parameters.parameters;
    expect(apologyRepeated).toEqual(recoveryDefaults.parameters.apologyRepeated);
  });

  it('in which two parts go together keeps the second', () => {
    const { flags } = fitted(({ distributive }) => ({ interactional: distributive }));
    expect(codes(flags)).toEqual([['not-told-apart', 'interactional']]);
  });

  it('that goes beyond what was lost twice over stays at the end of the range', () => {
    const { flags, intervals } = fitted(() => ({ before: 30, failed: 25, recovered: 90 }));
    expect(codes(flags)).toContainEqual(['at-boundary', 'distributive']);
    expect(intervals.distributive?.high).toBe(2);
    expect(intervals.distributive?.low).toBeLessThan(2);
  });

  it('counts rows in which nothing was lost, and rows at an end of the scale', () => {
    const { flags } = fitted(({ before }, i) =>
      i < 9 ? { failed: before } : i < 12 ? { recovered: 100 } : {},
    );
    expect(codes(flags)).toEqual([
      ['nothing-lost', 9],
      ['at-scale-end', 3],
    ]);
    const low = fitted(({ before }, i) =>
      i < 9 ? { failed: before, recovered: 100 * (i % 2) } : i < 12 ? { recovered: 0 } : {},
    );
    expect(codes(low.flags)).toEqual([
      ['nothing-lost', 9],
      ['at-scale-end', 3],
    ]);
  });

  it.each([-1, 1])('counts rows in which nothing was lost but a last bit: %d', (side) => {
    const { flags } = fitted(({ before }, i) =>
      i < 9 ? { failed: before * (1 + side * 2 ** -52) } : {},
    );
    expect(codes(flags)).toEqual([['nothing-lost', 9]]);
  });

  it('that always ends at the top stays at the ends of the ranges, and tells nobody apart', () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({
      before: 60,
      failed: 59 - i,
      distributive: 8 * i,
      interactional: (37 * i) % 101,
      recovered: 100,
    }));
    expect(codes(fitRecovery(rows, names).flags)).toEqual([
      ['unseen', 'procedural'],
      ['unseen', 'apology'],
      ['unseen', 'apologyRepeated'],
      ['at-boundary', 'distributive'],
      ['at-boundary', 'interactional'],
      ['at-scale-end', 12],
    ]);
  });
});

describe('people told', () => {
  it.each([
    ['toldWhenMet', 0],
    ['curve', 0],
    ['positive.most', 0],
  ] as const)(
    'are learnt alike from a set whose %s is %d, at an end of its range',
    (name, value) => {
      const far = {
        ...wordOfMouthDefaults,
        id: 'test/far',
        parameters: {
          ...wordOfMouthDefaults.parameters,
          [name]: { ...wordOfMouthDefaults.parameters[name], value },
        },
      };
      const [usual, other] = [{}, { parameters: far }].map((more) =>
        fitWordOfMouth(wordOfMouth, { ...names, ...more }),
      );
      expect(other?.flags).toEqual(usual?.flags);
      expect(other?.parameters.parameters[name].value).toBeCloseTo(
        usual?.parameters.parameters[name].value as number,
        6,
      );
      expect(other?.parameters.parameters['silentAt.met'].value).toBeCloseTo(
        usual?.parameters.parameters['silentAt.met'].value as number,
        5,
      );
    },
  );
});
