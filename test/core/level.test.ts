import fc from 'fast-check';
import { levelFromAnswer } from 'overdeliver';
import { answerFromLevel } from 'overdeliver/core';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal';
import { holds } from './seeded';

// MODELS.md section 1: level = 100 (x - min) / (max - min), the percent of maximum possible.
describe('levelFromAnswer', () => {
  it.each([
    [1, 1, 5, 0],
    [3, 1, 5, 50],
    [4, 1, 5, 75],
    [5, 1, 5, 100],
    [8, 1, 10, 77.777_777_777_777_77],
    [0, 0, 10, 0],
    [-1, -2, 2, 25],
    [2.5, 0, 5, 50],
  ])('%d on %d..%d is %d', (answer, min, max, level) => {
    expect(levelFromAnswer(answer, { min, max })).toBeCloseTo(level, 12);
  });

  it('refuses an answer off its scale', () => {
    expect(refusal(() => levelFromAnswer(11, { min: 1, max: 10 }))).toEqual({
      name: 'InvalidInputError',
      code: 'out-of-range',
      function: 'levelFromAnswer',
      path: 'answer',
      value: 11,
      expected: 'an answer from 1 to 10',
      message: 'levelFromAnswer: answer is 11; expected an answer from 1 to 10',
    });
    expect(refusal(() => levelFromAnswer(0.999, { min: 1, max: 10 })).code).toBe('out-of-range');
    expect(refusal(() => levelFromAnswer(Number.NaN, { min: 1, max: 10 })).value).toBeNaN();
  });

  it.each([
    { min: 3, max: 3 },
    { min: 5, max: 1 },
  ])('refuses the scale %j, which is empty', (scale) => {
    const expected = 'finite ends with min below max';
    const refused = { code: 'out-of-range', path: 'scale', value: scale, expected };
    expect(refusal(() => levelFromAnswer(3, scale))).toMatchObject(refused);
    expect(refusal(() => answerFromLevel(3, scale))).toMatchObject({
      ...refused,
      function: 'answerFromLevel',
    });
  });

  it.each([
    [{ min: Number.NaN, max: 5 }, 'min'],
    [{ min: 0, max: Number.POSITIVE_INFINITY }, 'max'],
    [{ min: Number.NEGATIVE_INFINITY, max: 3 }, 'min'],
  ] as const)('refuses a scale with an end that is not finite: %s', (scale, end) => {
    const refused = { code: 'out-of-range', path: `scale.${end}`, value: scale[end] };
    expect(refusal(() => levelFromAnswer(3, scale))).toMatchObject(refused);
    expect(refusal(() => answerFromLevel(3, scale))).toMatchObject(refused);
  });

  it.each(['3', null, true, [3]])('refuses the answer %j, which is no number', (answer) => {
    const call = () => levelFromAnswer(answer as never, { min: 0, max: 10 });
    expect(refusal(call)).toMatchObject({ code: 'wrong-type', path: 'answer', value: answer });
  });

  it('refuses a missing scale with its own error', () => {
    const call = () => levelFromAnswer(3, undefined as never);
    expect(refusal(call)).toMatchObject({ code: 'missing', path: 'scale' });
  });

  it('never answers NaN, however wide the scale', () => {
    const call = () => levelFromAnswer(0, { min: -1.5e308, max: 1.5e308 });
    expect(call()).toBeCloseTo(50, 9);
  });
});

describe('answerFromLevel', () => {
  it.each([
    [0, 1, 5, 1],
    [75, 1, 5, 4],
    [100, 1, 5, 5],
    [50, 0, 7, 3.5],
  ])('level %d on %d..%d is %d, unrounded', (level, min, max, answer) => {
    expect(answerFromLevel(level, { min, max })).toBe(answer);
  });

  it('refuses a level off 0 to 100, and what is no number', () => {
    expect(refusal(() => answerFromLevel(100.1, { min: 1, max: 5 }))).toMatchObject({
      code: 'out-of-range',
      function: 'answerFromLevel',
      path: 'level',
      value: 100.1,
      expected: 'a level from 0 to 100',
    });
    expect(refusal(() => answerFromLevel(-1, { min: 1, max: 5 })).value).toBe(-1);
    expect(refusal(() => answerFromLevel(Number.NaN, { min: 1, max: 5 })).value).toBeNaN();
    expect(refusal(() => answerFromLevel('75' as never, { min: 1, max: 5 }))).toMatchObject({
      code: 'wrong-type',
      value: '75',
      expected: 'a finite number',
    });
  });
});

describe('an answer and its level', () => {
  const scale = fc
    .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 100 }))
    .map(([min, width]) => ({ min, max: min + width }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('come back from a round trip, and stay on their scales', () => {
    holds(
      fc.property(scale, share, ({ min, max }, part) => {
        const answer = Math.min(max, min + part * (max - min));
        const level = levelFromAnswer(answer, { min, max });
        expect(level).toBeGreaterThanOrEqual(0);
        expect(level).toBeLessThanOrEqual(100);
        expect(answerFromLevel(level, { min, max })).toBeCloseTo(answer, 9);
      }),
    );
  });
});

it('takes the narrowest scale and the widest', () => {
  expect(levelFromAnswer(5e-324, { min: 0, max: 5e-324 })).toBe(100);
  expect(levelFromAnswer(0, { min: -1.7e308, max: 1.7e308 })).toBe(50);
});
