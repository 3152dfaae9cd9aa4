import { type Capability, capabilityFromQuantiles } from 'overdeliver/capability';

/** Outcomes spread evenly between two quantities. */
export function evenly(from: number, to: number, unit = 'days'): Capability {
  return capabilityFromQuantiles(
    [
      { p: 0, value: from },
      { p: 1, value: to },
    ],
    { unit },
  );
}

export const asOf = new Date('2026-03-06T10:00:00Z');
export const contact = { zone: 'Europe/Berlin' };

/** Days of 2026 on which the clocks of some zone change (tz database). */
export const clockChanges = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];
