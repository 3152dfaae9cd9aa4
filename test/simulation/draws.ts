import type { World } from 'overdeliver/simulation';
import { keyedUniforms } from '../../src/numerics/keyed-uniforms';
import { uniforms } from '../../src/numerics/uniforms';

/** Two random numbers of a customer. */
export function draw(key: number, c: number, step: number): [number, number] {
  const out = new Float64Array(2);
  keyedUniforms(key, c, step, out);
  return [out[0] as number, out[1] as number];
}

/** What names the random numbers of each replication. */
export function keysOf({ seed, replications = 10 }: World): readonly number[] {
  const next = uniforms(seed);
  return Array.from({ length: replications }, () => Math.floor(next() * 2 ** 32));
}
