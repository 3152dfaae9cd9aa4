import { type Capability, capabilityFromCensored, planPromise } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';

/** A time of so many tenths, a whole weight, and whether it has finished. */
interface Row {
  readonly tenths: number;
  readonly weight: number;
  readonly finished: boolean;
}

interface Share {
  readonly of: bigint;
  readonly whole: bigint;
}

const most = 8;

/** Kaplan and Meier's chance at each event time, by its definition, as fractions of whole numbers. */
function exactly(rows: readonly Row[]): readonly (Share & { readonly tenths: number })[] {
  const events = new Int32Array(most + 1);
  const others = new Int32Array(most + 1);
  let atRisk = 0;
  for (const { tenths, weight, finished } of rows) {
    const counts = finished ? events : others;
    counts[tenths] = (counts[tenths] as number) + weight;
    atRisk += weight;
  }
  const curve: (Share & { readonly tenths: number })[] = [];
  let [left, whole] = [1n, 1n];
  for (let tenths = 1; tenths <= most; tenths++) {
    const gone = events[tenths] as number;
    if (gone > 0) {
      left *= BigInt(atRisk - gone);
      whole *= BigInt(atRisk);
      curve.push({ tenths, of: whole - left, whole });
    }
    atRisk -= gone + (others[tenths] as number);
  }
  return curve;
}

const reaches = ({ of, whole }: Share, [k, n]: readonly [number, number]) =>
  of * BigInt(n) >= BigInt(k) * whole;

const sums = [0];
for (let i = 1; i <= most; i++) sums.push((sums[i - 1] as number) + 0.1);

/** Three ways to so many tenths, of which the last bits differ. */
const ways = [
  (tenths: number) => tenths / 10,
  (tenths: number) => tenths * 0.1,
  (tenths: number) => sums[tenths] as number,
];
const tenthsOf = (time: number) => Math.round(10 * time);
const scales = [1, 0.3, 0.1, 1 / 3, 7e9, 1e-200, 3e-320];

const uniform = uniforms(20_261_128);
const upTo = (last: number) => Math.floor(uniform() * (last + 1));
const oneOf = <T>(items: readonly T[]) => items[upTo(items.length - 1)] as T;

function anyCase() {
  const weighing = oneOf(['none', 'alike', 'whole'] as const);
  const some = uniform();
  const rows = Array.from({ length: 1 + upTo(11) }, (): Row => {
    const weight = weighing === 'whole' ? upTo(4) : 1;
    return { tenths: 1 + upTo(most - 1), weight, finished: uniform() < some };
  });
  const scale = oneOf(scales);
  const options = {
    unit: 'hours',
    finished: rows.map(({ finished }) => finished),
    ...(weighing !== 'none' && { weights: rows.map(({ weight }) => weight * scale) }),
  };
  return { rows, options, times: rows.map(({ tenths }) => oneOf(ways)(tenths)) };
}

function anyShare(n: number): readonly [number, number] {
  const whole = oneOf([10, 20, 100, n]);
  return [1 + upTo(whole - 1), whole];
}

it('quantiles, chances and plans are those of exact fractions in 100,000 small cases', () => {
  const wrong: unknown[] = [];
  for (let i = 0; i < 100_000; i++) {
    const { rows, options, times } = anyCase();
    const curve = exactly(rows);
    if (curve.length === 0) continue;
    const now = capabilityFromCensored(times, options);
    const share = anyShare(rows.length);
    const p = share[0] / share[1];
    const wanted = curve.find((one) => reaches(one, share))?.tenths ?? null;
    const got = quantileOrNull(now, p);
    const asked = 1 + upTo(most - 1);
    const known = curve.filter(({ tenths }) => tenths <= asked).at(-1);
    const chance = known ? Number((known.of * 10n ** 20n) / known.whole) / 1e20 : 0;
    const near = Math.abs(now.chance(oneOf(ways)(asked)) - chance) < 1e-14;
    if (got !== wanted || !near) wrong.push({ rows, options, times, share, got, wanted });
    if (i % 5 === 0 && !plansWell(now, curve, share)) wrong.push({ rows, options, times, share });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

function quantileOrNull(capability: Capability, p: number): number | null {
  // Refusals take long, so that only one in 64 of them is looked at.
  if (p > capability.identified + 1e-9 && upTo(63) > 0) return null;
  try {
    return tenthsOf(capability.quantile(p));
  } catch {
    return null;
  }
}

function plansWell(
  capability: Capability,
  curve: ReturnType<typeof exactly>,
  [k, n]: readonly [number, number],
): boolean {
  const { ranks, identified } = capability;
  if (k === n || identified < 0.5 + 1e-9 || identified < k / n - 1e-9) return true;
  if (ranks === null) {
    const wanted = curve.find((one) => reaches(one, [k, n]))?.tenths;
    return tenthsOf(planPromise(capability, { keepRate: k / n }).promise) === wanted;
  }
  const rank = Math.ceil((k * (ranks.n + 1)) / n - 1e-9);
  if (rank > ranks.n) return true;
  const { promise, guarantee } = planPromise(capability, { keepRate: k / n });
  return promise === ranks.byRank(rank) && guarantee.kind === 'finite-sample';
}

describe('of the cases that were found', () => {
  const unit = 'm';

  it('equal weights are no weights', () => {
    for (const weight of scales) {
      const five = capabilityFromCensored([1, 2, 3, 4, 5], {
        unit,
        weights: Array(5).fill(weight),
      });
      expect([five.quantile(0.8), five.quantile(0.4), five.n]).toEqual([4, 2, 5]);
      expect(five.toJSON()).toEqual(capabilityFromCensored([1, 2, 3, 4, 5], { unit }).toJSON());
    }
  });

  it('a chance of 9/20 is one', () => {
    const finished = Array.from('101111101011', Number);
    const twelve = capabilityFromCensored(
      finished.map((_, i) => i + 1),
      { unit, finished },
    );
    expect(twelve.quantile(0.45)).toBe(6);
    expect(refusal(() => twelve.quantile(1.1)).code).toBe('out-of-range');
  });

  it.each([
    [[0.1 + 0.2, 0.3, 0.3, 1, 2]],
    [[0.3, 0.1 + 0.2, 0.3, 1, 2]],
    [[0.3, 0.1 + 0.2, 0.1 + 0.2, 1, 2]],
  ])('times that nearly tie do: %j', (times) => {
    const options = { unit, finished: [1, 0, 0, 1, 1] };
    const { chance } = capabilityFromCensored(times, options);
    for (const t of [0.3, 0.1 + 0.2, 0.9]) expect(chance(t)).toBeCloseTo(0.2, 15);
    const all = capabilityFromCensored(times, { unit });
    for (const t of [0.3, 0.1 + 0.2]) expect(all.chance(t)).toBe(0.6);
  });
});
