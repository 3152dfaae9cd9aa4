import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { from0to1Schema } from '../input/schemas';
import { atLeast, compare } from '../numerics/nearly';
import { promiseDefaults } from './parameters';

/** One way to give more than was promised, such as in time, in cost or in level of service. */
export interface Dimension {
  /** `time`, `cost`, `service` or a name of your own; each once. */
  readonly dimension: string;
  /** What exceeding the promise there brings in, per order, in the currency of `cost`. */
  readonly gain: number;
  /** What it takes, per order, at least 0. */
  readonly cost: number;
  /** The share of promises in this dimension that are kept, 0 to 1. */
  readonly kept: number;
}

/** The one dimension to exceed promises in. */
export interface DimensionChoice {
  /** Null where none pays, or where promises have to be kept first. */
  readonly choice: string | null;
  /** All of them, the best first, and why each is or is not the one. */
  readonly ranking: readonly {
    readonly dimension: string;
    /** gain / cost; null where it costs nothing, or next to nothing. */
    readonly gainPerCost: number | null;
    /** gain - cost, per order. */
    readonly net: number;
    /**
     * `chosen`; `gains-less`: it pays, but less per unit of cost than the chosen one; `does-not-pay`: its gain is
     * no more than its cost; `keep-first`: promises there are broken too often; `wait-for-others`: it would pay, but
     * promises elsewhere are broken too often.
     */
    readonly verdict: 'chosen' | 'gains-less' | 'does-not-pay' | 'keep-first' | 'wait-for-others';
  }[];
  /** The share of promises that has to be kept before anything is added on top, 0 to 1. */
  readonly basicKept: number;
}

const dimensionsSchema = once(() =>
  z
    .array(
      rowOf({
        dimension: z.string().check(z.minLength(1, 'a name')),
        gain: z.number(),
        cost: z.number().check(z.gte(0, 'a cost of at least 0')),
        kept: from0to1Schema(),
      }),
    )
    .check(z.minLength(1, 'at least 1 dimension')),
);
const optionsSchema = once(() => z.strictObject({ parameters: parametersSchema(promiseDefaults) }));

/**
 * Chooses the one dimension in which it is worth giving more than was promised: that with the greatest gain per
 * unit of cost, as long as the gain exceeds the cost. Not all at once: what exceeds in one dimension is noticed,
 * what exceeds in all becomes what is expected. And none while promises are broken in any of them: the share
 * kept must be at least `basicKept` everywhere. Ties go to the greater net gain, then to the name.
 *
 * @param options which parameter set to use
 * @throws InvalidInputError `out-of-range` for no dimensions, a cost below 0 or a share that is not from 0 to 1,
 *   `duplicate-id` for a dimension that is there twice
 * @example
 * ```ts
 * import { chooseDimension } from 'overdeliver';
 *
 * const { choice, ranking } = chooseDimension([
 *   { dimension: 'time', gain: 1.5, cost: 1, kept: 0.93 },
 *   { dimension: 'cost', gain: 4, cost: 5, kept: 0.97 },
 *   { dimension: 'service', gain: 3, cost: 1.2, kept: 0.95 },
 * ]);
 * choice; // => 'service'
 * ranking.map(({ verdict }) => verdict); // => ['chosen', 'gains-less', 'does-not-pay']
 * ```
 */
export function chooseDimension(
  dimensions: readonly Dimension[],
  options: { readonly parameters?: typeof promiseDefaults | undefined } = {},
): DimensionChoice {
  return door('chooseDimension', () => {
    const checked = read(dimensionsSchema, dimensions, 'dimensions');
    const seen = new Set<string>();
    checked.forEach(({ dimension }, i) => {
      if (seen.has(dimension)) {
        refuse(`dimensions[${i}].dimension`, dimension, 'each dimension once', 'duplicate-id');
      }
      seen.add(dimension);
    });
    const { basicKept } = read(optionsSchema, options, 'options').parameters.numbers;
    const sound = checked.every(({ kept }) => atLeast(kept, basicKept));
    const ordered = [...checked].sort(byGainPerCost);
    const best = sound ? ordered.find(({ gain, cost }) => compare(gain, cost) > 0) : undefined;
    const verdictOf = (one: Dimension): DimensionChoice['ranking'][number]['verdict'] => {
      if (one === best) return 'chosen';
      if (!atLeast(one.kept, basicKept)) return 'keep-first';
      if (atLeast(one.cost, one.gain)) return 'does-not-pay';
      return sound ? 'gains-less' : 'wait-for-others';
    };
    return {
      choice: best?.dimension ?? null,
      ranking: ordered.map((one) => ({
        dimension: one.dimension,
        gainPerCost: Number.isFinite(gainPerCost(one)) ? gainPerCost(one) : null,
        net: one.gain - one.cost,
        verdict: verdictOf(one),
      })),
      basicKept,
    };
  });
}

/** The greatest gain per unit of cost first. */
function byGainPerCost(a: Dimension, b: Dimension): number {
  return (
    compare(gainPerCost(b), gainPerCost(a)) ||
    compare(b.gain - b.cost, a.gain - a.cost, Math.abs(a.gain) + a.cost) ||
    (a.dimension < b.dimension ? -1 : 1)
  );
}

/** Infinite for what costs nothing and brings something in. */
function gainPerCost({ gain, cost }: Dimension): number {
  return cost > 0 || gain === 0 ? gain / (cost || 1) : gain * Infinity;
}
