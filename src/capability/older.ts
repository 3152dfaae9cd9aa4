import { refuse } from '../input/refusal';
import type { Capability } from './capability';

/** What is still under way, the oldest by another age; refuses what makes an age beyond the finite numbers. */
export function older(
  { stillUnderWay }: Capability,
  age: (oldest: number) => number,
  path: string,
  by: number,
): Capability['stillUnderWay'] {
  if (stillUnderWay === undefined) return undefined;
  const oldest = age(stillUnderWay.oldest);
  if (oldest < Infinity) return { ...stillUnderWay, oldest };
  return refuse(
    path,
    by,
    'less: the oldest order under way would take longer than any number says',
  );
}
