import fc from 'fast-check';

/** Runs a property on the same examples every time. */
export function holds<Args extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Args>,
  numRuns = 300,
): void {
  fc.assert(property, { seed: 20_260_308, numRuns });
}
