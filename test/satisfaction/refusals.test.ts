import {
  type Experience,
  explainSatisfaction,
  formExpectation,
  judgeOutcome,
  judgePromise,
  predictSatisfaction,
} from 'overdeliver';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const days = { promised: 10, actual: 8, unit: 'days' };
const level = 'a level from 0 to 100';
const number = 'a finite number';

const units = 'one of minutes, hours, open-minutes, open-hours, days, business-days';

const anExperience = 'an experience, such as { promised, actual, unit } or { expected, perceived }';

describe('predictSatisfaction refuses', () => {
  it.each([
    [{ ...days, promised: 0 }, 'out-of-range', 'promised', 0, 'a time above 0'],
    [{ ...days, promised: -5 }, 'out-of-range', 'promised', -5, 'a time above 0'],
    [{ ...days, actual: 0 }, 'out-of-range', 'actual', 0, 'a time above 0'],
    [{ ...days, actual: Number.NaN }, 'out-of-range', 'actual', Number.NaN, number],
    [{ ...days, promised: Infinity }, 'out-of-range', 'promised', Infinity, number],
    [{ ...days, actual: '8' }, 'wrong-type', 'actual', '8', number],
    [{ ...days, actual: null }, 'wrong-type', 'actual', null, number],
    [{ ...days, actual: undefined }, 'missing', 'actual', undefined, number],
    [{ promised: 10, unit: 'days' }, 'missing', 'actual', undefined, number],
    [{ ...days, promised: undefined }, 'missing', 'promised', undefined, number],
    [{ ...days, unit: 'weeks' }, 'unknown-name', 'unit', 'weeks', units],
    [{ ...days, unit: undefined }, 'missing', 'unit', undefined, units],
    [{ ...days, stillWaiting: 'yes' }, 'wrong-type', 'stillWaiting', 'yes', 'a boolean'],
    [{ expected: 101, perceived: 50 }, 'out-of-range', 'expected', 101, level],
    [{ expected: 50, perceived: -1 }, 'out-of-range', 'perceived', -1, level],
    [{ expected: Number.NaN, perceived: 50 }, 'out-of-range', 'expected', Number.NaN, number],
    [{ expected: 50 }, 'missing', 'perceived', undefined, number],
    [{ expected: 50, perceived: '50' }, 'wrong-type', 'perceived', '50', number],
    [null, 'wrong-type', '', null, anExperience],
    [undefined, 'missing', '', undefined, anExperience],
    [80, 'wrong-type', '', 80, anExperience],
    [[], 'wrong-type', '', [], anExperience],
  ])('%o', (experience, code, path, value, expected) => {
    const refused = refusal(() => predictSatisfaction(experience as never));
    expect(refused).toMatchObject({
      name: 'InvalidInputError',
      function: 'predictSatisfaction',
      code,
      path,
      expected: expect.stringContaining(expected),
    });
    expect(refused.value).toEqual(value);
    const explained = refusal(() => explainSatisfaction(experience as never));
    expect(explained).toMatchObject({
      function: 'explainSatisfaction',
      code,
      path,
      expected: expect.stringContaining(expected),
    });
  });

  it.each([
    [{ ...days, late: true }, 'late', 'promised, actual, unit, stillWaiting'],
    [{ ...days, expected: 70 }, 'expected', 'promised, actual, unit, stillWaiting'],
    [{ expected: 70, perceived: 80, stillWaiting: true }, 'stillWaiting', 'expected, perceived'],
  ])('a field too many: %o', (experience, path, names) => {
    expect(refusal(() => predictSatisfaction(experience as never))).toMatchObject({
      code: 'unknown-name',
      path,
      expected: `one of ${names}`,
    });
  });

  it.each([8, 10])('who still waits after %d of 10 days: nothing is overdue yet', (actual) => {
    const waiting = { ...days, actual, stillWaiting: true };
    const refused = refusal(() => predictSatisfaction(waiting as never));
    expect(refused).toMatchObject({ code: 'out-of-range', path: 'actual', value: actual });
    expect(refused.expected).toContain('a time beyond the promise');
  });

  it('a delivery without its promise, by the name of what is missing', () => {
    const delivery = { actual: 8, unit: 'days' };
    expect(refusal(() => predictSatisfaction(delivery as never))).toMatchObject({
      code: 'missing',
      path: 'promised',
    });
  });
});

