import { describe, expect, it } from 'vitest';
import { logRisingFactorial } from '../../src/numerics/rising-factorial';
import { relativeError } from './relative-error';

describe('the logarithm of the rising factorial', () => {
  // mpmath 1.3, 50 digits: loggamma, digamma and polygamma(1) of z + x less those of z.
  it.each([
    [0.3, 1, -1.2039728043259361, 3.3333333333333335, -11.111111111111112],
    [0.3, 7, 6.052094528204173, 5.420344557838119, -12.098568777976304],
    [2.5, 0.7, 0.6007219566819897, 0.2956822506413564, -0.12403656536883406],
    [11.9, 3, 7.665654551621756, 0.23349543933350486, -0.018246617982908397],
    [15, 1000, 5983.7500273545575, 4.247804538089184, -0.0679525206825465],
    [1000000, 3, 41.44653467389032, 2.999997000005e-6, -2.999994000015e-12],
    [1000000, 0.25, 3.4538775457410607, 2.500000937500156e-7, -2.5000018750004685e-13],
    [1e-6, 5, -10.637454644283707, 1000002.0833319097, -1000000000001.4237],
    [100, 1000000, 12816526.990947874, 9.215448200276432, -0.010049166762823672],
    [3, 1000000000000, 26631021115997.85, 26.708236780832582, -0.39493406684722643],
  ])('at z = %d, x = %d', (z, x, value, first, second) => {
    const [at, slope, bend] = logRisingFactorial(z, x);
    expect(relativeError(at, value)).toBeLessThan(2e-15);
    expect(relativeError(slope, first)).toBeLessThan(2e-15);
    expect(relativeError(bend, second)).toBeLessThan(4e-15);
  });

  it('is a sum of logarithms for whole numbers, and 0 for none', () => {
    expect(logRisingFactorial(7, 0)).toEqual([0, 0, 0].map((x) => expect.closeTo(x, 15)));
    expect(logRisingFactorial(5, 3)[0]).toBeCloseTo(Math.log(5 * 6 * 7), 14);
  });
});
