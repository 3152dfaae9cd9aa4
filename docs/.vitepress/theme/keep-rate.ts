/**
 * What plans a promise for the slider of the quick start: two rooms of the library, not its whole. A file of its own, since
 * VitePress loads beforehand what a page imports, and a page that is only read should not load it.
 */
export async function planner(minutes: readonly number[]) {
  const [{ capabilityFromSamples }, { planPromise }] = await Promise.all([
    import('overdeliver/capability'),
    import('overdeliver/promise'),
  ]);
  const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
  return (keepRate: number) => planPromise(kitchen, { keepRate });
}
