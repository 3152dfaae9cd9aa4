import { predictJourney, type TouchpointModel, touchpointModelSchema } from 'overdeliver/journey';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const model: TouchpointModel = {
  version: 1,
  id: 'test/by-hand',
  setting: 'by hand',
  fit: { data: 'by hand', licence: 'none', n: 40, converged: true },
  stages: {
    new: {
      intercept: 0.4,
      touchpoints: {
        desk: {
          levels: [
            { level: 0, logOdds: -2 },
            { level: 40, logOdds: -1 },
            { level: 100, logOdds: 2 },
          ],
          unrated: null,
        },
        room: {
          levels: [
            { level: 0, logOdds: 0.5 },
            { level: 100, logOdds: -0.5 },
          ],
          unrated: -0.3,
        },
      },
    },
  },
};
const logistic = (u: number) => 1 / (1 + Math.exp(-u));

// At 60 a third of the way from -1 to 2; at 0, 40 and 100 what stands there.
it.each([
  [60, 25, 0, 0.25],
  [60, null, 0, -0.3],
  [0, 100, -2, -0.5],
  [40, 0, -1, 0.5],
  [100, 50, 2, 0],
  [10, 75, -1.75, -0.25],
])('desk %d and room %d add %d and %d to the log odds', (desk, room, ofDesk, ofRoom) => {
  const found = predictJourney({ stage: 'new', ratings: { desk, room } }, { model });
  const [satisfied, reference] = [logistic(0.4 + ofDesk + ofRoom), logistic(0.4)];
  expect(found.satisfied).toBeCloseTo(satisfied, 12);
  expect(found.reference).toBeCloseTo(reference, 12);
  const way = ofDesk + ofRoom;
  const points = [
    { touchpoint: 'desk', points: (100 * (satisfied - reference) * ofDesk) / way },
    { touchpoint: 'room', points: (100 * (satisfied - reference) * ofRoom) / way },
  ].sort((a, b) => a.points - b.points);
  expect(found.contributions.map(({ touchpoint }) => touchpoint)).toEqual(
    points.map(({ touchpoint }) => touchpoint),
  );
  found.contributions.forEach((one, i) => {
    expect(one.points).toBeCloseTo(points[i]?.points as number, 9);
  });
  expect(found.model).toEqual({ id: 'test/by-hand', setting: 'by hand' });
});

it('shares a way that leads back by the slope at the average', () => {
  const back = { ...model.stages.new, intercept: 0.4 } as const;
  const [desk] = [back.touchpoints?.desk];
  const turned = {
    levels: [
      { level: 0, logOdds: 2 },
      { level: 100, logOdds: -2 },
    ],
    unrated: null,
  };
  const stages = { new: { intercept: 0.4, touchpoints: { desk: desk as typeof turned, turned } } };
  const found = predictJourney(
    { stage: 'new', ratings: { desk: 100, turned: 100 } },
    { model: { ...model, stages } },
  );
  expect(found.satisfied).toBe(found.reference);
  const p = logistic(0.4);
  expect(found.contributions[0]?.touchpoint).toBe('turned');
  expect(found.contributions[0]?.points).toBeCloseTo(-200 * p * (1 - p), 9);
  expect(found.contributions[1]?.points).toBeCloseTo(200 * p * (1 - p), 9);
});

it.each([
  ['no level', []],
  ['one level', [0]],
  ['none at 0', [10, 100]],
  ['none at 100', [0, 90]],
  ['levels that fall', [0, 60, 50, 100]],
  ['a level twice', [0, 50, 50, 100]],
])('a model with %s is refused', (_, given) => {
  const levels = given.map((level) => ({ level, logOdds: 0 }));
  const stages = { new: { intercept: 0, touchpoints: { desk: { levels, unrated: null } } } };
  expect(touchpointModelSchema.safeParse({ ...model, stages }).success).toBe(false);
  const error = refusal(() =>
    predictJourney({ stage: 'new', ratings: { desk: 50 } }, { model: { ...model, stages } }),
  );
  expect(error).toMatchObject({
    path: 'options.model.stages.new.touchpoints.desk.levels',
    expected: 'levels from 0 to 100, ascending',
  });
});

it.each([
  [{ desk: null, room: 50 }, 'desk', 'a level from 0 to 100'],
  [{ room: 50 }, 'desk', 'a level from 0 to 100'],
  [{ desk: 50 }, 'room', 'a level from 0 to 100, or null'],
])('%j lacks what the model rests on', (ratings, touchpoint, expected) => {
  const error = refusal(() =>
    predictJourney({ stage: 'new', ratings: ratings as never }, { model }),
  );
  expect(error).toMatchObject({
    code: 'missing',
    path: `journey.ratings.${touchpoint}`,
    expected,
  });
});

it('names of every object are no stages and no touchpoints', () => {
  const ratings = { desk: 50, room: 50 };
  const stage = refusal(() => predictJourney({ stage: 'toString', ratings }, { model }));
  expect(stage).toMatchObject({ code: 'unknown-name', path: 'journey.stage' });
  const touchpoint = refusal(() =>
    predictJourney({ stage: 'new', ratings: { ...ratings, toString: 5 } as never }, { model }),
  );
  expect(touchpoint).toMatchObject({ code: 'unknown-name', path: 'journey.ratings.toString' });
  const named = {
    new: { intercept: 0, touchpoints: { toString: model.stages.new?.touchpoints.desk } },
  };
  const missing = refusal(() =>
    predictJourney({ stage: 'new', ratings: {} }, { model: { ...model, stages: named as never } }),
  );
  expect(missing).toMatchObject({ code: 'missing', path: 'journey.ratings.toString' });
});