describe('judgePromise refuses', () => {
  it.each([
    [{ promised: 0, actual: 5 }, 'out-of-range', 'promised', 'an amount above 0'],
    [{ promised: -60, actual: 5 }, 'out-of-range', 'promised', 'an amount above 0'],
    [{ promised: 60, actual: -1 }, 'out-of-range', 'actual', 'an amount of at least 0'],
    [{ promised: 60, actual: Number.NaN }, 'out-of-range', 'actual', number],
    [{ promised: 60 }, 'missing', 'actual', number],
    [{ promised: '60', actual: 45 }, 'wrong-type', 'promised', number],
    [
      { promised: 60, actual: 45, units: 'minutes' },
      'unknown-name',
      'units',
      'unit, or one of promised, actual, stillWaiting, currency',
    ],
    [null, 'wrong-type', '', 'an object with promised, actual'],
  ])('%o', (delivery, code, path, expected) => {
    expect(refusal(() => judgePromise(delivery as never))).toMatchObject({
      function: 'judgePromise',
      code,
      path,
      expected,
    });
  });
});

describe('judgeOutcome refuses', () => {
  const expectation = formExpectation({ stage: 'first-use', signals: { firstImpression: 70 } });
  const used: Experience = { perceived: 70 };
  const judged = (changedExpectation: object, changedExperience: object = {}) =>
    refusal(() =>
      judgeOutcome({ ...expectation, ...changedExpectation }, { ...used, ...changedExperience }),
    );

  it.each([
    [{ stage: 'new' }, {}, 'unknown-name', 'expectation.stage', 'new'],
    [
      { predicted: { mean: 101, variance: 1 } },
      {},
      'out-of-range',
      'expectation.predicted.mean',
      101,
    ],
    [
      { predicted: { mean: 70, variance: -1 } },
      {},
      'out-of-range',
      'expectation.predicted.variance',
      -1,
    ],
    [{ adequate: 95 }, {}, 'out-of-range', 'expectation', undefined],
    [{ promised: undefined }, {}, 'missing', 'expectation.promised', undefined],
    [{}, { perceived: 130 }, 'out-of-range', 'experience.perceived', 130],
    [{}, { perceived: undefined }, 'missing', 'experience.perceived', undefined],
    [{}, { needMet: 1 }, 'wrong-type', 'experience.needMet', 1],
    [{}, { kind: 'use' }, 'unknown-name', 'experience.kind', 'use'],
  ])('%o with %o', (changedExpectation, changedExperience, code, path, value) => {
    const refused = judged(changedExpectation, changedExperience);
    expect(refused).toMatchObject({ function: 'judgeOutcome', code, path });
    if (path !== 'expectation') expect(refused.value).toBe(value);
  });

  it.each([
    { kind: 'information', level: 50 },
    { kind: 'promise', level: 50 },
    { kind: 'competitorOffer', level: 50 },
    { kind: 'need', need: 'safety', level: 50 },
  ])('an event that is no experience: $kind', (event) => {
    const refused = refusal(() => judgeOutcome(expectation, event as unknown as Experience));
    expect(refused).toMatchObject({ function: 'judgeOutcome', code: 'unknown-name' });
    expect(refused.expected).toContain('perceived');
  });

  it.each([
    [{ parameter: outcomeDefaults }, 'unknown-name', 'options.parameter'],
    [{ parameters: 5 }, 'wrong-type', 'options.parameters'],
    [{ parameters: null }, 'wrong-type', 'options.parameters'],
    [
      { parameters: { ...outcomeDefaults, parameters: {} } },
      'missing',
      'options.parameters.noticeablePoints',
    ],
  ])('the options %o', (options, code, path) => {
    expect(refusal(() => judgeOutcome(expectation, used, options as object))).toMatchObject({
      function: 'judgeOutcome',
      code,
      path,
    });
    const delivery = { promised: 60, actual: 45 };
    expect(refusal(() => judgePromise(delivery, options as object))).toMatchObject({
      function: 'judgePromise',
      code,
      path,
    });
  });
});
