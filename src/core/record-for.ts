/** A record that holds a value for each of some names. */
export function recordFor<Name extends string, Value>(
  names: readonly Name[],
  valueFor: (name: Name, place: number) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name, i) => [name, valueFor(name, i)])) as Record<
    Name,
    Value
  >;
}
