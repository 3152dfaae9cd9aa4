import { capabilityFromSamples } from 'overdeliver';
import { uniforms } from '../../uniforms';

/** Functions that take n of something, at an n from which the fixed part of their time no longer shows. */
export interface GrowthCase {
  readonly of: readonly string[];
  /** What there are n of. */
  readonly by: string;
  readonly n: number;
  readonly make: (n: number) => () => unknown;
  /** What its documentation says that it refuses, where it takes more than in proportion: no bound is held against it then. */
  readonly refuses?: string;
  /** Whether it takes columns or rows, so that its memory is measured beside that of its input, and what it does with them. */
  readonly rows?: 'prediction' | 'fit';
  /** Whether its rows are objects. */
  readonly ofObjects?: true;
}

export const nameOf = ({ of, by }: GrowthCase) => `${of.join(', ')}: ${by}`;

export const dayMs = 86_400_000;
export const firstMs = Date.UTC(2000, 0, 1);
export const dateOf = (day: number) => new Date(firstMs + day * dayMs);

export const listOf = <Item>(n: number, item: (i: number) => Item) =>
  Array.from({ length: n }, (_, i) => item(i));

/** Numbers from `scale` to twice that. */
export function columnOf(n: number, scale = 1, seed = n): Float64Array {
  const next = uniforms(seed);
  return Float64Array.from({ length: n }, () => scale * (1 + next()));
}

/** Levels from 20 to 90. */
export function levelsOf(n: number, seed = n): Float64Array {
  const next = uniforms(seed);
  return Float64Array.from({ length: n }, () => 20 + 70 * next());
}

export const samplesOf = (n: number) => capabilityFromSamples(columnOf(n, 30), { unit: 'minutes' });

/** About a normal number. */
export const normalOf = (next: () => number) => {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += next();
  return sum;
};

/** What a fit is called, and what its data are. */
export const names = {
  id: 'ours/growth',
  setting: 'made up',
  data: 'made up',
  licence: 'none',
} as const;
