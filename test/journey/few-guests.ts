import type { TouchpointRow } from 'overdeliver/journey';
import { uniforms } from '../../src/numerics/uniforms';

/** What a desk at 0, 50 and 100 and a room at 0, 25, 100 and without a rating add to the log odds. */
const effects = {
  a: { desk: [-4, 3, 4], room: [-3, 0.5, 2, 1] },
  b: { desk: [-1, 3, 1], room: [-4, 3, 0, -2] },
} as const;

export const names = { id: 'test/few', setting: 'made up', data: 'made up', licence: 'none' };

export interface FewGuest extends TouchpointRow {
  readonly stage: 'a' | 'b';
  readonly ratings: { readonly desk: number; readonly room: number | null };
  readonly satisfied: boolean;
  readonly respondent: number;
}

/** A few guests, every third at stage a, every fifth the same respondent as the one before. */
export function fewGuests(seed: number, count: number): readonly FewGuest[] {
  const next = uniforms(seed);
  return Array.from({ length: count }, (_, i) => {
    const stage = i % 3 === 0 ? 'a' : 'b';
    const [desk, room] = [Math.floor(3 * next()), Math.floor(4 * next())];
    const u = (effects[stage].desk[desk] as number) + (effects[stage].room[room] as number);
    return {
      ratings: { desk: 50 * desk, room: ([0, 25, 100][room] as number | undefined) ?? null },
      satisfied: next() < 1 / (1 + Math.exp(-u)),
      stage,
      respondent: i % 5 === 4 ? i - 1 : i,
    };
  });
}
