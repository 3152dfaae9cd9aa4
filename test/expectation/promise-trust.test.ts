import { formExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { customer, tuned } from './given';

/** What is promised by advertising that is believed this far, at the parameter given. */
function promised(reliability: number, promiseTrust?: number): number | null {
  const signals = { wordOfMouth: 50, advertising: { level: 95, reliability } };
  const parameters = tuned(promiseTrust === undefined ? {} : { promiseTrust });
  return formExpectation(customer(signals), { parameters }).promised;
}

describe('a promise (D2, D3)', () => {
  it('counts when it is believed by half or more', () => {
    expect(promised(1)).toBe(95);
    expect(promised(0.5)).toBe(95);
    expect(promised(0.499)).toBeNull();
  });

  it('counts from another trust on, if the parameters say so', () => {
    expect(promised(0.499, 0.4)).toBe(95);
    expect(promised(0.9, 1)).toBeNull();
    expect(promised(1, 1)).toBe(95);
  });

  it('never counts when nobody believes it', () => {
    expect(promised(0, 0)).toBeNull();
    expect(promised(1e-6, 0)).toBe(95);
  });

  it('that is not believed leaves the one that is', () => {
    const signals = { advertising: { level: 95, reliability: 0.1 }, companyPromise: 70 };
    expect(formExpectation(customer(signals)).promised).toBe(70);
  });

  it('counts even if the stage gives it no weight', () => {
    const { promised: level } = formExpectation(customer({ wordOfMouth: 50, companyPromise: 90 }), {
      parameters: tuned({ otherFactorShare: 0 }),
    });
    expect(level).toBe(90);
  });
});
