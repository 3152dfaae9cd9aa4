import { justBelow } from '../numerics/nearly';
import { plain } from './formats';

/** A unit of time as `Intl` names it. */
export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week';

/** An amount, as `count` says it; of a window that is its end, and the count names both. */
export interface Amount {
  readonly amount: number;
  readonly count: string;
  readonly isWindow: boolean;
}

/** Amounts of a unit as a locale says them by themselves: '2 days'. */
export function unitFormat(locale: string, unit: TimeUnit) {
  // Rounding does not show in twelve digits.
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumSignificantDigits: 12 } as const;
  // biome-ignore lint/style/noRestrictedGlobals: the locale is given
  const made = new Intl.NumberFormat(locale, style);
  return ({ amount, count, isWindow }: Amount): string => {
    const whole = plain(made.format(amount + 0));
    return (
      counted(made.formatToParts(amount + 0), count) ?? (isWindow ? `${count} ${whole}` : whole)
    );
  };
}

/**
 * The same of what is to come, in the words and the case that the locale has for it: 'in 2 days', 'in 2 Tagen'. Null of a
 * window whose count finds no place, as where a language has one word for two days.
 */
export function relativeFormat(locale: string, unit: TimeUnit) {
  // biome-ignore lint/style/noRestrictedGlobals: the locale is given
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  // It counts in thousandths: a touch above 1 is more than one.
  const nearly = (amount: number) =>
    Number.isInteger(amount) ? amount + 0 : Math.ceil(justBelow(amount) * 1000) / 1000 + 0;
  return ({ amount, count, isWindow }: Amount): string | null => {
    const parts = made.formatToParts(nearly(amount), unit);
    return counted(parts, count) ?? (isWindow ? null : plain(made.format(nearly(amount), unit)));
  };
}

/** What a locale puts before amounts of days that are to come, as 'in '; nothing where it puts its words behind. */
export function aheadOf(locale: string): string {
  // biome-ignore lint/style/noRestrictedGlobals: the locale is given
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const [first] = made.formatToParts(5, 'day');
  return first?.type === 'literal' ? plain(first.value) : '';
}

interface Part {
  readonly type: string;
  readonly value: string;
}

/** A text with the count in place of its figures; null without any. */
function counted(parts: readonly Part[], count: string): string | null {
  const isFigure = ({ type }: Part) => type !== 'literal' && type !== 'unit';
  const first = parts.findIndex(isFigure);
  if (first < 0) return null;
  const last = parts.length - [...parts].reverse().findIndex(isFigure);
  const text = (some: readonly Part[]) => plain(some.map(({ value }) => value).join(''));
  return `${text(parts.slice(0, first))}${count}${text(parts.slice(last))}`;
}
