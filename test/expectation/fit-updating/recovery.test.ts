import { fitUpdating } from 'overdeliver/expectation';
import { expect, it } from 'vitest';
import { names, panel, truth } from './world';

// The bench runs 200 panels of 150 customers, with every number's own coverage held.
it('intervals of 95% cover the numbers of made-up panels, and errors are as large as stated', () => {
  const fits = Array.from({ length: 6 }, (_, i) =>
    fitUpdating(panel(900 + i, 36, { steps: 6 }), names),
  );
  const found = fits.flatMap(({ numbers }) => numbers);
  const hits = found.filter(
    ({ name, interval }) => interval && interval.low <= truth[name] && truth[name] <= interval.high,
  );
  expect(found).toHaveLength(5 * fits.length);
  expect(hits.length / found.length).toBeGreaterThan(0.85);
  for (const name of [
    'experienceSd',
    'informationSd',
    'driftVariancePerDay',
    'desiredRise',
    'desiredHalfLifeDays',
  ] as const) {
    const own = found.filter((one) => one.name === name);
    const mean = own.reduce((sum, { value }) => sum + value, 0) / own.length;
    const error =
      own.reduce((sum, { standardError }) => sum + (standardError as number), 0) / own.length;
    expect(Math.abs(mean - truth[name]), name).toBeLessThan(error);
  }
});
