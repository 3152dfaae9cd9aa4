/**
 * What sets groups apart: each has an offset of log durations and a spread, forgotten slowly and shrunken
 * towards all groups by as much as the groups differ no more than chance would have them
 * (random effects; DerSimonian & Laird 1986). The caller's first guess is one more group, of offset 0.
 */
export interface Group {
  /** Weights, their squares, weighted log durations and their squares, as of a clock. */
  weight: number;
  squares: number;
  sum: number;
  sumOfSquares: number;
  clock: number;
}

/** What is known over all groups. */
export interface Pool {
  /** The offset of a group that was never seen. */
  offset: number;
  /** How many orders of its own outweigh that. */
  worth: number;
  /** The variance of log durations within a group. */
  variance: number;
}

export interface GroupNumbers {
  readonly groupHalfLives: number;
  readonly guessWorth: number;
  readonly guessSpread: number;
  readonly spreadWorth: number;
}

/** A group that weighs less than this many orders is forgotten: beside a guess worth some orders it moves nothing. */
const negligible = 0.001;

export function noPool({ guessWorth, guessSpread }: GroupNumbers): Pool {
  return { offset: 0, worth: guessWorth, variance: guessSpread * guessSpread };
}

export function newGroup(clock: number): Group {
  return { weight: 0, squares: 0, sum: 0, sumOfSquares: 0, clock };
}

/** The weight that is left of a group. */
function left({ weight, clock }: Group, now: number, { groupHalfLives }: GroupNumbers): number {
  return weight * 2 ** ((clock - now) / groupHalfLives);
}

/** Adds the log duration of an order, less what its estimate and the surge explain. */
export function learnGroup(group: Group, log: number, clock: number, n: GroupNumbers): void {
  const keep = 2 ** ((group.clock - clock) / n.groupHalfLives);
  group.weight = group.weight * keep + 1;
  group.squares = group.squares * keep * keep + 1;
  group.sum = group.sum * keep + log;
  group.sumOfSquares = group.sumOfSquares * keep + log * log;
  group.clock = clock;
}

const meanOf = ({ sum, weight }: Group) => sum / weight;
const varianceOf = (group: Group) =>
  Math.max(0, group.sumOfSquares / group.weight - meanOf(group) ** 2);

/** The offset of a group, and its spread as a multiple of the common one. */
export function effectsOf(
  group: Group | undefined,
  pool: Pool,
  clock: number,
  numbers: GroupNumbers,
): readonly [offset: number, stretch: number] {
  if (group === undefined) return [pool.offset, 1];
  const n = left(group, clock, numbers);
  const offset = (n * meanOf(group) + pool.worth * pool.offset) / (n + pool.worth);
  const { spreadWorth } = numbers;
  const variance = (n * varianceOf(group) + spreadWorth * pool.variance) / (n + spreadWorth);
  return [offset, Math.sqrt(variance / pool.variance)];
}

/** Pools the groups anew and forgets those that hardly weigh. */
export function pooled(groups: Map<string, Group>, clock: number, numbers: GroupNumbers): Pool {
  const { guessWorth, guessSpread, groupHalfLives } = numbers;
  const sizes: number[] = [];
  const means: number[] = [];
  let within = guessWorth * guessSpread * guessSpread;
  let freedom = guessWorth;
  for (const [name, group] of groups) {
    const weight = left(group, clock, numbers);
    if (weight < negligible) groups.delete(name);
    else {
      const n = (group.weight * group.weight) / group.squares;
      sizes.push(n);
      means.push(meanOf(group));
      freedom += weight * (1 - 1 / n);
      within += weight * varianceOf(group);
    }
  }
  const variance = within / freedom;
  const guess = guessWorth * 2 ** (-clock / groupHalfLives);
  if (guess >= negligible) {
    sizes.push(guess);
    means.push(0);
  }
  const between = betweenVariance(sizes, means, variance);
  let total = 0;
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) {
    const weight = 1 / (between + variance / (sizes[i] as number));
    total += weight;
    sum += weight * (means[i] as number);
  }
  return { offset: sum / total, worth: variance / between, variance };
}

/**
 * Groups are taken to differ by at least this share of the variance within them, so that with a hundred orders of its
 * own a group counts as much as all others do, however alike groups have been so far.
 */
const leastBetween = 1 / 100;

/** The variance between groups, by moments. */
function betweenVariance(sizes: readonly number[], means: readonly number[], variance: number) {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i] as number;
    n += size;
    sum += size * (means[i] as number);
    squares += size * size;
  }
  const mean = sum / n;
  let scatter = 0;
  for (let i = 0; i < sizes.length; i++) {
    scatter += (sizes[i] as number) * ((means[i] as number) - mean) ** 2;
  }
  const found = (scatter - (sizes.length - 1) * variance) / (n - squares / n);
  return found > leastBetween * variance ? found : leastBetween * variance;
}
