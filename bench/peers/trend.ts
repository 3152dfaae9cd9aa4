import { trendOf } from 'overdeliver/journey';
import { uniforms } from '../uniforms';
import type { Work } from './work';

/** Mann and Kendall's test with Sen's slope, of a value a day. */
export function trend(n: number): Work {
  const next = uniforms(9);
  const days = Float64Array.from({ length: n }, (_, day) => day);
  const values = days.map(() => 70 + next() + next() + next());
  const series = Array.from(values, (value, day) => ({ at: Date.UTC(2000, 0, 1 + day), value }));
  return {
    name: `trend of ${n.toLocaleString('en')} values`,
    ours() {
      const { slope, s } = trendOf(series);
      return [[slope, s]];
    },
    peers: [{ name: 'scipy', by: { script: 'trend.py', columns: [days, values] }, within: 1e-9 }],
    pairs: 15,
  };
}
