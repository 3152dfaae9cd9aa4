import { describe, expect, it } from 'vitest';
import { runLength } from '../../src/ledger/run-length';

/** The average run by its equations, E_s = 1 + p E_max(0, s - 1) + q E_(s + weight), solved by elimination. */
function bySolving(q: number, weight: number, threshold: number): number {
  const rows = Array.from({ length: threshold }, (_, s) => {
    const row = new Float64Array(threshold + 1);
    row[s] = 1;
    row[threshold] = 1;
    row[Math.max(0, s - 1)] = (row[Math.max(0, s - 1)] as number) - (1 - q);
    if (s + weight < threshold) row[s + weight] = (row[s + weight] as number) - q;
    return row;
  });
  for (let i = threshold - 1; i >= 0; i--) {
    const pivot = rows[i] as Float64Array;
    for (let j = 0; j < threshold; j++) {
      const row = rows[j] as Float64Array;
      if (j === i) continue;
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let c = 0; c <= threshold; c++)
        row[c] = (row[c] as number) - factor * (pivot[c] as number);
    }
  }
  return (rows[0]?.[threshold] as number) / (rows[0]?.[0] as number);
}

describe('the average run to an alarm', () => {
  it.each([
    [0.5, 1, 1],
    [0.5, 1, 32],
    [0.2, 3, 24],
    [0.1, 6, 6],
    [0.1, 6, 7],
    [0.1, 6, 31],
    [0.18, 6, 31],
    [0.05, 13, 54],
    [0.01, 69, 154],
    [0.9, 2, 11],
  ])('at q = %d, weight %d, threshold %d solves its equations', (q, weight, threshold) => {
    const { promises } = runLength(q, weight, Infinity, threshold);
    expect(promises / bySolving(q, weight, threshold)).toBeCloseTo(1, 10);
  });

  // A single broken promise: geometric. Two coin heads in a row more than tails, reflected at 0: by hand 6.
  it.each([
    [0.25, 5, 5, 4],
    [0.5, 1, 2, 6],
  ])('at q = %d, weight %d, threshold %d is %d', (q, weight, threshold, run) => {
    expect(runLength(q, weight, Infinity, threshold)).toEqual({ threshold, promises: run });
  });

  it('finds the lowest threshold that runs as long as wanted', () => {
    const found = runLength(0.1, 6, 1000, Infinity);
    expect(found.threshold).toBe(31);
    expect(found.promises).toBeGreaterThanOrEqual(1000);
    expect(runLength(0.1, 6, Infinity, 30).promises).toBeLessThan(1000);
  });
});
