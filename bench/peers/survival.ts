import { capabilityFromCensored } from 'overdeliver';
import { uniforms } from '../uniforms';
import type { Work } from './work';

const asked = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Kaplan and Meier's curve with Greenwood's errors, of durations of which a fifth is still under way. */
export function survival(n: number): Work {
  const next = uniforms(17);
  const took = Float64Array.from({ length: n }, () => -4 * Math.log(1 - next()));
  const finished = Uint8Array.from({ length: n }, () => +(next() >= 0.2));
  return {
    name: `Kaplan-Meier of ${n.toLocaleString('en')} durations`,
    ours() {
      const curve = capabilityFromCensored(took, { unit: 'days', finished });
      const intervals = asked.map((day) => curve.chanceInterval?.(day));
      return [
        [
          ...asked.map((day) => curve.chance(day)),
          ...intervals.map((interval) => interval?.low as number),
          ...intervals.map((interval) => interval?.high as number),
        ],
      ];
    },
    peers: [
      {
        name: 'statsmodels',
        by: { script: 'survival.py', columns: [took, Float64Array.from(finished)] },
        within: 1e-9,
      },
    ],
    pairs: n < 100_000 ? 41 : 11,
  };
}
