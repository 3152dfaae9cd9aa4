import {
  marketplaceSatisfaction,
  predictSatisfaction,
  recalibrateSatisfaction,
  type SatisfactionModel,
  surveySatisfaction,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { expectSurvivesJson } from '../capability/survives-json';
import { refusal } from '../core/refusal';
import { names } from './given';

const cuts = [1, 2, 3, 4].map(
  (k) => marketplaceSatisfaction.parameters[`threshold.${k}`]?.value as number,
);

/** Orders whose ratings follow the marketplace's model on its own scale, moved and stretched. */
function shop(rows: number, shift: number, scale: number, seed = 3) {
  const next = uniforms(seed);
  const promised = Float64Array.from({ length: rows }, () => 6 + 10 * next());
  const actual = promised.map((days) => days * (0.5 + 0.9 * next()));
  const stars = Array.from(actual, (days, i) => {
    const gap = (promised[i] as number) - days;
    const side = Math.min(Math.abs(gap), 2) * (gap > 0 ? 0.19589989 : -0.39338951);
    const u = -0.43962154 * Math.log(days) + side;
    const p = next();
    const noise = Math.log(p / (1 - p));
    return 1 + cuts.filter((cut) => noise > scale * (cut - u) - shift).length;
  });
  return { columns: { promised, actual, unit: 'days' } as const, stars };
}
const given = { ...names, model: marketplaceSatisfaction };

describe('recalibrateSatisfaction', () => {
  it('finds the shift and the scale of a new setting', () => {
    const { columns, stars } = shop(20_000, -0.8, 1.4);
    const { shift, scale, model, before, after, helps } = recalibrateSatisfaction(
      columns,
      stars,
      given,
    );
    expect(Math.abs(shift.value + 0.8)).toBeLessThan(3 * shift.standardError);
    expect(Math.abs(scale.value - 1.4)).toBeLessThan(3 * scale.standardError);
    expect([shift.low < -0.8, shift.high > -0.8]).toEqual([true, true]);
    expect(helps).toBe(true);
    expect(after.rps).toBeLessThan(before.rps);
    expect(after.logLoss).toBeLessThan(before.logLoss);
    const value = (of: SatisfactionModel, name: string) => of.parameters[name]?.value as number;
    expect(value(model, 'time.gain')).toBeCloseTo(scale.value * 0.19589989, 12);
    expect(value(model, 'threshold.2')).toBeCloseTo(
      scale.value * (cuts[1] as number) - shift.value,
      12,
    );
    expect(model.parameters['time.cap']).toEqual(marketplaceSatisfaction.parameters['time.cap']);
    expect(model.fit).toMatchObject({ n: 20_000, converged: true });
  });

  it('says from 50 rows that a model needs no help where it fits', () => {
    const helped = Array.from({ length: 20 }, (_, seed) => {
      const { columns, stars } = shop(50, 0, 1, seed);
      return recalibrateSatisfaction(columns, stars, given).helps;
    });
    expect(helped.filter(Boolean).length).toBeLessThan(12);
  });

  it('gives a model that goes wherever a default goes', () => {
    const { columns, stars } = shop(60, -2, 1);
    const moved = recalibrateSatisfaction(columns, stars, given);
    expectSurvivesJson(moved);
    const order = { promised: 10, actual: 10, unit: 'days' } as const;
    const { score, model } = predictSatisfaction(order, { model: moved.model });
    expect(score).toBeLessThan(predictSatisfaction(order).score);
    expect(model.id).toBe('ours/test-1');
  });

  it('finds an answer also where a bad start overshoots', () => {
    const { columns, stars } = shop(400, 4, 0.2);
    const { shift, scale } = recalibrateSatisfaction(columns, stars, given);
    expect(Number.isFinite(shift.value) && Number.isFinite(scale.standardError)).toBe(true);
  });

  const { columns, stars } = shop(60, 0, 1);
  const refused = (change: object, rated: readonly number[] = stars, of: object = columns) =>
    refusal(() => recalibrateSatisfaction(of as never, rated, { ...given, ...change }));

  it('refuses fewer than 50 rows, and answers that are all alike', () => {
    const few = shop(49, 0, 1);
    expect(refused({}, few.stars, few.columns)).toMatchObject({
      code: 'not-enough-data',
      path: 'columns',
      expected: 'at least 50 for a shift and a scale',
    });
    expect(
      refused(
        {},
        stars.map(() => 4),
      ),
    ).toMatchObject({
      code: 'not-enough-data',
      path: 'answers',
    });
  });

  it('refuses answers that the model tells apart without fault', () => {
    const apart = Array.from(columns.actual, (days, i) =>
      days < (columns.promised[i] as number) ? 5 : 1,
    );
    const actual = columns.actual.map((days, i) =>
      apart[i] === 5 ? 1 + days / 1000 : 40 + days / 1000,
    );
    expect(refused({}, apart, { ...columns, actual })).toMatchObject({
      code: 'ambiguous',
      path: 'answers',
    });
  });

  it('refuses experiences that are all alike, and what does not go with the model', () => {
    const actual = new Float64Array(60).fill(8);
    const promised = new Float64Array(60).fill(10);
    expect(refused({}, stars, { ...columns, actual, promised })).toMatchObject({
      code: 'ambiguous',
      path: 'columns',
    });
    expect(refused({ id: marketplaceSatisfaction.id })).toMatchObject({
      code: 'ambiguous',
      path: 'options.id',
    });
    expect(refused({ model: surveySatisfaction })).toMatchObject({ code: 'unit-mismatch' });
    expect(refused({ model: { ...marketplaceSatisfaction, version: 2 } })).toMatchObject({
      code: 'unknown-version',
      path: 'options.model.version',
    });
    expect(
      refused(
        {},
        stars.map((star) => star + 1),
      ).path,
    ).toMatch(/^answers\[\d+\]$/);
    expect(refused({ form: {} })).toMatchObject({ code: 'unknown-name', path: 'options.form' });
  });
});
