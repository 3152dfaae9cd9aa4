import { describe, expect, it } from 'vitest';
import { type Design, likelihood, utilityOf } from '../../src/calibration/kernel-likelihood';
import { recalibrated } from '../../src/calibration/kernel-recalibrate';
import { logLoss, rankedScore } from '../../src/calibration/kernel-scores';
import { answerChances } from '../../src/satisfaction/kernel-ordinal';

const thresholds = [-1, 0.2, 1.5];
const design: Design = {
  z: Float64Array.of(0.5, -1, 1.2, 0.3, -0.7, 0.9, 0.1, 2, -1.5, -0.4),
  terms: 2,
  answer: Uint8Array.of(0, 1, 2, 3, 1),
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
});

describe('recalibrated', () => {
  const utility = [0.3, -0.5, 1.1, 0.8, -1.4];
  const answer = [0, 1, 2, 3, 1];
  const sum = (shift: number, scale: number) =>
    recalibrated(
      utility,
      thresholds,
      answer,
      rows,
      shift,
      scale,
      new Float64Array(2),
      new Float64Array(3),
    );

  it('has the slopes and the information of finite differences', () => {
    const slope = new Float64Array(2);
    const information = new Float64Array(3);
    const h = 1e-4;
    recalibrated(utility, thresholds, answer, rows, 0.2, 0.7, slope, information);
    expect(slope[0]).toBeCloseTo((sum(0.2 + h, 0.7) - sum(0.2 - h, 0.7)) / (2 * h), 6);
    expect(slope[1]).toBeCloseTo((sum(0.2, 0.7 + h) - sum(0.2, 0.7 - h)) / (2 * h), 6);
    const second = (a: number, b: number) =>
      -(
        sum(0.2 + a, 0.7 + b) -
        sum(0.2 + a, 0.7 - b) -
        sum(0.2 - a, 0.7 + b) +
        sum(0.2 - a, 0.7 - b)
      ) /
      (4 * h * h);
    const bend = (a: number, b: number) =>
      -(sum(0.2 + a, 0.7 + b) - 2 * sum(0.2, 0.7) + sum(0.2 - a, 0.7 - b)) / (h * h);
    expect(information[0]).toBeCloseTo(bend(h, 0), 5);
    expect(information[1]).toBeCloseTo(second(h, h), 5);
    expect(information[2]).toBeCloseTo(bend(0, h), 5);
  });

  it('leaves the model as it is at 0 and 1, and is -Infinity where chances turn over', () => {
    const plain = utility.reduce(
      (all, u, i) => all - logLoss(u, thresholds, answer[i] as number),
      0,
    );
    expect(sum(0, 1)).toBeCloseTo(plain, 12);
    expect(sum(0, -1)).toBe(-Infinity);
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
