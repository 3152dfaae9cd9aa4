import { livePromiser } from 'overdeliver';
import { expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { minute } from './stream';

it('the first orders, which take any time, are no durations to promise', () => {
  const next = uniforms(3);
  const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
  const seen = new Set<number>();
  let same = 0;
  for (let i = 0; i < 40; i++) {
    const at = 100 * i * minute;
    const took = Math.round((20 + 40 * next()) * minute);
    promiser.start({ id: 'x', at });
    promiser.finish({ id: 'x', at: at + took });
    seen.add(took);
    const { promise } = promiser.quote({ at: at + took, keepRate: 0.7 });
    if (seen.has(Math.round((promise as number) * minute))) same++;
  }
  expect(same).toBe(0);
});
