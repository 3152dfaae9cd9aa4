import { nounAfter, unitWords } from '../core/unit-words';

/** A number as a chart writes it: three digits, whole from a thousand to a trillion. */
export function figure(x: number): string {
  const isWhole = Math.abs(x) >= 1000 && Math.abs(x) < 1e12;
  const short = isWhole ? Math.round(x) : Number(x.toPrecision(3));
  return String(short).replaceAll('-', '−');
}

/** The same with its sign. */
export const signed = (x: number): string => (x > 0 ? `+${figure(x)}` : figure(x));

/** A share as percent; one that is not quite all is not called 100%. */
export function percent(share: number): string {
  const short = Number((100 * share).toPrecision(3));
  return share < 1 && short === 100 ? 'over 99.9%' : `${figure(short)}%`;
}

/** A quantity with its unit. */
export const quantity = (x: number, unit: string): string =>
  `${figure(x)} ${unitWords(nounAfter(figure(x), unit))}`;

/** The title of an axis. */
export const axisTitle = (what: string, unit: string): string => `${what} (${unitWords(unit)})`;

export const moneyTitle = (what: string, currency: string | undefined): string =>
  currency === undefined ? `${what} (as the revenue)` : axisTitle(what, currency);

/** An interval in brackets; nothing where there is none. */
export const between = (
  { low, high }: { readonly low: number | null; readonly high: number | null },
  write: (x: number) => string,
): string => (low === null || high === null ? '' : ` (${write(low)} to ${write(high)})`);

/** Words in a row: a, b and c. */
export function listed(words: readonly string[]): string {
  const first = words.slice(0, -1).join(', ');
  return [first, ...words.slice(-1)].filter(Boolean).join(' and ');
}

/** The day of an instant in UTC. */
export const dayOf = (at: Date): string => at.toISOString().replace(/T.*/, '');
