import { capabilityFromSamples, planPromise } from 'overdeliver';
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

  it('of levels says that a level is reached', async () => {
    const levels = capabilityFromSamples([101, 102, 103], { unit: 'points', better: 'higher' });
    const spec = capabilityChart(levels);
    expect(spec.description).toBe(
      'A curve of the chance that a quantity is reached, from 0% at 103 to 75% at 101 points. Half are delivered at 102 points or more.',
    );
    const { x, y, marks } = await pictureOf(spec);
    expect(y.title).toBe('Chance of no less than that');
    expect(marks).toEqual(['blue line: 103 0; 103 0.25; 102 0.25; 102 0.5; 101 0.5; 101 0.75']);
    // The axis begins near the first of them, not at 0.
    expect(Number(x.labels[0])).toBeGreaterThan(100);
    expect(spec.title.subtitle).toBeUndefined();
    const plan = planPromise(levels, { keepRate: 0.75 });
    const planned = await pictureOf(capabilityChart(levels, { plan }));
    expect(Number(planned.x.labels[0])).toBeGreaterThan(100);
  });
});
