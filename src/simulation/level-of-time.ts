import type { Level } from '../core/level';
import type { SimulationNumbers } from './parameters';

/**
 * The level of service that a time stands for, as a price stands for one: the odds of the usual level fall with a
 * power of the time over the usual one.
 */
export function levelOfTime(
  time: number,
  usual: number,
  { usualLevel, levelSteepness }: SimulationNumbers,
): Level {
  const customary = usualLevel / 100;
  return 100 / (1 + ((1 - customary) / customary) * (time / usual) ** levelSteepness);
}
