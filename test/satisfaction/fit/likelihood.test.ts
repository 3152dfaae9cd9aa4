import { describe, expect, it } from 'vitest';
import { type Design, likelihood, utilityOf } from '../../../src/satisfaction/fit/likelihood';
import { quadratic } from '../../../src/satisfaction/fit/quadratic';
import { logLoss, rankedScore } from '../../../src/satisfaction/fit/scores';
import { answerChances } from '../../../src/satisfaction/ordinal';

const thresholds = [-1, 0.2, 1.5];
const design: Design = {
  z: Float64Array.of(0.5, -1, 1.2, 0.3, -0.7, 0.9, 0.1, 2, -1.5, -0.4),
  terms: 2,
  answer: Uint16Array.of(0, 1, 2, 3, 1),
  thresholds: 3,
};
const rows = Uint32Array.of(0, 1, 2, 3, 4);
const at = Float64Array.of(...thresholds, 0.4, -0.3);
const total = (parameters: Float64Array) =>
  likelihood(design, rows, parameters, new Float64Array(5), new Float64Array(25));

describe('likelihood', () => {
  it('is the sum of the logs of the chances that answers had', () => {
    const sum = rows.reduce((all, row) => {
      const chances = answerChances(utilityOf(design, row, at), thresholds);
      return all + Math.log(chances[design.answer[row] as number] as number);
    }, 0);
    expect(total(at)).toBeCloseTo(sum, 12);
  });

  it('has the slopes and the information of finite differences', () => {
    const gradient = new Float64Array(5);
    const information = new Float64Array(25);
    likelihood(design, rows, at, gradient, information);
    const h = 1e-5;
    const moved = (i: number, by: number) => at.map((x, k) => (k === i ? x + by : x));
    for (let i = 0; i < 5; i++) {
      const slope = (total(moved(i, h)) - total(moved(i, -h))) / (2 * h);
      expect(gradient[i]).toBeCloseTo(slope, 7);
      const [up, down] = [new Float64Array(5), new Float64Array(5)];
      likelihood(design, rows, moved(i, h), up, new Float64Array(25));
      likelihood(design, rows, moved(i, -h), down, new Float64Array(25));
      for (let j = i; j < 5; j++) {
        const bend = -((up[j] as number) - (down[j] as number)) / (2 * h);
        expect(information[j * 5 + i]).toBeCloseTo(bend, 6);
      }
    }
  });

  it('is -Infinity where thresholds are out of order', () => {
    expect(total(Float64Array.of(1, 0, 2, 0, 0))).toBe(-Infinity);
  });

  it('also where nobody gave the answer between them, or they are equal, or one is no number', () => {
    const rows = Uint32Array.of(0, 3);
    const of = (...parameters: number[]) =>
      likelihood(
        design,
        rows,
        Float64Array.from(parameters),
        new Float64Array(5),
        new Float64Array(25),
      );
    expect(of(-1, 0.5, 2, 0, 0)).toBeLessThan(0);
    expect(of(-1, 0.5, 0.2, 0, 0)).toBe(-Infinity);
    expect(of(-1, 0.5, 0.5, 0, 0)).toBe(-Infinity);
    expect(of(-1, 0.5, 2, Number.NaN, 0)).toBe(-Infinity);
  });

  it('and where an answer has no chance left that a number can hold', () => {
    expect(total(Float64Array.of(...thresholds, 5000, 0))).toBe(-Infinity);
  });
});

describe('losses', () => {
  it('are those of the chances', () => {
    const chances = answerChances(0.3, thresholds);
    chances.forEach((chance, k) => {
      expect(logLoss(0.3, thresholds, k)).toBeCloseTo(-Math.log(chance), 12);
    });
  });

  // By hand: the cumulated chances 1/2 and 1 against an answer of the best of three, and the worst.
  it('rank how far off a forecast is', () => {
    expect(rankedScore(0, [0, 40], 2)).toBeCloseTo((0.25 + 1) / 2, 12);
    expect(rankedScore(0, [0, 40], 0)).toBeCloseTo(0.25 / 2, 12);
    expect(rankedScore(50, [0, 1], 2)).toBeCloseTo(0, 12);
  });
});

it('a quadratic form reads the lower triangle, and nothing that does not count', () => {
  const matrix = Float64Array.of(2, 99, 99, -1, 3, 99, Number.NaN, Number.NaN, Number.NaN);
  // (1, 4) and (5, 6) about [[2, -1], [-1, 3]].
  expect(quadratic([1, 4, 0], [5, 6, 0], matrix, 3)).toBe(56);
});
