import {
  type TouchpointRow,
  touchpointImportance,
  touchpointModelSchema,
} from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { fewGuests, names } from './few-guests';

const guests = fewGuests(25, 24);
const desks = guests.map(({ ratings: { desk }, satisfied, stage }) => ({
  ratings: { desk },
  satisfied,
  stage,
}));
const stage = (row: { stage: string }) => row.stage;
const quick = { ...names, folds: 3 };

describe('what is said of a fit', () => {
  it('names the sets and the model by stage, with their rows', () => {
    const fit = touchpointImportance(desks, { ...quick, stage });
    const from = { data: 'made up', licence: 'none', converged: true };
    expect(Object.keys(fit.importance)).toEqual(['a', 'b']);
    expect(fit.importance.a).toMatchObject({
      id: 'test/few/a',
      setting: 'made up; a',
      fit: { ...from, n: 8 },
      parameters: { desk: { value: 100, range: [0, 100], status: 'fitted' } },
    });
    expect(fit.importance.a?.parameters.desk).not.toHaveProperty('standardError');
    expect(fit.importance.b).toMatchObject({ id: 'test/few/b', fit: { ...from, n: 16 } });
    expect(fit.pooled).toMatchObject({
      id: 'test/few/pooled',
      setting: 'made up',
      fit: { ...from, n: 24 },
    });
    expect(fit.model).toMatchObject({
      version: 1,
      id: 'test/few',
      setting: 'made up',
      fit: { ...from, n: 24 },
    });
    expect(touchpointModelSchema.parse(fit.model)).toEqual(fit.model);
    expect(fit).toMatchObject({ rows: 24, respondents: null });
    expect(fit.worths.map((one) => [one.stage, one.touchpoint, one.rows])).toEqual([
      ['a', 'desk', 8],
      ['b', 'desk', 16],
    ]);
    expect(fit.comparison.map(({ form, numbers }) => [form, numbers])).toEqual([
      ['share', 3],
      ['linear', 4],
      ['pooled', 7],
      ['by-stage', 15],
    ]);
  });

  it('takes five folds, the first seed and a confidence of .95 unless told', () => {
    const told = { ...names, folds: 5, seed: 1, confidence: 0.95 };
    expect(touchpointImportance(desks, names)).toEqual(touchpointImportance(desks, told));
  });

  it('has effects around their mean over the rows of the stage', () => {
    const { model } = touchpointImportance(desks, { ...quick, stage });
    for (const at of ['a', 'b'] as const) {
      const levels = model.stages[at]?.touchpoints.desk?.levels ?? [];
      const own = desks.filter((row) => row.stage === at);
      const added = own.map(
        ({ ratings }) => levels.find(({ level }) => level === ratings.desk)?.logOdds as number,
      );
      expect(levels.map(({ level }) => level)).toEqual([0, 50, 100]);
      expect(added.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
      expect(model.stages[at]?.touchpoints.desk?.unrated).toBeNull();
    }
  });

  it('stands in the order of worth, what has none at the end', () => {
    const rows = desks.map((row, i) => ({
      ...row,
      ratings: { low: 50 * (i % 3), sign: 75, ...row.ratings },
    }));
    const { worths, importance, flags } = touchpointImportance(rows, quick);
    expect(worths.map(({ touchpoint }) => touchpoint)).toEqual(['desk', 'low', 'sign']);
    expect(worths[2]).toEqual({
      stage: 'all',
      touchpoint: 'sign',
      worth: null,
      standardError: null,
      interval: null,
      importance: 0,
      importanceError: null,
      importanceInterval: null,
      rows: 24,
    });
    expect(importance.all?.parameters.sign?.source).toContain('its level never differs');
    expect(importance.all?.parameters.desk?.source).toBe('fitted on made up (none)');
    expect(flags).toContainEqual({ code: 'unrated', detail: { touchpoint: 'sign' } });
  });

  it('counts respondents, where some are named, and takes a level of 1 among others', () => {
    const some = desks.map(({ ratings, satisfied }, i) => ({
      ratings,
      satisfied: satisfied ? 70 + i : 1,
      respondent: i < 4 ? 'Ann' : undefined,
    }));
    expect(touchpointImportance(some, quick)).toMatchObject({ rows: 24, respondents: 21 });
  });

  // The slope by the levels of all rows where those of the stage are all alike.
  it('takes the line of all rows where a stage has one level', () => {
    const rows = desks.map((row) => (row.stage === 'a' ? { ...row, ratings: { desk: 50 } } : row));
    const { worths, model } = touchpointImportance(rows, { ...quick, stage });
    const { levels = [] } = model.stages.a?.touchpoints.desk ?? {};
    const effects = rows.map(({ ratings }) => [
      ratings.desk,
      levels.find(({ level }) => level === ratings.desk)?.logOdds as number,
    ]) as [number, number][];
    const mean = effects.reduce((sum, [level]) => sum + level / 24, 0);
    const up = effects.reduce((sum, [level, x]) => sum + (level - mean) * x, 0);
    const squares = effects.reduce((sum, [level]) => sum + (level - mean) ** 2, 0);
    const p = 1 / (1 + Math.exp(-(model.stages.a?.intercept as number)));
    expect(worths[0]?.stage).toBe('a');
    expect(worths[0]?.worth).toBeCloseTo(((100 * up) / squares) * p * (1 - p), 9);
  });

  it('has levels of satisfaction of another scale among its flags', () => {
    const rows = desks.map(({ ratings, satisfied }, i) => ({
      ratings,
      satisfied: 1 + ((satisfied ? 4 : 1) + (i % 3)),
    }));
    const { flags } = touchpointImportance(rows, quick);
    expect(flags[0]?.code).toBe('another-scale');
    expect(JSON.stringify(flags[0]?.detail)).toContain('satisfied');
    const low = desks.map(({ ratings: { desk }, satisfied }) => ({
      ratings: { desk: 1 + desk / 25 },
      satisfied,
    }));
    const small = touchpointImportance(low, quick).flags;
    expect(small[0]?.code).toBe('another-scale');
    expect(JSON.stringify(small[0]?.detail)).toContain('rows[].ratings.desk');
  });
});

describe('so many rows are needed', () => {
  const wide = (count: number): readonly TouchpointRow[] =>
    Array.from({ length: count }, (_, i) => ({
      ratings: Object.fromEntries(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((id, t) => [id, 100 * ((i >> (t % 3)) % 2)]),
      ),
      satisfied: i % 2 === 0,
    }));

  it('one more than touchpoints and stages', () => {
    expect(touchpointImportance(wide(8), quick).rows).toBe(8);
    const error = refusal(() => touchpointImportance(wide(7), quick));
    expect(error).toMatchObject({ code: 'not-enough-data', path: 'rows' });
    expect(error.message).toContain('7 rows');
    expect(error.message).toContain('at least 8 for 6 touchpoints, 1 stages and 3 folds');
  });

  it('two a fold', () => {
    expect(touchpointImportance(desks.slice(0, 8), { ...quick, folds: 4 }).rows).toBe(8);
    const error = refusal(() => touchpointImportance(desks.slice(0, 7), { ...quick, folds: 4 }));
    expect(error.message).toContain('at least 8 for 1 touchpoints');
  });

  it('and as many respondents', () => {
    const rows = desks.map((row, i) => ({ ...row, respondent: Math.floor(i / 5) }));
    const error = refusal(() => touchpointImportance(rows, quick));
    expect(error.message).toContain('5 respondents');
    expect(error.message).toContain('at least 6');
  });

  it('of answers that differ', () => {
    const same = desks.map((row) => ({ ...row, satisfied: 60 }));
    const error = refusal(() => touchpointImportance(same, quick));
    expect(error.message).toContain('answers that are all alike');
    expect(error.message).toContain('at least 2 for what makes customers satisfied');
  });
});
