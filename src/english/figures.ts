import { nounAfter, unitWords } from '../core/unit-words';

/** A figure in plain English: as its place in a phrase asks for, `as` being `-`, `%`, `$`, `!` or nothing. */
export function shown(value: unknown, as = ''): string {
  if (Array.isArray(value)) return value.map((one) => shown(one)).join(' to ');
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'number') return String(value);
  // Cents; amounts in all digits but those that are rounding; the rest as people say it.
  if (as === '$') return (value / 100).toFixed(2);
  if (as === '!') return String(toDigits(value, 12));
  if (as === '%') return `${percent(value)}%`;
  const number = as === '-' ? Math.abs(value) : value;
  return String(Math.abs(number) < 1000 ? toDigits(number, 3) : Math.round(number));
}

/** A figure with what it counts: 1 day, 2 business days. */
export const amount = (figure: string, unit: string): string =>
  `${figure} ${unitWords(nounAfter(figure, unit))}`;

/** A time around an appointment: 30 minutes before, 150 minutes after. */
export const around = (time: number, unit: string, as = ''): string =>
  `${amount(shown(Math.abs(time), as), unit)} ${time < 0 ? 'before' : 'after'}`;

/** How often a share of promises is: of the time, where they are times; a bill is kept or not. */
export function shared(share: number, unit?: string): string {
  return inCases(`${shown(share, '%')} of the time`, unit);
}

/** A text that speaks of shares of the time, in words for a unit that may be none. */
export function inCases(text: string, unit?: string): string {
  if (unit === undefined || timeUnit.test(unit)) return text;
  return text.replace(/((?:\{\w+%\})|[\d.]+%) of the time/g, 'in $1 of cases');
}

const timeUnit =
  /^(open-|business-)?(seconds?|minutes?|hours?|days?|weeks?|months?|s|sec|min|h|d)$/i;

const toDigits = (value: number, digits: number) => Number(value.toPrecision(digits));

/** With as many digits as tell it from a whole. */
function percent(share: number): number {
  // As people say it, but for what would become 100%.
  let digits = 3;
  while (share !== 1 && toDigits(100 * share, digits) === 100) digits++;
  return toDigits(100 * share, digits);
}
