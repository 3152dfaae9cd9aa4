import { atomWorlds } from './atoms';
import { batchWorlds } from './batches';
import { changeWorlds } from './change';
import { endWorlds } from './ends';
import { estimateWorlds } from './estimates';
import { groupWorlds } from './groups';
import { hourWorlds } from './hours';
import { oneGroupWorlds } from './one-group';
import { sizeWorlds } from './size';
import { surgeWorlds } from './surges';
import { tailWorlds } from './tails';
import { waitWorlds } from './waits';
import type { World } from './world';

/** The battery that the live promiser is held against. */
export const worlds: readonly World[] = [
  ...oneGroupWorlds,
  ...groupWorlds,
  ...atomWorlds,
  ...tailWorlds,
  ...hourWorlds,
  ...changeWorlds,
  ...surgeWorlds,
  ...endWorlds,
  ...estimateWorlds,
  ...sizeWorlds,
  ...waitWorlds,
  ...batchWorlds,
];
