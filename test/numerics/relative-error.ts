/** How far a number lies from the wanted one, as a share of the wanted one. */
export function relativeError(got: number, wanted: number): number {
  return got === wanted ? 0 : Math.abs(got - wanted) / Math.abs(wanted);
}
