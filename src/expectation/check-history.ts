import { refuse } from '../input/refusal';

/** A history whose dates were read. */
export interface HistoryRead {
  readonly firstPurchase: Date | null;
  readonly uses: readonly Date[];
}

/** Where a history and the date at which it was known stand in what was given, and where later uses belong. */
interface Places {
  readonly history: string;
  readonly asOf: { readonly path: string; readonly name: string };
  readonly later: string;
}

/** The dates of a history, by where they stand. */
export const historyDates = (path: string, { firstPurchase, uses }: HistoryRead) => [
  [`${path}.firstPurchase`, firstPurchase] as const,
  ...uses.map((use, i) => [`${path}.uses[${i}]`, use] as const),
];

/** Refuses a use without a purchase, and dates out of order: uses follow the first purchase, and nothing was known later. */
export function checkHistory({ firstPurchase, uses }: HistoryRead, asOf: Date, at: Places): void {
  const firstPath = `${at.history}.firstPurchase`;
  if (firstPurchase === null) {
    if (uses.length === 0) return;
    refuse(firstPath, null, 'a date, since there are uses', 'missing');
  }
  const bought = `a date on or after the first purchase (${firstPurchase.toISOString()})`;
  if (asOf < firstPurchase) {
    const expected = `${bought}; for someone who had not bought by then, firstPurchase: null`;
    refuse(at.asOf.path, asOf, expected, 'date-order');
  }
  for (const [i, use] of uses.entries()) {
    const path = `${at.history}.uses[${i}]`;
    if (use < firstPurchase) refuse(path, use, bought, 'date-order');
    if (use > asOf) {
      const expected = `a date up to ${at.asOf.name} (${asOf.toISOString()})${at.later}`;
      refuse(path, use, expected, 'date-order');
    }
  }
}
