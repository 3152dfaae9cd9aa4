import {
  predictJourney,
  type TouchpointModel,
  touchpointGaps,
  touchpointImportance,
} from 'overdeliver/journey';
import { expect, it } from 'vitest';
import { once } from '../../src/input/once';
import { refusal } from '../core/refusal';
import { guests, names, stage } from './touchpoint-world';

const rows = guests(7, 400);
const learnt = once(() => touchpointImportance(rows, { ...names, stage, folds: 3 }));

const effects = {
  levels: [
    { level: 0, logOdds: -1 },
    { level: 100, logOdds: 1 },
  ],
  unrated: null,
};
const everywhere = {
  intercept: 0.5,
  touchpoints: { desk: effects, room: effects, food: effects, exit: effects },
};
const model: TouchpointModel = {
  version: 1,
  id: 'test/made-up',
  setting: 'made up',
  fit: { data: 'made up', licence: 'none', n: 400, converged: true },
  stages: { new: everywhere, regular: everywhere },
};

it('adds up to the difference from the average journey, in points of the chance', () => {
  const { model } = learnt();
  for (const { stage: at, ratings } of rows.slice(0, 50)) {
    const { satisfied, reference, contributions } = predictJourney(
      { stage: at, ratings },
      { model },
    );
    const points = contributions.reduce((sum, one) => sum + one.points, 0);
    expect(points).toBeCloseTo(100 * (satisfied - reference), 9);
    expect(contributions.map((one) => one.points)).toEqual(
      contributions.map((one) => one.points).sort((a, b) => a - b),
    );
  }
});

it('foresees the share of satisfied customers of a stage', () => {
  const { model } = learnt();
  for (const at of ['new', 'regular'] as const) {
    const own = rows.filter((row) => row.stage === at);
    const mean = (of: (row: (typeof rows)[number]) => number) =>
      own.reduce((sum, row) => sum + of(row) / own.length, 0);
    const chance = mean(
      ({ ratings }) => predictJourney({ stage: at, ratings }, { model }).satisfied,
    );
    expect(Math.abs(chance - mean(({ satisfied }) => Number(satisfied)))).toBeLessThan(0.02);
  }
});

it('says nothing of touchpoints that add what they add on average', () => {
  const even = {
    levels: [
      { level: 0, logOdds: 0 },
      { level: 100, logOdds: 0 },
    ],
    unrated: null,
  };
  const flat = { ...model, stages: { all: { intercept: 1, touchpoints: { desk: even } } } };
  const guest = { stage: 'all', ratings: { desk: 40 } };
  expect(predictJourney(guest, { model: flat })).toEqual({
    satisfied: 1 / (1 + Math.exp(-1)),
    reference: 1 / (1 + Math.exp(-1)),
    contributions: [{ touchpoint: 'desk', points: 0 }],
    model: { id: 'test/made-up', setting: 'made up' },
  });
});

it('says where the model is when it gets all that was learnt', () => {
  const { importance } = learnt();
  const given = { stage: 'new', ratings: { desk: 50, room: 50, food: 50, exit: 50 } };
  const error = refusal(() => predictJourney(given, { model: learnt() as never }));
  expect(error).toMatchObject({ code: 'missing', path: 'options.model.version' });
  expect(error.expected).toBe('version 1, as the model that touchpointImportance gives has it');
  const gaps = () =>
    touchpointGaps([{ id: 'desk', expected: 70, perceived: 50 }], {
      importance: importance as never,
    });
  expect(refusal(gaps)).toMatchObject({
    path: 'options.importance.id',
    expected: 'the id of one set: touchpointImportance gives a set for each stage',
  });
});

const ratings = { desk: 50, room: 50, food: 50, exit: 50 };
it.each<[unknown, string, string, string]>([
  [
    { stage: 'old', ratings },
    'unknown-name',
    'journey.stage',
    'one of the stages of test/made-up: new, regular',
  ],
  [
    { stage: 'new', ratings: { ...ratings, sign: 5 } },
    'unknown-name',
    'journey.ratings.sign',
    'one of the touchpoints of test/made-up: desk, room, food, exit',
  ],
  [
    { stage: 'new', ratings: { desk: 50, room: 50, food: 50 } },
    'missing',
    'journey.ratings.exit',
    'a level from 0 to 100',
  ],
  [
    { stage: 'new', ratings: { ...ratings, exit: null } },
    'missing',
    'journey.ratings.exit',
    'a level from 0 to 100',
  ],
  [
    { stage: 'new', ratings: { ...ratings, exit: 101 } },
    'out-of-range',
    'journey.ratings.exit',
    'a level from 0 to 100',
  ],
  [{ stage: 'new', rating: ratings }, 'unknown-name', 'journey.rating', 'ratings, or one of stage'],
  [null, 'wrong-type', 'journey', 'an object'],
])('refuses %j', (journey, code, path, expected) => {
  const error = refusal(() => predictJourney(journey as never, { model }));
  expect(error).toMatchObject({ code, path, function: 'predictJourney' });
  expect(error.expected).toContain(expected);
});

it.each<[unknown, string, string]>([
  [{}, 'missing', 'options.model'],
  [{ model: { ...model, version: 2 } }, 'unknown-name', 'options.model.version'],
  [{ model, stage: 'new' }, 'unknown-name', 'options.stage'],
  [
    {
      model: {
        ...model,
        stages: {
          all: {
            intercept: 0,
            touchpoints: { desk: { levels: [{ level: 0, logOdds: 0 }], unrated: null } },
          },
        },
      },
    },
    'out-of-range',
    'options.model.stages.all.touchpoints.desk.levels',
  ],
])('refuses options %#', (options, code, path) => {
  expect(refusal(() => predictJourney({ stage: 'new', ratings }, options as never))).toMatchObject({
    code,
    path,
  });
});

it('takes null where rows had none', () => {
  const some = rows.map((row, i) => ({
    ...row,
    ratings: { ...row.ratings, exit: i % 3 ? row.ratings.exit : null },
  }));
  const fit = touchpointImportance(some, { ...names, stage, folds: 3 });
  const wrong = refusal(() =>
    predictJourney(
      { stage: 'new', ratings: { desk: 50, room: 50, food: 50 } as never },
      { model: fit.model },
    ),
  );
  expect(wrong).toMatchObject({ code: 'missing', expected: 'a level from 0 to 100, or null' });
});
