import { capabilityFromSamples, planPromise } from 'overdeliver';
import { uniforms } from '../uniforms';
import { packageOf } from './packages';
import type { Work } from './work';

/** Minutes like a kitchen's: gamma-like with a long tail, none alike. */
function minutes(n: number, seed: number): number[] {
  const next = uniforms(seed);
  return Array.from({ length: n }, () => 20 - 12 * Math.log((1 - next()) * (1 - next())));
}

const pairs = 11;

interface D3Array {
  readonly quickselect: (numbers: Float64Array, place: number) => Float64Array;
}

/**
 * A million samples, in as many arrays as that takes: of one alone a processor would learn the order by heart. Each
 * peer selects one rank of a copy; ours looks at every sample, and a plan judges its promise besides.
 */
export async function samples(n: number): Promise<readonly Work[]> {
  const { mean, quantile } =
    await packageOf<typeof import('simple-statistics')>('simple-statistics');
  const { quickselect } = await packageOf<D3Array>('d3-array');
  const arrays = Array.from({ length: 1_000_000 / n }, (_, i) => minutes(n, 11 + i));
  const ofAll = (one: (array: number[]) => number) => () => [Float64Array.from(arrays, one)];
  const peers = (rank: number) => [
    {
      name: 'simple-statistics',
      // The share at which it need not interpolate; rounding may make it do so.
      by: ofAll((array) => quantile(array, (rank - 1) / (n - 1))),
      within: 1e-12,
    },
    {
      name: 'a sort with an index',
      by: ofAll((array) => Float64Array.from(array).sort()[rank - 1] as number),
    },
    {
      name: 'd3-array',
      by: ofAll((array) => quickselect(Float64Array.from(array), rank - 1)[rank - 1] as number),
    },
  ];
  const unit = 'minutes';
  const rank = Math.ceil(0.9 * (n + 1));
  const planOf = (array: number[]) =>
    planPromise(capabilityFromSamples(array, { unit }), { keepRate: 0.9 });
  const of = n.toLocaleString('en');
  return [
    {
      name: `a quantile of ${of} samples`,
      ours: ofAll((array) => capabilityFromSamples(array, { unit }).quantile(0.9)),
      peers: peers(0.9 * n),
      pairs,
    },
    {
      name: `a plan from ${of} samples`,
      ours: ofAll((array) => planOf(array).promise),
      peers: peers(rank),
      pairs,
    },
    {
      // What a plan says beside its promise, asked of theirs as well.
      name: `promise, median and miss of ${of} samples`,
      ours: ofAll((array) => {
        const { promise, typical, missWhenBroken } = planOf(array);
        return promise + typical + (missWhenBroken ?? Number.NaN);
      }),
      peers: [
        {
          name: 'simple-statistics',
          by: ofAll((array) => {
            const shares = [rank, Math.ceil(n / 2)].map((k) => (k - 1) / (n - 1));
            const [promise, typical] = quantile(array, shares) as [number, number];
            const misses = array.filter((x) => x > promise).map((x) => x - promise);
            return promise + typical + mean(misses);
          }),
          within: 1e-9,
        },
      ],
      pairs,
    },
  ];
}
