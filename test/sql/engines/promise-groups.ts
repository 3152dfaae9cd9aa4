import {
  capabilityFromCensored,
  capabilityFromSamples,
  isOverdeliverError,
  planPromise,
} from 'overdeliver';
import { uniforms } from '../../../src/numerics/uniforms';

/** How many groups of many, which are fewer where mutants are judged, by each of them anew. */
export const groupsOf = (many: number) => (process.env.MUTATION_RUN ? many / 50 : many);

/** Orders of a group, as TypeScript takes them. */
export interface GroupOfOrders {
  readonly name: string | null;
  readonly values: readonly number[];
  readonly finished: readonly number[];
  readonly weights: readonly number[];
}

/** Groups of about so many orders, in which values tie, some have none finished, and one group in 50 has a row that cannot be. */
export function groupsOfOrders(
  count: number,
  size: number,
  seed: number,
): readonly GroupOfOrders[] {
  const random = uniforms(seed);
  const whole = (n: number) => Math.floor(random() * n);
  return Array.from({ length: count }, (_, g) => {
    const n = 1 + whole(2 * size);
    const finishing = [0, 0.5, 0.8, 0.95, 1, 1][whole(6)] as number;
    const weighing = whole(3);
    const tied = random() < 0.6;
    const values = Array.from({ length: n }, () => (tied ? whole(size) / 2 : random() * 30));
    if (random() < 0.02) {
      values[whole(n)] = [Number.NaN, Infinity, -Infinity, -1, 1e300, 1e-60][whole(6)] as number;
    }
    if (random() < 0.02) values[whole(n)] = -0;
    return {
      name: g === 0 ? null : g === 1 ? "it's" : `g${g}`,
      values,
      finished: values.map(() => Number(random() < finishing)),
      weights: values.map(() => [1, 1 + whole(4), whole(3) / 4][weighing] as number),
    };
  });
}

/** Three ways to so many tenths, of which the last bits differ. */
const ways = [
  (tenths: number) => tenths / 10,
  (tenths: number) => tenths * 0.1,
  (tenths: number) => Array.from({ length: tenths }).reduce<number>((sum) => sum + 0.1, 0),
];

/** Groups in which times tie but for their last bits, and some of which have weights over 15 orders of magnitude. */
export function groupsNearlyTied(count: number, seed: number): readonly GroupOfOrders[] {
  const random = uniforms(seed);
  const whole = (n: number) => Math.floor(random() * n);
  return Array.from({ length: count }, (_, g) => {
    const finishing = [0.5, 0.8, 0.95, 1][whole(4)] as number;
    const orders = [0, 0, 3, 15][whole(4)] as number;
    const values = Array.from({ length: 1 + whole(16) }, () =>
      (ways[whole(3)] as (tenths: number) => number)(whole(9)),
    );
    return {
      name: `g${g}`,
      values,
      finished: values.map(() => Number(random() < finishing)),
      weights: values.map(() => 10 ** (-orders * random())),
    };
  });
}

/** All of them in a table. */
export function tableOf(groups: readonly GroupOfOrders[]) {
  const flat = (pick: (group: GroupOfOrders) => readonly number[]) =>
    Float64Array.from(groups.flatMap(pick));
  return {
    g: groups.flatMap(({ name, values }) => values.map(() => name)),
    x: flat(({ values }) => values),
    f: flat(({ finished }) => finished),
    w: flat(({ weights }) => weights),
  };
}

/** What is told of a group. */
export interface Told {
  readonly status: string;
  readonly promise: number | null;
  readonly n: number | null;
}

/** What TypeScript promises, or the code of its refusal; of numbers that an engine takes for none, that. */
export function promised(
  { values, finished, weights }: GroupOfOrders,
  keepRate: number,
  isCurve: boolean,
): Told {
  if (values.some(Number.isNaN)) return { status: 'missing', promise: null, n: null };
  if (values.some((x) => x !== 0 && !(x >= 1e-50 && x <= 1e50))) {
    return { status: 'out-of-range', promise: null, n: null };
  }
  try {
    const options = { unit: 'days' };
    const capability = isCurve
      ? capabilityFromCensored(values, { ...options, finished, weights })
      : capabilityFromSamples(values, options);
    return {
      status: 'ok',
      promise: planPromise(capability, { keepRate }).promise,
      n: capability.n,
    };
  } catch (error) {
    if (!isOverdeliverError(error)) throw error;
    return { status: error.code, promise: null, n: null };
  }
}

/** A number as a fraction, of a few decimals. */
type Fraction = readonly [over: bigint, under: bigint];
const fraction = (x: number): Fraction => [BigInt(Math.round(x * 1e6)), 1_000_000n];

/** What times have in common that are equal but for their last bits. */
const common = (x: number) => Math.round(x * 1e9);

/** The promise by exact fractions: the rank of all that finished alike, else the curve. Null for none. */
export function promisedExactly(
  { values, finished, weights }: GroupOfOrders,
  keepRate: number,
  isCurve: boolean,
): number | null {
  const [over, under] = fraction(keepRate);
  const sorted = [...values].sort((a, b) => a - b);
  const all = isCurve
    ? finished.every((is) => is === 1) && weights.every((w) => w > 0 && w === weights[0])
    : true;
  if (all) {
    const n = BigInt(values.length);
    const rank = ((n + 1n) * over + under - 1n) / under;
    return rank <= n ? (sorted[Number(rank) - 1] as number) : null;
  }
  const exact = weights.map((w) => BigInt(w * 2 ** 120));
  let [left, of]: Fraction = [1n, 1n];
  for (const t of new Set(sorted.map(common))) {
    let [events, atRisk] = [0n, 0n];
    values.forEach((x, i) => {
      const w = exact[i] as bigint;
      if (common(x) >= t) atRisk += w;
      if (common(x) === t && finished[i] === 1) events += w;
    });
    if (events === 0n) continue;
    left *= atRisk - events;
    of *= atRisk;
    // 1 - left / of >= over / under
    if ((of - left) * under >= over * of) return sorted.find((x) => common(x) === t) as number;
  }
  return null;
}
