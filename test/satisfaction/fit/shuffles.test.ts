import {
  permuteExpectations,
  type SatisfactionColumns,
  type SatisfactionForm,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { names } from './given';

type PermutedTerm = ReturnType<typeof permuteExpectations>[number];

/**
 * Parcels promised within 10 or 20 days: 5 days keep either, 20 break a promise of 10 and keep one of 20 to the day, 25
 * break both. A fit of two answers tells three groups apart, those whose promise was kept, broken, and broken with
 * nothing in hand, and has the log odds of each: so what it comes to can be counted.
 */
interface Parcel {
  readonly promised: number;
  readonly actual: number;
  readonly waits: boolean;
  readonly isHappy: boolean;
}
const parcel = (promised: number, actual: number, waits: boolean, happy: number, sad: number) =>
  Array.from(
    { length: happy + sad },
    (_, i): Parcel => ({ promised, actual, waits, isHappy: i < happy }),
  );

const form: SatisfactionForm = {
  answers: { min: 1, max: 2 },
  dimensions: {
    time: { kind: 'time', unit: 'days', terms: ['broken', 'stillWaiting'], value: 'identity' },
  },
};
const columnsOf = (parcels: readonly Parcel[]): SatisfactionColumns => ({
  promised: Float64Array.from(parcels, ({ promised }) => promised),
  actual: Float64Array.from(parcels, ({ actual }) => actual),
  stillWaiting: Uint8Array.from(parcels, ({ waits }) => (waits ? 1 : 0)),
  unit: 'days',
});
const control = (parcels: readonly Parcel[], seed: number, shuffles?: number) =>
  permuteExpectations(
    columnsOf(parcels),
    parcels.map(({ isHappy }) => (isHappy ? 2 : 1)),
    { ...names, form, seed, shuffles },
  );

/** How much less happy the broken are than the kept, in log odds; infinite or no number where a group is not mixed. */
function harm(parcels: readonly Parcel[], promised: readonly number[]): number {
  const isBroken = ({ actual }: Parcel, i: number) => actual > (promised[i] as number);
  const odds = (group: readonly Parcel[]) => {
    const happy = group.filter(({ isHappy }) => isHappy).length;
    return Math.log(happy / (group.length - happy));
  };
  const kept = odds(parcels.filter((one, i) => !isBroken(one, i)));
  const broken = odds(parcels.filter((one, i) => isBroken(one, i) && !one.waits));
  const waiting = odds(parcels.filter((one, i) => isBroken(one, i) && one.waits));
  return Number.isFinite(waiting) ? kept - broken : Number.NaN;
}

/** Promises in an order of chance, each place from the last on changed with one up to it (Fisher & Yates). */
function reordered(parcels: readonly Parcel[], next: () => number): number[] {
  const promised = parcels.map((one) => one.promised);
  for (let left = promised.length; left > 1; left--) {
    const place = Math.floor(left * next());
    promised.splice(place, 1, ...promised.splice(left - 1, 1, promised[place] as number));
  }
  return promised;
}

/** The same by counting. */
function counted(parcels: readonly Parcel[], seed: number, shuffles: number): PermutedTerm {
  const next = uniforms(seed);
  const all = Array.from({ length: shuffles }, () => harm(parcels, reordered(parcels, next)));
  const drawn = all.filter(Number.isFinite).sort((a, b) => a - b);
  const estimate = harm(
    parcels,
    parcels.map(({ promised }) => promised),
  );
  const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
  const squares = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const inside = drawn.filter((x) => Math.abs(x - mean) < Math.abs(estimate - mean) - 1e-9);
  const quantile = (p: number) => {
    const place = p * (drawn.length - 1);
    const [low, high] = [drawn[Math.floor(place)], drawn[Math.ceil(place)]] as [number, number];
    return low * (1 - (place % 1)) + high * (place % 1);
  };
  return {
    term: 'time.broken',
    estimate,
    mean,
    sd: Math.sqrt(squares / (drawn.length - 1)),
    low: quantile(0.025),
    high: quantile(0.975),
    p: (1 + shuffles - inside.length) / (1 + shuffles),
    unfitted: shuffles - drawn.length,
  };
}

function expectAlike(found: PermutedTerm | undefined, other: PermutedTerm) {
  for (const [name, value] of Object.entries(other)) {
    const ours = found?.[name as keyof PermutedTerm];
    if (typeof value === 'number') expect(ours, name).toBeCloseTo(value, 7);
    else expect(ours, name).toBe(value);
  }
}

const common = [
  ...parcel(10, 5, false, 5, 2),
  ...parcel(20, 5, false, 4, 2),
  ...parcel(20, 20, false, 4, 1),
  ...parcel(10, 20, false, 3, 4),
  ...parcel(10, 20, true, 2, 2),
  ...parcel(20, 25, false, 2, 3),
  ...parcel(10, 25, true, 3, 3),
];

describe('a negative control that can be counted', () => {
  it('deals out promises, and fits what then is broken and awaited in vain', () => {
    const found = control(common, 7, 60);
    expect(found).toHaveLength(1);
    const other = counted(common, 7, 60);
    expect(other.unfitted).toBe(0);
    expectAlike(found[0], other);
  });

  it('counts shuffles without an estimate as ones that stray', () => {
    const rare = [
      ...parcel(20, 5, false, 6, 4),
      ...parcel(20, 20, false, 4, 2),
      ...parcel(10, 20, false, 1, 1),
      ...parcel(10, 25, true, 1, 1),
      ...parcel(20, 25, false, 2, 0),
    ];
    const other = counted(rare, 3, 60);
    expect(other.unfitted).toBeGreaterThan(10);
    expect(other.unfitted).toBeLessThan(40);
    expectAlike(control(rare, 3, 60)[0], other);
  });

  it('says nothing from fewer than 20 that could be fitted', () => {
    expect(control(common, 1, 20)[0]?.mean).not.toBeNull();
    const rare = [
      ...common.slice(0, 18),
      ...parcel(10, 20, false, 1, 1),
      ...parcel(10, 25, true, 1, 1),
    ];
    const [found] = control(rare, 1, 20);
    const { estimate, unfitted } = counted(rare, 1, 20);
    expect(unfitted).toBeGreaterThan(0);
    expect(found?.estimate).toBeCloseTo(estimate, 7);
    expect(found).toMatchObject({ term: 'time.broken', unfitted });
    expect(found).toMatchObject({ mean: null, sd: null, low: null, high: null, p: null });
  });

  it('shuffles 100 times unless told', () => {
    const few = common.filter((_, i) => i % 3 === 0);
    expect(control(few, 2)).toEqual(control(few, 2, 100));
  });
});
