type Mapped<T, D> = T extends Date ? D : T extends object ? { [K in keyof T]: Mapped<T[K], D> } : T;

/** A deep copy of a plain record in which every date is mapped, and nothing is undefined. */
export function mapDates<T extends object, D>(record: T, map: (date: Date) => D): Mapped<T, D> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (value instanceof Date) copy[key] = map(value);
    else if (typeof value === 'object') copy[key] = mapDates(value, map);
    else if (value !== undefined) copy[key] = value;
  }
  return copy as Mapped<T, D>;
}
