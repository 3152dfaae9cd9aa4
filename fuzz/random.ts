import { uniforms } from '../src/numerics/uniforms';

/** Seeded choices: the same ones for the same seed. */
export interface Random {
  /** A number from min to max. */
  readonly real: (min: number, max: number) => number;
  /** A whole number from min to max, both included. */
  readonly int: (min: number, max: number) => number;
  readonly flip: (chance?: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly list: <T>(length: number, make: (i: number) => T) => T[];
  /** An object with each field or without it; what each is made by is called either way. */
  readonly some: <T extends object>(fields: T) => Partial<T>;
}

export function random(seed: number): Random {
  const next = uniforms(seed);
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const flip = (chance = 0.5) => next() < chance;
  return {
    real: (min, max) => min + next() * (max - min),
    int,
    flip,
    pick: (from) => from[int(0, from.length - 1)] as (typeof from)[number],
    list: (length, make) => Array.from({ length }, (_, i) => make(i)),
    some: <T extends object>(fields: T) =>
      Object.fromEntries(Object.entries(fields).filter(() => flip())) as Partial<T>,
  };
}
