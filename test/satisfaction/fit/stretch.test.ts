import { marketplaceSatisfaction, predictSatisfaction } from 'overdeliver';
import {
  recalibrateSatisfaction,
  scoreSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { expectSurvivesJson } from '../../capability/survives-json';
import { refusal } from '../../core/refusal';
import { names } from './given';

/** Parcels answered on 1 to `cuts.length + 1`: an ordinal logit of the marketplace's utility, of some strength. */
function shop(rows: number, cuts: readonly number[], strength: number, seed: number) {
  const next = uniforms(seed);
  const promised = Float64Array.from({ length: rows }, () => 6 + 20 * next());
  const actual = promised.map((days) => days * (0.4 + 0.9 * next()));
  const answers = Array.from(actual, (days, i) => {
    const gap = (promised[i] as number) - days;
    const side = Math.min(2, Math.abs(gap)) * (gap > 0 ? 0.19589989 : -0.39338951);
    const u = strength * (-0.43962154 * Math.log(days) + side);
    const p = next();
    return 1 + cuts.filter((cut) => u + Math.log(p / (1 - p)) > cut).length;
  });
  return { columns: { promised, actual, unit: 'days' as const }, answers };
}

const seven = { min: 1, max: 7 };
const sevenCuts = [-4, -3.4, -2.9, -2.3, -1.6, -0.8];
const options = { ...names, model: marketplaceSatisfaction };
const value = (model: { parameters: Readonly<Record<string, { value: number }>> }, name: string) =>
  model.parameters[name]?.value as number;

describe('a model of 1 to 5 stars and answers from 1 to 7', () => {
  const { columns, answers } = shop(4000, sevenCuts, 1, 3);
  const found = recalibrateSatisfaction(columns, answers, { ...options, answers: seven });

  it('begins halfway between answers, on the lines between its own thresholds', () => {
    // Unmoved it is the model stretched: what moves it back shows where it began.
    const { model, shift, scale, spread } = found;
    const [t1, t2, t3, t4] = [-3.2377383, -2.8537652, -2.1382014, -1.0821692] as const;
    // Positions 1/12, 3/12, ..., of 1/8, 3/8, 5/8, 7/8, in quarters from the first on.
    const at = (share: number, from: number, to: number) => from + share * (to - from);
    const stretched = [
      at(-1 / 6, t1, t2),
      at(1 / 2, t1, t2),
      at(1 / 6, t2, t3),
      at(5 / 6, t2, t3),
      at(1 / 2, t3, t4),
      at(7 / 6, t3, t4),
    ];
    const middle = stretched.reduce((sum, t) => sum + t, 0) / 6;
    const utility = Array.from(columns.actual, (days, i) => {
      const gap = (columns.promised[i] as number) - days;
      const side = Math.min(2, Math.abs(gap)) * (gap > 0 ? 0.19589989 : -0.39338951);
      return -0.43962154 * Math.log(days) + side;
    });
    const m = utility.reduce((sum, u) => sum + u, 0) / utility.length;
    stretched.forEach((t, k) => {
      const cut =
        middle + (spread?.value as number) * (t - middle) - m - shift.value + scale.value * m;
      expect(value(model, `threshold.${k + 1}`)).toBeCloseTo(cut, 9);
    });
  });

  it('has the new scale, and foresees its answers', () => {
    const { model, helps, before, after, scale } = found;
    expect(model.answers).toEqual(seven);
    const predicted = predictSatisfaction({ promised: 10, actual: 12, unit: 'days' }, { model });
    expect(predicted.answers).toHaveLength(7);
    expect(helps).toBe(true);
    expect(after.rps).toBeLessThan(before.rps);
    expect(scale.low).toBeLessThan(1);
    expect(scale.high).toBeGreaterThan(1);
    expect(model.parameters['threshold.1']?.status).toBe('fitted');
    expect(model.parameters['threshold.6']?.standardError).toBeGreaterThan(0);
    const fresh = shop(4000, sevenCuts, 1, 4);
    const score = scoreSatisfaction(fresh.columns, fresh.answers, { model });
    expect(score.rps).toBeLessThan(score.baseline.rps);
    expectSurvivesJson(found);
  });

  it('finds how strongly few answers follow what happened, as often as its intervals say', () => {
    let held = 0;
    for (let run = 0; run < 100; run++) {
      const few = shop(100, sevenCuts, 1, 100 + run);
      const { scale } = recalibrateSatisfaction(few.columns, few.answers, {
        ...options,
        answers: seven,
      });
      if (scale.low <= 1 && scale.high >= 1) held++;
    }
    // 95 of 100, give or take 2.2.
    expect(held).toBeGreaterThanOrEqual(89);
  });

  it('works towards fewer answers, and any numbering', () => {
    const three = recalibrateSatisfaction(
      columns,
      answers.map((answer) => Math.floor((answer - 1) / 3)),
      { ...options, answers: { min: 0, max: 2 } },
    );
    expect(three.model.answers).toEqual({ min: 0, max: 2 });
    expect(Object.keys(three.model.parameters).filter((name) => /^thr/.test(name))).toEqual([
      'threshold.1',
      'threshold.2',
    ]);
    expect(three.helps).toBe(true);
  });

  it('leaves out an error that is no number any more', () => {
    const own = marketplaceSatisfaction.parameters;
    const model = {
      ...marketplaceSatisfaction,
      parameters: {
        ...own,
        'threshold.2': { ...own['threshold.2'], standardError: Number.MAX_VALUE },
      },
    } as never;
    const moved = recalibrateSatisfaction(columns, answers, { ...options, model, answers: seven });
    const errors = Object.values(moved.model.parameters).map((one) => one.standardError ?? 0);
    expect(errors.every(Number.isFinite)).toBe(true);
  });

  it('moves as ever where the scale is its own', () => {
    const own = shop(100, [-3.2, -2.9, -2.1, -1.1], 1, 5);
    const scale = { min: 1, max: 5 };
    expect(
      recalibrateSatisfaction(own.columns, own.answers, { ...options, answers: scale }),
    ).toEqual(recalibrateSatisfaction(own.columns, own.answers, options));
  });

  it.each([
    [{ min: 1, max: 1 }, 'out-of-range', 'options.answers'],
    [{ min: 1.5, max: 7 }, 'out-of-range', 'options.answers'],
    [7, 'wrong-type', 'options.answers'],
    [{ min: 1 }, 'missing', 'options.answers.max'],
    [{ min: 2, max: 7 }, 'out-of-range', 'answers[1]'],
  ])('a scale of %o is refused', (scale, code, path) => {
    const given = [4, 1, ...answers.slice(2)];
    const wrong = refusal(() =>
      recalibrateSatisfaction(columns, given, { ...options, answers: scale as never }),
    );
    expect(wrong).toMatchObject({ function: 'recalibrateSatisfaction', code, path });
  });

  it('takes more answers than two to stretch', () => {
    const two = {
      ...surveySatisfaction,
      answers: { min: 0, max: 1 },
      parameters: Object.fromEntries(
        Object.entries(surveySatisfaction.parameters).filter(
          ([name]) => !/^threshold\.([2-9])/.test(name),
        ),
      ),
    };
    const rows = {
      expected: new Float64Array(60).fill(70),
      perceived: new Float64Array(60).fill(60),
    };
    const wrong = refusal(() =>
      recalibrateSatisfaction(rows, new Array(60).fill(3), {
        ...names,
        model: two,
        answers: seven,
      }),
    );
    expect(wrong).toMatchObject({ path: 'options.answers', code: 'wrong-type' });
  });
});
