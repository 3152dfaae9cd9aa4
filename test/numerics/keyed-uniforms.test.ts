import { describe, expect, it } from 'vitest';
import { keyedUniforms } from '../../src/numerics/keyed-uniforms';

const pair = (key: number, stream: number, step: number): readonly [number, number] => {
  const out = new Float64Array(2);
  keyedUniforms(key, stream, step, out);
  return [out[0] as number, out[1] as number];
};

/** sfc32 with 64-bit integers, mixed by 15 draws: another way to the same numbers. */
function bySfc32(key: number, stream: number, step: number): readonly number[] {
  const mask = 0xffffffffn;
  let [a, b, c, counter] = [BigInt(key), BigInt(stream), BigInt(step), 1n];
  const draws = Array.from({ length: 19 }, () => {
    const drawn = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + drawn) & mask;
    return drawn;
  }).slice(15);
  return [0, 2].map((i) => {
    const high = Number((draws[i] as bigint) >> 6n);
    return (high * 2 ** 26 + Number((draws[i + 1] as bigint) >> 6n) + 0.5) / 2 ** 52;
  });
}

describe('keyedUniforms', () => {
  it('is sfc32, whatever the order it is asked in', () => {
    for (const [key, stream, step] of [
      [0, 0, 0],
      [1, 2, 3],
      [0xffffffff, 9_999_999, 0x80000001],
    ] as const) {
      expect(pair(key, stream, step)).toEqual(bySfc32(key, stream, step));
    }
  });

  it('fills the unit interval evenly, and neighbours do not know of each other', () => {
    const n = 200;
    const cells = new Float64Array(100);
    let [sum, alongStreams, alongSteps, within] = [0, 0, 0, 0];
    for (let stream = 0; stream < n; stream++) {
      for (let step = 0; step < n; step++) {
        const [first, second] = pair(12_345, stream, step);
        const cell = Math.floor(first * 10) * 10 + Math.floor(second * 10);
        cells[cell] = (cells[cell] as number) + 1;
        sum += first;
        within += (first - 0.5) * (second - 0.5);
        alongStreams += (first - 0.5) * (pair(12_345, stream + 1, step)[0] - 0.5);
        alongSteps += (first - 0.5) * (pair(12_345, stream, step + 1)[0] - 0.5);
      }
    }
    const all = n * n;
    const expected = all / 100;
    const chi = cells.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
    // 99 degrees of freedom: .0001 to .9999.
    expect(chi).toBeGreaterThan(53);
    expect(chi).toBeLessThan(161);
    // Four standard errors.
    expect(Math.abs(sum / all - 0.5)).toBeLessThan((4 * Math.sqrt(1 / 12)) / Math.sqrt(all));
    for (const covariance of [within, alongStreams, alongSteps]) {
      expect(Math.abs(covariance / all)).toBeLessThan(4 / 12 / Math.sqrt(all));
    }
  });
});
