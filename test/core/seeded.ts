import fc from 'fast-check';

/** Mutation testing runs each property a hundred thousand times over: there a few examples, and no search for the least. */
const mutated = process.env.MUTATION_RUN ? { most: 25, endOnFailure: true } : undefined;

/** Runs a property on the same examples every time. */
export function holds<Args extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Args>,
  numRuns = 100,
): void {
  fc.assert(property, {
    seed: 20_260_308,
    numRuns: Math.min(numRuns, mutated?.most ?? numRuns),
    endOnFailure: mutated?.endOnFailure ?? false,
  });
}
