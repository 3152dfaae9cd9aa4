import {
  journeyScore,
  predictJourney,
  type TouchpointImportance,
  type TouchpointRow,
  touchpointGaps,
  touchpointImportance,
  touchpointModelSchema,
  touchpointRowSchema,
} from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { once } from '../../src/input/once';
import { uniforms } from '../../src/numerics/uniforms';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { guests, names, stage, stages, touchpoints, truth } from './touchpoint-world';

const worthIn = ({ worths }: TouchpointImportance, at: string, touchpoint: string) =>
  worths.find(
    (one) => one.stage === at && one.touchpoint === touchpoint,
  ) as TouchpointImportance['worths'][number];
const codes = ({ flags }: TouchpointImportance) => flags.map(({ code }) => code);
const scoreOf = ({ comparison }: TouchpointImportance, form: string) =>
  comparison.find((one) => one.form === form) as TouchpointImportance['comparison'][number];

const quick = { ...names, folds: 3 };
const learnt = once(() => touchpointImportance(guests(7, 400), { ...names, stage }));

describe('what touchpoints are worth', () => {
  // Printed by bench/validity/shrunk_logit.py, a second computation, on the same rows.
  it.each([
    ['new', 'desk', 0.592128, 0.042978, 61.51962, 9.80318],
    ['new', 'room', 0.150941, 0.079217, 15.68211, 7.7458],
    ['new', 'food', 0.184433, 0.09078, 19.16185, 8.10073],
    ['new', 'exit', 0.035001, 0.08627, 3.63642, 8.67887],
    ['regular', 'desk', 0.407463, 0.059023, 35.00018, 5.43312],
    ['regular', 'room', 0.527653, 0.05392, 45.32428, 5.2786],
    ['regular', 'food', 0.18547, 0.075657, 15.9315, 5.70722],
    ['regular', 'exit', 0.043587, 0.069353, 3.74405, 5.74522],
  ])('is what a second computation finds at %s of %s', (at, touchpoint, ...figures) => {
    const { worth, standardError, importance, importanceError } = worthIn(learnt(), at, touchpoint);
    const [w = 0, error = 0, part = 0, partError = 0] = figures;
    expect(Math.abs((worth as number) - w)).toBeLessThan(3e-4);
    expect(Math.abs((standardError as number) - error)).toBeLessThan(3e-4);
    expect(Math.abs(importance - part)).toBeLessThan(0.02);
    expect(Math.abs((importanceError as number) - partError)).toBeLessThan(0.02);
  });

  it('has spreads at the top of the marginal likelihood, as a second computation finds them', () => {
    const { lines, levels, stageLines, stageLevels } = learnt().spreads;
    expect(lines).toBeCloseTo(0.872701, 2);
    expect(levels).toBeCloseTo(0.215262, 2);
    expect(stageLines).toBeCloseTo(0.509247, 2);
    expect(stageLevels).toBe(0);
  });

  it('comes near the truth, within intervals that hold it', () => {
    const fits = [1, 2].map((seed) => touchpointImportance(guests(seed, 800), { ...quick, stage }));
    const held = fits.flatMap((fit) =>
      stages.flatMap((at) =>
        touchpoints.map((touchpoint, t) => {
          const { interval, worth } = worthIn(fit, at, touchpoint);
          const real = truth(at)[t]?.worth as number;
          expect(Math.abs((worth as number) - real)).toBeLessThan(0.2);
          return interval !== null && interval.low <= real && real <= interval.high;
        }),
      ),
    );
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(13);
  });

  it('adds up to 100 at each stage, most first, and survives JSON', () => {
    for (const at of stages) {
      const own = learnt().worths.filter((one) => one.stage === at);
      expect(own.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(100, 9);
      const worths = own.map(({ worth }) => worth as number);
      expect([...worths].sort((a, b) => b - a)).toEqual(worths);
      const set = learnt().importance[at];
      for (const { touchpoint, importance } of own) {
        expect(set?.parameters[touchpoint]).toMatchObject({ value: importance, status: 'fitted' });
      }
      expect(set).toMatchObject({
        id: `test/made-up/${at}`,
        fit: { n: at === 'new' ? 134 : 266, converged: true },
      });
    }
    expectSurvivesJson(learnt());
    expect(learnt()).toMatchObject({
      rows: 400,
      respondents: null,
      recommended: 'by-stage',
      flags: [],
    });
  });

  it('does not depend on names or on frozen rows, and hardly on the order of rows', () => {
    const rows = guests(7, 400);
    const again = touchpointImportance(deepFreeze([...rows].reverse()), {
      ...quick,
      stage: (guest) => `the ${guest.stage}`,
    });
    for (const at of stages) {
      for (const touchpoint of touchpoints) {
        const { worth } = worthIn(again, `the ${at}`, touchpoint);
        expect(worth).toBeCloseTo(worthIn(learnt(), at, touchpoint).worth as number, 3);
      }
    }
  });

  it('shrinks a stage with few rows towards all stages', () => {
    const few = guests(3, 1500).filter(({ stage: at }, i) => at === 'regular' || i < 60);
    const alone = few.filter(({ stage: at }) => at === 'new');
    const both = worthIn(touchpointImportance(few, { ...quick, stage }), 'new', 'room');
    const own = worthIn(touchpointImportance(alone, { ...quick, stage }), 'new', 'room');
    expect(both.standardError as number).toBeLessThan(own.standardError as number);
    expect(touchpointImportance(few, { ...quick, stage }).importance.new?.fit?.n).toBe(20);
  });

  it('goes wherever importances are assumed', () => {
    const journey = touchpoints.map((id) => ({ id, expected: 80, perceived: 60 }));
    const importance = learnt().importance.regular;
    const { gaps } = touchpointGaps(journey, { importance });
    expect(gaps[0]?.id).toBe('room');
    for (const { id, share, worth } of gaps) {
      const part = worthIn(learnt(), 'regular', id).importance / 100;
      expect(share).toBeCloseTo(part, 12);
      expect(worth).toBeCloseTo(20 * part, 9);
    }
    const rated = journey.map((one, i) => ({ ...one, perceived: 20 * i }));
    const { average } = journeyScore(rated, { importance: JSON.parse(JSON.stringify(importance)) });
    const sum = touchpoints.reduce(
      (total, id, i) => total + worthIn(learnt(), 'regular', id).importance * 0.2 * i,
      0,
    );
    expect(average).toBeCloseTo(sum, 9);
  });
});

describe('forms', () => {
  it('are scored out of sample, the simplest of the best recommended', () => {
    expect(learnt().comparison.map(({ form }) => form)).toEqual([
      'share',
      'linear',
      'pooled',
      'by-stage',
    ]);
    expect(scoreOf(learnt(), 'by-stage').aboveBest).toBe(0);
    for (const { auc, calibration } of learnt().comparison.slice(1)) {
      expect(auc).toBeGreaterThan(0.75);
      expect(calibration?.slope).toBeCloseTo(1, 0);
    }
    // Ratings of other guests tell nothing.
    const others = guests(6, 300);
    const rows = guests(5, 300).map((guest, i) => ({
      ...guest,
      ratings: others[i]?.ratings ?? guest.ratings,
    }));
    const none = touchpointImportance(rows, { ...quick, stage });
    expect(none.recommended).toBe('share');
    expect(none.spreads.lines).toBeLessThan(0.2);
  });

  it('recommends one weighting where stages are alike', () => {
    const rows = guests(8, 900)
      .filter(({ stage: at }) => at === 'regular')
      .map((guest, i) => ({ ...guest, half: i % 2 ? 'a' : 'b' }));
    const fit = touchpointImportance(rows, { ...quick, stage: ({ half }) => half });
    expect(['linear', 'pooled']).toContain(fit.recommended);
    expect(fit.spreads.stageLines as number).toBeLessThan(0.2);
    for (const [name, { value }] of Object.entries(fit.pooled.parameters)) {
      expect(Math.abs(value - (fit.importance.a?.parameters[name]?.value as number))).toBeLessThan(
        12,
      );
    }
  });
});

describe('rows', () => {
  it('of one respondent go together, which makes errors wider', () => {
    const rows = guests(7, 400);
    const twice = rows.flatMap((guest, i) => [
      { ...guest, respondent: i },
      { ...guest, respondent: i },
    ]);
    const told = touchpointImportance(twice, { ...quick, stage });
    const untold = touchpointImportance(
      rows.flatMap((guest) => [guest, guest]),
      { ...quick, stage },
    );
    expect(told.respondents).toBe(400);
    const [one, other] = [told, untold].map(
      (fit) => worthIn(fit, 'regular', 'desk').standardError as number,
    );
    expect((one as number) / (other as number)).toBeGreaterThan(1.2);
  });

  it('may hold levels of satisfaction in place of yes and no', () => {
    const rows = guests(7, 400).map((guest) => ({
      ...guest,
      satisfied: guest.satisfied ? 90 : 20,
    }));
    const fit = touchpointImportance(rows, { ...quick, stage });
    expect(scoreOf(fit, 'by-stage').auc).toBeNull();
    expect(fit.worths[0]?.touchpoint).toBe('desk');
    expect(fit.worths[0]?.worth as number).toBeLessThan(learnt().worths[0]?.worth as number);
  });

  it('may hold any level: many take straight lines between every ten points', () => {
    const next = uniforms(4);
    const rows = Array.from({ length: 600 }, () => {
      const [speed, care] = [Math.round(1000 * next()) / 10, 100 * next()];
      return { ratings: { speed, care }, satisfied: next() < 1 / (1 + Math.exp(2 - speed / 25)) };
    });
    const fit = touchpointImportance(rows, quick);
    const { levels } = fit.model.stages.all?.touchpoints.speed ?? { levels: [] };
    expect(levels.map(({ level }) => level)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(fit.importance.all?.parameters.speed?.value).toBeGreaterThan(80);
    const at = (speed: number) =>
      predictJourney({ stage: 'all', ratings: { speed, care: 50 } }, { model: fit.model })
        .satisfied;
    expect(at(45)).toBeGreaterThan(at(40));
    expect(at(50)).toBeGreaterThan(at(45));
  });

  it('may have no rating, which has an effect of its own', () => {
    const rows = guests(7, 400).map(({ ratings, ...rest }, i) => ({
      ...rest,
      ratings: { ...ratings, exit: i % 4 === 0 ? null : ratings.exit },
    }));
    const fit = touchpointImportance(rows, { ...quick, stage });
    expect(worthIn(fit, 'new', 'exit').rows).toBeLessThan(134);
    const { new: atNew } = fit.model.stages;
    expect(atNew?.touchpoints.exit?.unrated).toBeTypeOf('number');
    expect(atNew?.touchpoints.desk?.unrated).toBeNull();
    const ratings = { desk: 50, room: 50, food: 50, exit: null };
    expect(
      predictJourney({ stage: 'new', ratings }, { model: fit.model }).satisfied,
    ).toBeGreaterThan(0);
  });
});

describe('flags', () => {
  const rows = guests(7, 400);
  const withRatings = (
    of: (row: (typeof rows)[number], i: number) => Record<string, number | null>,
  ) => rows.map((row, i) => ({ ...row, ratings: of(row, i) }));

  it('one stage, which has no spread between stages', () => {
    const fit = touchpointImportance(rows, quick);
    expect(fit.flags).toEqual([{ code: 'one-stage', detail: { stage: 'all' } }]);
    expect(fit.spreads).toMatchObject({ stageLines: null, stageLevels: null });
    expect(fit.comparison.map(({ form }) => form)).toEqual(['share', 'linear', 'pooled']);
    expect(fit.importance.all?.parameters.desk?.value).toBeCloseTo(
      fit.pooled.parameters.desk?.value as number,
      9,
    );
  });

  it('touchpoints that go together, which share what they are worth', () => {
    const fit = touchpointImportance(
      withRatings(({ ratings }) => ({ ...ratings, twin: ratings.desk })),
      { ...quick, stage },
    );
    expect(fit.flags).toContainEqual({ code: 'collinear', detail: { touchpoint: 'twin' } });
    const [one, twin] = ['desk', 'twin'].map((name) => worthIn(fit, 'new', name).worth as number);
    expect(one).toBeCloseTo(twin as number, 6);
  });

  it('a touchpoint that never differs, which is worth nothing that could be known', () => {
    const fit = touchpointImportance(
      withRatings(({ ratings }) => ({ ...ratings, sign: 75, door: null })),
      { ...quick, stage },
    );
    expect(fit.flags).toContainEqual({ code: 'unrated', detail: { touchpoint: 'sign' } });
    expect(fit.flags).toContainEqual({ code: 'unrated', detail: { touchpoint: 'door' } });
    expect(worthIn(fit, 'new', 'sign')).toMatchObject({
      worth: null,
      standardError: null,
      interval: null,
      importance: 0,
      importanceInterval: null,
    });
    expect(worthIn(fit, 'new', 'door').rows).toBe(0);
  });

  it('levels at which all answer alike, and a fit that stays finite', () => {
    const apart = rows.map((row) => ({ ...row, satisfied: row.ratings.desk >= 50 }));
    const fit = touchpointImportance(apart, { ...quick, stage });
    expect(fit.flags).toContainEqual({
      code: 'separated',
      detail: { touchpoint: 'desk', levels: [0, 25, 50, 75, 100] },
    });
    expect(Number.isFinite(fit.worths[0]?.standardError)).toBe(true);
    expect(fit.importance.new?.parameters.desk?.value).toBeGreaterThan(90);
  });

  it('answers that nothing but the prior keeps from certainty', () => {
    const apart = rows.map((row) => ({
      ratings: { desk: row.ratings.desk },
      satisfied: row.ratings.desk >= 50,
    }));
    const fit = touchpointImportance(apart, quick);
    expect(fit.flags).toContainEqual({ code: 'separated', detail: { spread: 'lines' } });
    expect(fit.worths[0]).toMatchObject({
      importance: 100,
      importanceError: null,
      importanceInterval: null,
    });
  });

  it('what goes with less satisfaction, and a stage of which nothing is worth anything', () => {
    const turned = rows.map(({ ratings, ...row }) => ({
      ...row,
      ratings: { desk: 100 - ratings.desk, room: 100 - ratings.room },
    }));
    const fit = touchpointImportance(turned, { ...quick, stage });
    expect(codes(fit)).toContain('below-zero');
    expect(fit.flags).toContainEqual({ code: 'nothing-worth', detail: { stage: 'new' } });
    const mixed = touchpointImportance(
      withRatings(({ ratings }) => ({
        ...ratings,
        exit: 100 - ratings.desk / 2 - ratings.exit / 2,
      })),
      names,
    );
    expect(worthIn(mixed, 'all', 'exit')).toMatchObject({
      importance: 0,
      importanceError: null,
      importanceInterval: { low: 0 },
    });
  });

  it('a stage with few rows, and one whose customers all answered alike', () => {
    const some = [
      ...rows,
      ...rows.slice(0, 3).map((row) => ({ ...row, stage: 'old' as 'new', satisfied: true })),
    ];
    const fit = touchpointImportance(some, { ...quick, stage });
    expect(fit.flags).toContainEqual({
      code: 'few-rows',
      detail: { stage: 'old', rows: 3, touchpoints: 4 },
    });
    expect(fit.flags).toContainEqual({
      code: 'one-answer',
      detail: { stage: 'old', satisfied: true },
    });
    expect(Object.keys(fit.importance)).toEqual(['new', 'regular', 'old']);
  });
});

describe('schemas', () => {
  it('describe themselves, and take what comes back from storage', () => {
    expect(z.toJSONSchema(touchpointRowSchema, { io: 'input' })).toMatchObject({ type: 'object' });
    expect(z.toJSONSchema(touchpointModelSchema, { io: 'input' })).toMatchObject({
      type: 'object',
    });
    expect(touchpointModelSchema.parse(JSON.parse(JSON.stringify(learnt().model)))).toEqual(
      learnt().model,
    );
    const row: TouchpointRow = { ratings: { desk: 75, room: null }, satisfied: true };
    expect(touchpointRowSchema.parse({ ...row, city: 'Ulm' })).toEqual(row);
  });
});
