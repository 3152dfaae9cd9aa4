import type { TouchpointRow } from 'overdeliver/journey';
import { uniforms } from '../../src/numerics/uniforms';

/** What a made-up population's ratings do: log odds by stage, of levels 0, 25, 50, 75 and 100. */
const effects = {
  new: {
    desk: [-2, -1.2, 0, 0.9, 1.6],
    room: [-0.6, -0.4, 0, 0.2, 0.5],
    food: [-0.8, -0.1, 0, 0.1, 0.3],
    exit: [-0.2, 0.1, 0, 0.2, 0.3],
  },
  regular: {
    desk: [-1, -0.7, 0, 0.4, 0.8],
    room: [-1.5, -0.9, 0, 1, 1.6],
    food: [-1.1, -0.2, 0, 0.1, 0.6],
    exit: [-0.4, 0, 0, 0.3, 0.4],
  },
} as const;
export const touchpoints = ['desk', 'room', 'food', 'exit'] as const;
export const stages = ['new', 'regular'] as const;
const intercepts = { new: -0.2, regular: 0.4 };

export const names = { id: 'test/made-up', setting: 'made up', data: 'made up', licence: 'none' };

export interface Guest extends TouchpointRow {
  readonly stage: (typeof stages)[number];
  readonly ratings: Readonly<Record<(typeof touchpoints)[number], number>>;
  readonly satisfied: boolean;
}
export const stage = (guest: { readonly stage: string }) => guest.stage;

/** Guests of such a population, the same for the same seed; every third is new. */
export function guests(seed: number, count: number): readonly Guest[] {
  const next = uniforms(seed);
  return Array.from({ length: count }, (_, i) => {
    const stage = i % 3 === 0 ? 'new' : 'regular';
    let u: number = intercepts[stage];
    const rated = touchpoints.map((name) => {
      const place = Math.floor(5 * next());
      u += effects[stage][name][place] as number;
      return [name, 25 * place] as const;
    });
    const ratings = Object.fromEntries(rated) as Guest['ratings'];
    return { stage, ratings, satisfied: next() < 1 / (1 + Math.exp(-u)) };
  });
}

/** What each touchpoint is worth in truth, by going through all 625 ratings, which are equally likely. */
export function truth(stage: Guest['stage']): readonly { worth: number; importance: number }[] {
  const all = Array.from({ length: 625 }, (_, k) =>
    [0, 1, 2, 3].map((t) => Math.floor(k / 5 ** t) % 5),
  );
  const bend = all.reduce((sum, places) => {
    const u = touchpoints.reduce(
      (total, name, t) => total + (effects[stage][name][places[t] as number] as number),
      intercepts[stage],
    );
    const p = 1 / (1 + Math.exp(-u));
    return sum + (p * (1 - p)) / 625;
  }, 0);
  const worths = touchpoints.map((name) => {
    const slope = effects[stage][name].reduce<number>(
      (sum, x, l) => sum + ((l - 2) * x) / 10 / 25,
      0,
    );
    return 100 * slope * bend;
  });
  const total = worths.reduce((sum, worth) => sum + worth, 0);
  return worths.map((worth) => ({ worth, importance: (100 * worth) / total }));
}
