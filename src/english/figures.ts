import { nounAfter, unitWords } from '../core/unit-words';
import { compare } from '../numerics/nearly';

/**
 * A figure in plain English, as its place in a phrase asks for: `as` is `-`, `%`, `$`, `!` or nothing. In as many digits as
 * tell it from the others that the phrase sets it beside.
 */
export function shown(value: unknown, as = '', others: readonly unknown[] = []): string {
  if (Array.isArray(value)) return value.map((one) => shown(one, '', others)).join(' to ');
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'number') return String(value);
  // Cents; amounts in all digits but those that are rounding; the rest as people say it.
  if (as === '$') return (value / 100).toFixed(2);
  if (as === '!') return String(toDigits(value, most));
  if (as === '%') return `${percent(value, others)}%`;
  const number = as === '-' ? Math.abs(value) : value;
  return String(saidApart(number, others, said));
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

/** As people say numbers. */
const usual = 3;
/** Beyond these there is rounding alone. */
const most = 12;

const toDigits = (value: number, digits: number) => Number(value.toPrecision(digits));

/** To the unit at least. */
const said = (value: number, digits: number) =>
  Math.abs(value) < 10 ** digits ? toDigits(value, digits) : Math.round(value);

/** A number in as few digits as tell it from others that it does not equal. */
function saidApart(value: number, others: readonly unknown[], say: typeof said): number {
  const apart = others.flat().filter((one) => typeof one === 'number' && compare(one, value) !== 0);
  for (let digits = usual; ; digits++) {
    const now = say(value, digits);
    if (digits >= most || !apart.some((one) => say(one as number, digits) === now)) return now;
  }
}

const inPercent = (share: number, digits: number) => toDigits(100 * share, digits);

/** With as many digits as tell it from a whole. */
function percent(share: number, others: readonly unknown[]): number {
  let now = saidApart(share, others, inPercent);
  for (let digits = usual; share !== 1 && now === 100; digits++) now = inPercent(share, digits);
  return now;
}
