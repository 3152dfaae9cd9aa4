/** A number to three digits, but to the unit at least: 0.0012, 0.12, 4.57, 1234. */
export function shown(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size < 0.1) return String(Number(value.toPrecision(2)));
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return String(Number(value.toFixed(decimals)));
}

/** A share as percent, to a tenth; 100% and 0% only where it is that exactly. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) return '–';
  const rounded = (100 * share).toFixed(1);
  if (rounded === '100.0' && share < 1) return '>99.9%';
  if (rounded === '0.0' && share > 0) return '<0.1%';
  return `${rounded.replace(/\.0$/, '')}%`;
}

/** A number with its digits in groups. */
export const counted = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A number with what it counts: 1 day, 2 days. */
export function amountOf(value: number | null | undefined, unit: string): string {
  const text = shown(value);
  return `${text} ${text === '1' ? unit.replace(/s$/, '') : unit}`;
}

/** What was thrown, in the library's own words. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** A number as the comment behind a line of code: four digits, or all of a whole number. */
export function asResult(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const decimals = 3 - Math.floor(Math.log10(Math.abs(value)));
  const text = value.toFixed(Math.min(12, Math.max(1, decimals)));
  // At least one decimal: a whole number would have to be exact.
  return text.replace(/(\.\d+?)0+$/, '$1');
}
