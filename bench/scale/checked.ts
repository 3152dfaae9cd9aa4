import type { Answer } from '../../test/sql/engines/engine';

/** How many groups of an answer have another promise than TypeScript gives; a run with any exits with 1. */
export function groupsOff({ g = [], promise = [] }: Answer, own: readonly number[]): number {
  let off = Math.abs(own.length - g.length);
  g.forEach((group, i) => {
    if (promise[i] !== own[Number(group)]) off++;
  });
  if (off > 0) process.exitCode = 1;
  return off;
}
