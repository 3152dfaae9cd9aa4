import { capabilityFromSamples } from 'overdeliver';
import { capabilityChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture';
import * as results from './results';

describe('a curve of chances', () => {
  it('steps at an observation of 0 as at any other', async () => {
    const late = capabilityFromSamples([-5, 0, 4], { unit: 'minutes', deviations: true });
    expect((await pictureOf(capabilityChart(late))).marks).toEqual([
      'blue line: -5 0; -5 0.25; 0 0.25; 0 0.5; 4 0.5; 4 0.75',
    ]);
  });

  it('begins where it is known from, or at one in a thousand', () => {
    // Exponential of mean 45: -45 ln(0.999), and -45 ln(0.7).
    expect(capabilityChart(results.smooth).description).toContain('from 0.1% at 0.045 to 99.9%');
    const known = { ...results.smooth, identifiedFrom: 0.3 };
    expect(capabilityChart(known).description).toContain('from 30% at 16.1 to');
  });

  it.each([
    [{ identified: 0.5 }, true],
    [{ identified: 0.49 }, false],
    [{ identifiedFrom: 0.5 }, true],
    [{ identifiedFrom: 0.51 }, false],
  ])('tells a median that is known: %o', (known, isTold) => {
    const { description } = capabilityChart({ ...results.smooth, ...known });
    expect(description.includes('Half are delivered within 31.2 minutes.')).toBe(isTold);
  });
});
