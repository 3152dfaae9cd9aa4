/** The units a live promiser speaks: all of a fixed length, a day being 24 hours. */
export type LiveUnit = 'minutes' | 'hours' | 'days';

/** The unit of what a promiser says: of open time where it has a calendar. */
export function unitOf({
  unit,
  calendar,
}: {
  readonly unit: LiveUnit;
  readonly calendar: object | null;
}): string {
  return calendar === null ? unit : `open-${unit}`;
}
