import { simulatePolicies, type World } from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { byHand } from './by-hand';
import { market } from './given';

const world: World = {
  ...market,
  customers: 40,
  days: 400,
  seed: 2026,
  replications: 2,
  signals: { advertising: 85, ownJudgement: { level: 60, reliability: 0.5 } },
  order: { revenue: 30, cost: 18, perUnitLate: 2, perBroken: 3 },
};
const policy = ({ stage, day }: { readonly stage: string; readonly day: number }) =>
  stage === 'never-used' ? 6.5 : 7 + (day > 200 ? 1 : 0);

describe("a customer's step", () => {
  const next = uniforms(world.seed);
  const played = [0, 1].map(() => byHand(world, policy, Math.floor(next() * 2 ** 32)));
  const { stages } = simulatePolicies(world, { policies: { stages: policy } }).policies;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / 2;
  const sumOf = (name: keyof (typeof played)[0]['sums']) =>
    mean(played.map(({ sums }) => sums[name]));
  const shareOf = (name: keyof (typeof played)[0]['sums']) =>
    mean(played.map(({ sums }) => sums[name] / sums.orders));

  it('is that of the public functions called by hand, to the last bit', () => {
    expect(sumOf('orders')).toBeGreaterThan(60);
    for (const name of ['asked', 'orders', 'heardGood', 'heardBad', 'profit'] as const) {
      expect([name, stages[name]?.estimate]).toEqual([name, sumOf(name)]);
    }
    for (const name of ['satisfaction', 'below', 'exceeded', 'returning'] as const) {
      expect([name, stages[name]?.estimate]).toEqual([name, shareOf(name)]);
    }
    expect(stages.timeline.at(-1)?.wordOfMouth.estimate).toBe(
      mean(played.map(({ reputation }) => reputation)),
    );
  });
});
