import {
  journeyScore,
  type LearntImportance,
  touchpointGaps,
  touchpointImportance,
} from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { guests, names, stage } from './touchpoint-world';

const rows = guests(1, 40);
const [first, ...rest] = rows;
const inPlace = (row: unknown) => [first, row, ...rest.slice(1)];

describe('rows', () => {
  it.each<[string, unknown, string, string, string]>([
    ['none at all', undefined, 'missing', 'rows', 'a list of rows, each a row as { ratings'],
    ['no list', {}, 'wrong-type', 'rows', 'a list of rows'],
    ['an empty list', [], 'not-enough-data', 'rows', 'at least 2 for a fit'],
    ['no object', inPlace(7), 'wrong-type', 'rows[1]', 'a row as { ratings'],
    [
      'a level off its scale',
      inPlace({ ...first, ratings: { ...first?.ratings, desk: 101 } }),
      'out-of-range',
      'rows[1].ratings.desk',
      'a level from 0 to 100, or null',
    ],
    [
      'a level below it',
      inPlace({ ...first, ratings: { ...first?.ratings, desk: -1 } }),
      'out-of-range',
      'rows[1].ratings.desk',
      'a level from 0 to 100',
    ],
    [
      'text',
      inPlace({ ...first, ratings: { ...first?.ratings, desk: '75' } }),
      'wrong-type',
      'rows[1].ratings.desk',
      'a level from 0 to 100',
    ],
    [
      'NaN',
      inPlace({ ...first, ratings: { ...first?.ratings, desk: Number.NaN } }),
      'out-of-range',
      'rows[1].ratings.desk',
      'a level from 0 to 100',
    ],
    [
      'a touchpoint missing',
      inPlace({ ...first, ratings: { desk: 50, room: 50, food: 50 } }),
      'missing',
      'rows[1].ratings.exit',
      'a level, or null where there is none',
    ],
    [
      'another touchpoint',
      inPlace({ ...first, ratings: { ...first?.ratings, sign: 50 } }),
      'unknown-name',
      'rows[1].ratings.sign',
      'one of the touchpoints of rows[0]: desk, room, food, exit',
    ],
    [
      'no touchpoint',
      [{ ratings: {}, satisfied: true }],
      'missing',
      'rows[0].ratings',
      'a touchpoint at least',
    ],
    [
      'a misspelt column',
      inPlace({ ratings: first?.ratings, satisfed: true }),
      'unknown-name',
      'rows[1].satisfed',
      'satisfied, or one of ratings, respondent',
    ],
    [
      'no answer',
      inPlace({ ratings: first?.ratings }),
      'missing',
      'rows[1].satisfied',
      'true or false, or a level',
    ],
    [
      'another kind of answer',
      inPlace({ ...first, satisfied: 80 }),
      'wrong-type',
      'rows[1].satisfied',
      'true or false, as rows[0] has',
    ],
    [
      'a level among yes and no',
      rows.map((row, i) => ({ ...row, satisfied: i ? 50 : true })),
      'wrong-type',
      'rows[1].satisfied',
      'true or false',
    ],
    [
      'yes among levels',
      rows.map((row, i) => ({ ...row, satisfied: i ? true : 50 })),
      'wrong-type',
      'rows[1].satisfied',
      'a level from 0 to 100, as',
    ],
    [
      '0 and 1',
      rows.map((row) => ({ ...row, satisfied: Number(row.satisfied) })),
      'ambiguous',
      'rows[0].satisfied',
      'true and false where 1 and 0 mean yes and no',
    ],
    [
      'a respondent that is none',
      inPlace({ ...first, respondent: {} }),
      'wrong-type',
      'rows[1].respondent',
      'a name or a number',
    ],
  ])('%s', (_, given, code, path, expected) => {
    const error = refusal(() =>
      touchpointImportance(given as typeof rows, { ...names, stage: () => 'all' }),
    );
    expect(error).toMatchObject({ code, path, function: 'touchpointImportance' });
    expect(error.message).toContain(expected);
  });

  it('that are too few, or whose respondents are', () => {
    const few = refusal(() => touchpointImportance(rows.slice(0, 9), { ...names, stage }));
    expect(few).toMatchObject({ code: 'not-enough-data', path: 'rows' });
    expect(few.message).toContain('at least 10 for 4 touchpoints, 2 stages and 5 folds');
    const same = rows.map((row) => ({ ...row, respondent: 'Ann' }));
    const one = refusal(() => touchpointImportance(same, { ...names, stage }));
    expect(one.message).toContain('1 respondents');
  });

  it('whose answers are all alike', () => {
    const glad = rows.map((row) => ({ ...row, satisfied: true }));
    expect(refusal(() => touchpointImportance(glad, { ...names, stage }))).toMatchObject({
      code: 'not-enough-data',
      path: 'rows',
    });
  });
});

