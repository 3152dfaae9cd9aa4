import { formation } from '../expectation/formation';
import { stageNames } from '../expectation/stages';
import { keyedUniforms } from '../numerics/keyed-uniforms';
import type { WorldRead } from './compile-world';
import type { SimulationNumbers } from './parameters';

/** The places of the stages, and that of those who have left for good. */
export const neverUsed = 0;
export const firstUse = 1;
export const longTerm = 2;
/** After the places of the stages. */
const gone = 3;

/** What is known of each customer, by column. */
export interface Customers {
  readonly n: number;
  /** A stage's place in `stageNames`, or {@link gone}. */
  readonly stage: Uint8Array;
  /** The day on which something happens to them next: a need arises, or the order arrives. Infinity once they have left. */
  readonly next: Float64Array;
  /** 1 while an order is under way. */
  readonly waits: Uint8Array;
  /** How many needs they have had; with the customer's place it names the random numbers of a need. */
  readonly needs: Uint32Array;
  readonly uses: Uint32Array;
  /** The day of the first order. */
  readonly first: Float64Array;
  /** The day on which the expectation was last true, and what it was then. */
  readonly since: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Of an order under way: the quote, the level it stands for, and the time it takes. */
  readonly quote: Float64Array;
  readonly promised: Float64Array;
  readonly takes: Float64Array;
}

/** Room for the customers of a world. */
export function roomFor({ counts }: WorldRead): Customers {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    n,
    stage: new Uint8Array(n),
    next: new Float64Array(n),
    waits: new Uint8Array(n),
    needs: new Uint32Array(n),
    uses: new Uint32Array(n),
    first: new Float64Array(n),
    since: new Float64Array(n),
    mean: new Float64Array(n),
    variance: new Float64Array(n),
    quote: new Float64Array(n),
    promised: new Float64Array(n),
    takes: new Float64Array(n),
  };
}

/** What a customer expects who has used, on the first day: word of mouth, and the usual level found so far. */
const foundSoFar = { 'first-use': 'firstImpression', 'long-term': 'longTermExperience' } as const;

/** What newcomers expect is formed in the period in which they ask. */
const notYet = { mean: Number.NaN, variance: Number.NaN };

/** Puts all customers where they are on the first day, with a first need ahead of each. */
export function begin(customers: Customers, world: WorldRead, key: number): void {
  const { numbers, counts, weighting } = world;
  const { settlingInDays, minimumUses } = world.expectation;
  const draws = new Float64Array(2);
  let c = 0;
  for (const stage of stageNames) {
    const at = stageNames.indexOf(stage);
    const count = counts[at] as number;
    // To form what nobody expects would take most of a short play.
    if (count === 0) continue;
    const { mean, variance } = stage === 'never-used' ? notYet : startOf(stage);
    for (let i = 0; i < count; i++, c++) {
      customers.stage[c] = at;
      customers.needs[c] = 0;
      customers.uses[c] = at === longTerm ? minimumUses : at;
      customers.first[c] = at === longTerm ? -settlingInDays : 0;
      customers.since[c] = 0;
      customers.mean[c] = mean;
      customers.variance[c] = variance;
      keyedUniforms(key, c, 0, draws);
      customers.next[c] = 0;
      goOn(customers, c, true, draws[1] as number, numbers);
    }
  }

  function startOf(stage: keyof typeof foundSoFar) {
    const heard = { ...world.signals, wordOfMouth: numbers.reputation };
    const signals = { [foundSoFar[stage]]: numbers.usualLevel, ...heard };
    return formation({ stage, signals }, weighting).expectation.predicted;
  }
}

/** A customer waits for the next need, or leaves for good. */
export function goOn(
  customers: Customers,
  c: number,
  stays: boolean,
  uniform: number,
  { needEveryDays }: SimulationNumbers,
): void {
  customers.waits[c] = 0;
  if (stays) {
    customers.next[c] = (customers.next[c] as number) + gap(uniform, needEveryDays);
  } else {
    customers.stage[c] = gone;
    customers.next[c] = Infinity;
  }
}

/** The time until the next need, exponential. */
const gap = (uniform: number, mean: number) => -Math.log(uniform) * mean;
