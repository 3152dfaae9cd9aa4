import {
  type Expectation,
  type ExpectationEvent,
  updateExpectation,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { given } from './given';

const refuse = (event: unknown, expectation: unknown = given(), elapsedDays: unknown = 0) =>
  refusal(() =>
    updateExpectation(expectation as Expectation, event as ExpectationEvent, {
      elapsedDays: elapsedDays as number,
    }),
  );
const experience = { kind: 'experience', perceived: 50 };

describe('updateExpectation refuses the event', () => {
  const aLevel = 'a level from 0 to 100';
  const aSd = 'a standard deviation above 0, up to 1000 points';
  it.each([
    [{ kind: 'information', level: 130 }, 'out-of-range', 'level', 130, aLevel],
    [{ kind: 'promise', level: -1 }, 'out-of-range', 'level', -1, aLevel],
    [{ kind: 'information' }, 'missing', 'level', undefined, 'a finite number'],
    [{ kind: 'information', level: '70' }, 'wrong-type', 'level', '70', 'a finite number'],
    [{ kind: 'information', level: 70, sd: 0 }, 'out-of-range', 'sd', 0, aSd],
    [{ kind: 'promise', level: 70, sd: -1 }, 'out-of-range', 'sd', -1, aSd],
    [
      { ...experience, perceived: Number.NaN },
      'out-of-range',
      'perceived',
      Number.NaN,
      'a finite number',
    ],
    [{ ...experience, perceived: 100.1 }, 'out-of-range', 'perceived', 100.1, aLevel],
    [{ ...experience, sd: null }, 'wrong-type', 'sd', null, 'a finite number'],
    [{ ...experience, needMet: 'yes' }, 'wrong-type', 'needMet', 'yes', 'a boolean'],
    [
      { ...experience, satisfaction: 5 },
      'unknown-name',
      'satisfaction',
      5,
      'one of kind, perceived, needMet, sd',
    ],
    [
      { kind: 'competitorOffer', level: 70, reliability: 2 },
      'out-of-range',
      'reliability',
      2,
      'a reliability from 0 to 1',
    ],
    [{ kind: 'need', level: 70 }, 'missing', 'need', undefined, 'a string'],
    [{ kind: 'need', need: 7, level: 70 }, 'wrong-type', 'need', 7, 'a string'],
  ])('%j', (event, code, field, value, expected) => {
    expect(refuse(event)).toMatchObject({
      code,
      function: 'updateExpectation',
      path: `event.${field}`,
      value,
      expected,
    });
  });

  it.each([null, 'experience', 7, []])('%j, which is no record', (event) => {
    expect(refuse(event)).toMatchObject({ code: 'wrong-type', path: 'event', value: event });
  });

  const kinds = 'one of information, promise, purchase, experience, competitorOffer, need';

  it('of a kind there is not, and says which there are', () => {
    expect(refuse({ kind: 'rumour', level: 3 })).toMatchObject({
      code: 'unknown-name',
      path: 'event.kind',
      value: 'rumour',
      expected: kinds,
    });
  });

  it('without a kind, and says which there are', () => {
    expect(refuse({ level: 3 })).toMatchObject({
      code: 'missing',
      path: 'event.kind',
      expected: kinds,
    });
  });
});

describe('updateExpectation refuses the expectation', () => {
  it.each([
    [{ desired: 130 }, 'out-of-range', 'expectation.desired', 130],
    [{ adequate: Number.NaN }, 'out-of-range', 'expectation.adequate', Number.NaN],
    [{ stage: 'veteran' }, 'unknown-name', 'expectation.stage', 'veteran'],
    [{ promised: undefined }, 'missing', 'expectation.promised', undefined],
    [{ promised: 101 }, 'out-of-range', 'expectation.promised', 101],
    [
      { dominantFactor: 'competitorOffer' },
      'unknown-name',
      'expectation.dominantFactor',
      'competitorOffer',
    ],
    [{ mood: 'good' }, 'unknown-name', 'expectation.mood', 'good'],
    [
      { predicted: { mean: 60, variance: -1 } },
      'out-of-range',
      'expectation.predicted.variance',
      -1,
    ],
    [{ predicted: 60 }, 'wrong-type', 'expectation.predicted', 60],
  ])('%j', (parts, code, path, value) => {
    const expectation = { ...given(), ...parts };
    expect(refuse(experience, expectation)).toMatchObject({
      code,
      function: 'updateExpectation',
      path,
      value,
    });
  });

  it.each([{ desired: 59 }, { adequate: 81 }])('whose registers are out of order: %j', (parts) => {
    const expectation = given(parts);
    expect(refuse(experience, expectation)).toMatchObject({
      code: 'out-of-range',
      path: 'expectation',
      value: expectation,
      expected: 'predicted and adequate no higher than desired',
    });
  });

  it('that is missing', () => {
    expect(refuse(experience, null)).toMatchObject({ code: 'wrong-type', path: 'expectation' });
  });
});

describe('updateExpectation refuses the time', () => {
  it.each([
    [-1, 'out-of-range', 'a number of days of at least 0'],
    [60 * 86_400, 'out-of-range', 'at most 36525 days'],
    [Number.NaN, 'out-of-range', 'a finite number'],
    [Number.POSITIVE_INFINITY, 'out-of-range', 'a finite number'],
    ['3', 'wrong-type', 'a finite number'],
    [null, 'wrong-type', 'a finite number'],
  ])('%j', (days, code, expected) => {
    expect(refuse(experience, given(), days)).toMatchObject({
      code,
      function: 'updateExpectation',
      path: 'options.elapsedDays',
      value: days,
      expected,
    });
  });

  it('that is missing', () => {
    const call = (options: unknown) => () =>
      updateExpectation(given(), { kind: 'experience', perceived: 50 }, options as never);
    const missing = { code: 'missing', function: 'updateExpectation' };
    expect(refusal(call({}))).toMatchObject({ ...missing, path: 'options.elapsedDays' });
    expect(refusal(call(undefined))).toMatchObject(missing);
  });
});

describe('updateExpectation tells where else', () => {
  it.each([
    ['signals', 'an expectation, as formExpectation forms it; signals go to formExpectation first'],
    [
      'uses',
      'an expectation, as formExpectation forms it; a history goes to classifyStage, which tells the stage',
    ],
  ])('%s go', (name, expected) => {
    expect(refuse(experience, { ...given(), [name]: {} })).toMatchObject({ expected });
  });
});

it('an event that is none is shown one, not told its kinds', () => {
  const shown = "an event such as { kind: 'experience', perceived: 80 }";
  expect(refuse('experience').expected).toBe(shown);
  expect(refuse(undefined)).toMatchObject({ code: 'missing', expected: shown });
});