describe('options', () => {
  it.each<[unknown, string, string]>([
    [undefined, 'missing', 'options'],
    [{ ...names, id: '' }, 'out-of-range', 'options.id'],
    [{ ...names, stage: 'new' }, 'wrong-type', 'options.stage'],
    [{ ...names, stages: stage }, 'unknown-name', 'options.stages'],
    [{ ...names, folds: 2 }, 'out-of-range', 'options.folds'],
    [{ ...names, seed: -1 }, 'out-of-range', 'options.seed'],
    [{ ...names, confidence: 95 }, 'out-of-range', 'options.confidence'],
    [{ ...names, stage: () => 1 }, 'wrong-type', 'options.stage(rows[0])'],
    [{ ...names, stage: () => '' }, 'wrong-type', 'options.stage(rows[0])'],
    [{ ...names, stage: () => '__proto__' }, 'wrong-type', 'options.stage(rows[0])'],
  ])('%j', (options, code, path) => {
    expect(refusal(() => touchpointImportance(rows, options as never))).toMatchObject({
      code,
      path,
    });
  });
});

describe('learnt importances', () => {
  const percent = { value: 25, unit: '%', range: [0, 100], status: 'fitted', source: '' } as const;
  const parameters = { desk: percent, room: percent, food: percent, exit: percent };
  const importance: Readonly<Record<string, LearntImportance>> = {
    new: { id: 'test/made-up/new', setting: 'made up', parameters },
  };
  const desk = { id: 'desk', expected: 80, perceived: 60 };
  it.each([
    ['touchpointGaps', touchpointGaps],
    ['journeyScore', journeyScore],
  ])('%s refuses them for other touchpoints, beside others, or what are none', (fn, call) => {
    const options = { importance: importance.new };
    expect(refusal(() => call([desk, { ...desk, id: 'sign' }], options))).toMatchObject({
      code: 'unknown-name',
      path: 'touchpoints[1].id',
      expected: 'one of the touchpoints of test/made-up/new: desk, room, food, exit',
      function: fn,
    });
    expect(refusal(() => call([{ ...desk, importance: 3 }], options))).toMatchObject({
      code: 'ambiguous',
      path: 'touchpoints[0].importance',
      expected: 'none, since options.importance is test/made-up/new',
    });
    const { nobody } = importance;
    expect(refusal(() => call([desk], { importance: nobody }))).toMatchObject({
      code: 'missing',
      path: 'options.importance',
      expected: 'importances that touchpointImportance learnt; has it the stage that you name?',
    });
    expect(refusal(() => call([desk], { importance } as never))).toMatchObject({
      path: 'options.importance.id',
    });
  });
});

it('refuses so many stages that the fit would not end', () => {
  const many = guests(3, 200);
  const byName = new Map<object, string>(many.map((guest, i) => [guest.ratings, `s${i % 60}`]));
  const error = refusal(() =>
    touchpointImportance(many, { ...names, stage: ({ ratings }) => byName.get(ratings) ?? '' }),
  );
  expect(error).toMatchObject({ code: 'out-of-range', path: 'rows', value: 1464 });
  expect(error.expected).toContain('4 touchpoints at 60 stages make 1464; put stages together');
});
