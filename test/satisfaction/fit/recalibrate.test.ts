import {
  marketplaceSatisfaction,
  type Parameter,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import {
  mixedSatisfaction,
  predictSatisfactions,
  recalibrateSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { expectSurvivesJson } from '../../capability/survives-json';
import { deepFreeze } from '../../core/deep-freeze';
import { refusal } from '../../core/refusal';
import { names } from './given';

const cuts = [1, 2, 3, 4].map(
  (k) => marketplaceSatisfaction.parameters[`threshold.${k}`]?.value as number,
);

/** The marketplace's utility: an order of ten days on time has -1.01. */
function felt(promised: number, actual: number): number {
  const gap = promised - actual;
  const side = Math.min(Math.abs(gap), 2) * (gap > 0 ? 0.19589989 : -0.39338951);
  return -0.43962154 * Math.log(actual) + side;
}

/** Orders of a shop of its own: where its answers begin, and how strongly they follow the utility. */
function shop(rows: number, starts: readonly number[], strength: number, seed = 3) {
  const next = uniforms(seed);
  const promised = Float64Array.from({ length: rows }, () => 6 + 10 * next());
  const actual = promised.map((days) => days * (0.5 + 0.9 * next()));
  const stars = Array.from(actual, (days, i) => {
    const p = next();
    const latent = strength * (felt(promised[i] as number, days) + 1) + Math.log(p / (1 - p));
    return 1 + starts.filter((start) => latent > start).length;
  });
  return { columns: { promised, actual, unit: 'days' } as const, stars };
}
const as = cuts.map((cut) => cut + 1);
const worse = as.map((cut) => cut + 0.8);
const given = { ...names, model: marketplaceSatisfaction };

describe('a model with fields of its own', () => {
  const { columns, stars } = shop(200, worse, 1.4);
  const plain = () => JSON.parse(JSON.stringify(marketplaceSatisfaction));
  const moved = (model: SatisfactionModel) =>
    recalibrateSatisfaction(columns, stars, { ...names, model }).model;

  it('keeps them, and leaves them as they were', () => {
    const mine = { deep: { note: 'x' } };
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    const rest = { mine, ring, column: Float64Array.of(1, 2), say: () => 1 };
    const model = moved({ ...plain(), ...rest });
    expect(model).toMatchObject({ mine, column: rest.column });
    expect(Object.isFrozen(mine.deep)).toBe(false);
    expect(Object.isFrozen((model as unknown as typeof rest).mine.deep)).toBe(true);
    expect(moved(deepFreeze({ ...plain(), mine: { deep: 1 } }))).toMatchObject({
      mine: { deep: 1 },
    });
  });

  it('may hold itself and be frozen', () => {
    const model = plain();
    model.ring = Object.freeze([model]);
    for (const part of Object.values(model)) if (part !== model.ring) deepFreeze(part);
    expect(moved(Object.freeze(model)).id).toBe(names.id);
  });

  it('is answered alike in any order of its fields, frozen or not', () => {
    const turned = () => Object.fromEntries(Object.entries(plain()).reverse()) as never;
    expect(JSON.stringify(moved(deepFreeze(turned())))).toBe(JSON.stringify(moved(turned())));
  });
});

describe('recalibrateSatisfaction', () => {
  it('finds the shift and the scale of a new setting', () => {
    const { columns, stars } = shop(20_000, worse, 1.4);
    const { shift, scale, spread, model, before, after, helps } = recalibrateSatisfaction(
      columns,
      stars,
      given,
    );
    // The average order is not felt as -1, so that the scale adds to the shift.
    const { utility } = predictSatisfactions(columns);
    const mean = utility.reduce((sum, u) => sum + u, 0) / utility.length;
    const moved = -0.8 + 0.4 * (mean + 1);
    expect(Math.abs(shift.value - moved)).toBeLessThan(3 * shift.standardError);
    expect(Math.abs(scale.value - 1.4)).toBeLessThan(3 * scale.standardError);
    expect(Math.abs((spread?.value ?? 0) - 1)).toBeLessThan(3 * (spread?.standardError ?? 0));
    expect([shift.low < moved, shift.high > moved]).toEqual([true, true]);
    expect(helps).toBe(true);
    expect(after.rps).toBeLessThan(before.rps);
    expect(after.logLoss).toBeLessThan(before.logLoss);
    const value = (of: SatisfactionModel, name: string) => of.parameters[name]?.value as number;
    expect(value(model, 'time.gain')).toBeCloseTo(scale.value * 0.19589989, 12);
    const distance = value(model, 'threshold.4') - value(model, 'threshold.2');
    expect(distance / ((cuts[3] as number) - (cuts[1] as number))).toBeCloseTo(
      spread?.value ?? 0,
      12,
    );
    expect(model.parameters['time.cap']).toEqual(marketplaceSatisfaction.parameters['time.cap']);
    expect(model.fit).toMatchObject({ n: 20_000, converged: true });
    // The moved model foresees what the three numbers did.
    const { score } = predictSatisfactions(columns, { model });
    const foreseen = score.reduce((sum, x) => sum + x, 0) / score.length;
    const answered = stars.reduce((sum, x) => sum + 25 * (x - 1), 0) / stars.length;
    expect(Math.abs(foreseen - answered)).toBeLessThan(0.5);
  });

  it.each([
    ['the same thresholds', as],
    ['others, evenly apart', [-2, -1, 0, 1]],
    ['nearly all answers at either end', [-0.3, -0.2, -0.1, 0]],
  ])('finds how strongly answers follow what happened, whatever their spread: %s', (_, starts) => {
    for (const strength of [0.5, 1, 2]) {
      const { columns, stars } = shop(5000, starts, strength, 17);
      const { scale } = recalibrateSatisfaction(columns, stars, given);
      expect(Math.abs(scale.value - strength), `${strength}`).toBeLessThan(3 * scale.standardError);
    }
  });

  it('claims no effect where stars are thrown at random', () => {
    const next = uniforms(11);
    const { columns } = shop(2000, as, 1);
    const stars = Array.from(columns.actual, () => 1 + Math.floor(5 * next()));
    const { scale, model } = recalibrateSatisfaction(columns, stars, given);
    expect([scale.low < 0, scale.high > 0]).toEqual([true, true]);
    const { value, standardError = 0 } = model.parameters['time.performance'] as Parameter;
    expect(Math.abs(value)).toBeLessThan(2 * standardError);
    const of = (actual: number) =>
      predictSatisfaction({ promised: 10, actual, unit: 'days' }, { model }).score;
    expect(Math.abs(of(6) - of(12))).toBeLessThan(3);
    expect(Math.abs(of(9) - 50)).toBeLessThan(3);
  });

  it('turns the scale round where customers do', () => {
    const { columns, stars } = shop(1000, [-1, -0.5, 0, 1], -1.5);
    const { scale, helps } = recalibrateSatisfaction(columns, stars, given);
    expect(scale.high).toBeLessThan(0);
    expect(helps).toBe(true);
  });

  it('keeps as assumed what had no error, or no rows', () => {
    const next = uniforms(4);
    const promised = Float64Array.from({ length: 200 }, () => 30 + 30 * next());
    const actual = promised.map((minutes) => minutes * (0.6 + 0.7 * next()));
    const stars = Array.from(actual, (_, i) => 1 + (i % 5));
    const errors = (names: readonly string[]): SatisfactionModel => ({
      ...mixedSatisfaction,
      parameters: Object.fromEntries(
        Object.entries(mixedSatisfaction.parameters).map(([name, parameter]) => [
          name,
          names.includes(name)
            ? { ...parameter, status: 'fitted', standardError: 0.01 }
            : parameter,
        ]),
      ),
    });
    const of = (model: SatisfactionModel) =>
      recalibrateSatisfaction({ promised, actual, unit: 'minutes' }, stars, { ...names, model })
        .model.parameters;
    for (const parameter of Object.values(of(mixedSatisfaction))) {
      expect(parameter.status).toBe('assumed');
      expect(parameter).not.toHaveProperty('standardError');
    }
    const some = of(errors(['time.loss', 'cost.loss', 'threshold.2']));
    expect(some['time.loss']).toMatchObject({ status: 'fitted' });
    expect(some['time.loss']?.standardError).toBeGreaterThan(0.004);
    expect(some['threshold.2']?.standardError).toBeGreaterThan(0.05);
    expect(some['cost.loss']).toMatchObject({ status: 'assumed' });
    expect(some['cost.loss']).not.toHaveProperty('standardError');
  });

  it('warns beyond its data, also where the model knows more dimensions than they have', () => {
    const { columns, stars } = shop(60, as, 1);
    const { model } = recalibrateSatisfaction(columns, stars, {
      ...names,
      model: mixedSatisfaction,
    });
    expect(Object.keys(model.domain ?? {})).toEqual(['time.promised', 'time.actual']);
    const late = { promised: 10, actual: 90, unit: 'days' } as const;
    expect(predictSatisfaction(late, { model }).warnings).toMatchObject([
      { path: 'time.actual' },
      { code: 'beyond-cap' },
    ]);
  });

  it('keeps the spread where there are two answers only', () => {
    const { columns, stars } = shop(300, [-9, -8, -7, 0], 1);
    const { spread, scale, model } = recalibrateSatisfaction(columns, stars, given);
    expect(new Set(stars)).toEqual(new Set([4, 5]));
    expect(spread).toBeNull();
    expect(scale.low).toBeGreaterThan(0);
    const of = (name: string) => model.parameters[name]?.value as number;
    expect(of('threshold.3') - of('threshold.1')).toBeCloseTo(
      (cuts[2] as number) - (cuts[0] as number),
      12,
    );
  });

  it('says from 50 rows that a model needs no help where it fits', () => {
    const helped = Array.from({ length: 20 }, (_, seed) => {
      const { columns, stars } = shop(50, as, 1, seed);
      return recalibrateSatisfaction(columns, stars, given).helps;
    });
    expect(helped.filter(Boolean).length).toBeLessThan(12);
  });

  it('gives a model that goes wherever a default goes', () => {
    const { columns, stars } = shop(
      60,
      as.map((cut) => cut + 2),
      1,
    );
    const moved = recalibrateSatisfaction(columns, stars, given);
    expectSurvivesJson(moved);
    const order = { promised: 10, actual: 10, unit: 'days' } as const;
    const { score, model } = predictSatisfaction(order, { model: moved.model });
    expect(score).toBeLessThan(predictSatisfaction(order).score);
    expect(model.id).toBe('ours/test-1');
  });

  it('finds an answer also where a bad start overshoots', () => {
    const { columns, stars } = shop(
      400,
      as.map((cut) => 0.2 * cut - 4),
      0.2,
    );
    const { shift, scale } = recalibrateSatisfaction(columns, stars, given);
    expect(Number.isFinite(shift.value) && Number.isFinite(scale.standardError)).toBe(true);
  });

  const { columns, stars } = shop(60, as, 1);
  const refused = (change: object, rated: readonly number[] = stars, of: object = columns) =>
    refusal(() => recalibrateSatisfaction(of as never, rated, { ...given, ...change }));

  it('refuses fewer than 50 rows, and answers that are all alike', () => {
    const few = shop(49, as, 1);
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

  it('refuses answers that the model separates perfectly', () => {
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
