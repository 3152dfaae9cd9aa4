import type { WorldRead } from './compile-world';
import type { Customers } from './customers';
import type { Period } from './offers';
import { satisfactionOf } from './satisfaction-of';
import { emptyTally, type Tally } from './tally';

/** All that a customer's step reads and writes, for one policy in one replication. */
export interface Scene {
  readonly world: WorldRead;
  /** Names the random numbers of the replication, the same ones under every policy. */
  readonly key: number;
  readonly customers: Customers;
  readonly tally: Tally;
  readonly satisfactionOf: (promised: number, actual: number) => number;
  /** Room for two random numbers. */
  readonly draws: Float64Array;
  period: Period;
}

export const sceneOf = (
  world: WorldRead,
  key: number,
  customers: Customers,
  period: Period,
): Scene => ({
  world,
  key,
  customers,
  tally: emptyTally(),
  satisfactionOf: satisfactionOf(world),
  draws: new Float64Array(2),
  period,
});
