import { uniforms } from '../numerics/uniforms';
import type { WorldRead } from './compile-world';
import { roomFor } from './customers';
import { type Played, play } from './play';
import type { NamedPolicy } from './policy';
import type { Work } from './progress';
import { periodsOf } from './timeline';

/** What came of each policy, replication by replication. */
export type PlayedAll = readonly (readonly Played[])[];

/** How many customers are looked at between two yields: some 10 milliseconds. */
export const usualBatch = 16_384;

/** How much work that is: customers, times the periods they are looked at in. */
export const workOf = (world: WorldRead, policies: number): number =>
  policies *
  world.replications *
  periodsOf(world) *
  world.counts.reduce((sum, count) => sum + count, 0);

/**
 * Plays every policy in every replication. The random numbers are named by replication, customer and need alone, so that
 * policies meet the same customers, in whatever order and batches they are played.
 */
export function* playAll(
  world: WorldRead,
  policies: readonly NamedPolicy[],
  batch: number,
): Work<PlayedAll> {
  const customers = roomFor(world);
  const played: Played[][] = policies.map(() => []);
  const next = uniforms(world.seed);
  for (let r = 0; r < world.replications; r++) {
    const key = Math.floor(next() * 2 ** 32);
    for (const [i, policy] of policies.entries()) {
      (played[i] as Played[]).push(yield* play(world, policy, key, customers, batch));
    }
  }
  return played;
}
