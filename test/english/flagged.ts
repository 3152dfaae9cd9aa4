import type { Coded } from 'overdeliver/english';
import { fitExpectation } from 'overdeliver/expectation';
import { touchpointImportance } from 'overdeliver/journey';
import { fitSwitching } from 'overdeliver/loyalty';
import { fitIndexModel } from 'overdeliver/survey';
import { guests } from '../journey/touchpoint-world';
import { switchingRows } from '../loyalty/fit/world';
import { visit, visitPaths, visits } from '../survey/index-world';

const names = { id: 'test/flagged', setting: 'any', data: 'made up', licence: 'none' };

/** What a survey says of touchpoints that go together, never differ, or turn everybody away, and of stages with few rows. */
function touchpoints(): readonly Coded[] {
  const rows = guests(7, 100).map(({ ratings: { desk, room }, ...row }) => ({
    ...row,
    ratings: { desk: 100 - desk, twin: 100 - desk, room: 100 - room, sign: 75 },
  }));
  const old = rows.slice(0, 3).map((row) => ({ ...row, stage: 'old', satisfied: true }));
  return touchpointImportance([...rows, ...old], {
    ...names,
    stage: ({ stage }) => stage,
    folds: 3,
  }).flags;
}

/** What an index says of few respondents who left items out, turned one round, or hardly differ in another. */
function index(): readonly Coded[] {
  const asked = visits.slice(0, 24).map(({ respondent, answers }, i) => ({
    respondent,
    answers: {
      ...answers,
      q3: 11 - Number(answers.q3),
      i2: i === 3 ? 9 : 5,
      ...(i > 21 && { v1: null }),
    },
  }));
  return fitIndexModel(visit, asked, { ...names, paths: visitPaths, resamples: 100 }).flags;
}

/** What a fit says of a few who were asked how good it should be, at one stage, and say what they were told. */
function expectation(): readonly Coded[] {
  const rows = Array.from({ length: 12 }, (_, i) => ({
    stage: 'first-use' as const,
    signals: { wordOfMouth: 10 * (i % 9), ...(i > 10 && { advertising: 50 }) },
    expected: 10 * (i % 9),
  }));
  return fitExpectation(rows, { ...names, register: 'normative', folds: 3, resamples: 100 }).flags;
}

/** What fits say of rows that tell them less than they ask. */
export const flagged = (): readonly Coded[] => [
  ...touchpoints(),
  ...index(),
  ...expectation(),
  ...fitSwitching(
    switchingRows(5, 120).map((row) => ({ ...row, left: !row.left })),
    names,
  ).flags,
];
