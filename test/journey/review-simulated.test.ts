import { reviewTrend, type TrendReview } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';

describe('reviewTrend, of many series', () => {
  // A year that goes up and down by 10 points, from April on. 4 standard errors of 400 runs above .05 are .094.
  it('takes no season for a trend or a break, if told of it', () => {
    const next = uniforms(17);
    const month = (at: Date) => String(at.getUTCMonth());
    const alarms = { told: [0, 0], untold: [0, 0] };
    const count = (tally: number[], review: TrendReview) => {
      tally[0] = (tally[0] as number) + Number(review.advice !== 'watch');
      tally[1] = (tally[1] as number) + Number(review.break.found);
    };
    for (let seed = 0; seed < 400; seed++) {
      const months = Array.from({ length: 24 }, (_, i) => ({
        at: new Date(Date.UTC(2024, 3 + i, 1)),
        value: 70 + 10 * Math.cos(((3 + i) * Math.PI) / 6) + 3 * normalQuantile(next()),
      }));
      count(alarms.told, reviewTrend(months, { season: month, seed }));
      count(alarms.untold, reviewTrend(months, { seed }));
    }
    for (const told of alarms.told) {
      expect(told).toBeGreaterThan(0);
      expect(told / 400).toBeLessThan(0.094);
    }
    // So that the figures above say something.
    for (const untold of alarms.untold) expect(untold / 400).toBeGreaterThan(0.1);
  });
});
