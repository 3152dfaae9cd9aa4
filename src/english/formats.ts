import { dayMs, lastTime, minuteMs } from '../core/time-units';
import { offsetAt, wallAt, type ZoneClock } from '../core/zone-clock';
import { compare } from '../numerics/nearly';

// biome-ignore lint/style/noRestrictedGlobals: a type
type DateOptions = Intl.DateTimeFormatOptions;
// biome-ignore lint/style/noRestrictedGlobals: a type
type NumberOptions = Intl.NumberFormatOptions;

/** Engines differ in the spaces they put into a figure, and all of these look alike. */
export const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

/** A time zone by its name, and its clock. */
export interface Zone {
  readonly name: string;
  readonly clock: ZoneClock;
}

/** What a locale makes of dates, in a zone; dates are milliseconds since 1970. */
export interface DateFormats {
  readonly weekday: (at: number) => string;
  readonly date: (at: number, withYear: boolean) => string;
  /** With the offset where the clock shows the same time twice. */
  readonly time: (at: number) => string;
}

export function dateFormats(locale: string, { name, clock }: Zone): DateFormats {
  const format = (options: DateOptions) => {
    // biome-ignore lint/style/noRestrictedGlobals: locale and zone are both given
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: name });
    return (at: number) => plain(made.format(at));
  };
  const weekday = format({ weekday: 'long' });
  const date = format({ day: 'numeric', month: 'long' });
  const dated = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ timeStyle: 'short' });
  // biome-ignore lint/style/noRestrictedGlobals: locale and zone are both given
  const offsets = new Intl.DateTimeFormat(locale, { timeZoneName: 'shortOffset', timeZone: name });
  const offset = (at: number) =>
    plain(offsets.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
  return {
    weekday,
    date: (at, withYear) => (withYear ? dated : date)(at),
    time: (at) => (isShownTwice(clock, at) ? `${time(at)} ${offset(at)}` : time(at)),
  };
}

/** Whether the clock shows at another moment what it shows now: it was set back, or will be. */
function isShownTwice(clock: ZoneClock, at: number): boolean {
  const wall = wallAt(clock, at);
  return [wall - dayMs, wall + dayMs].some((near) => {
    const other = wall - offsetAt(clock, near);
    return other !== at && wallAt(clock, other) === wall;
  });
}

/** The year that a zone's calendar shows. */
export const yearAt = (clock: ZoneClock, at: number) =>
  new Date(wallAt(clock, at)).getUTCFullYear();

/** When the clock shows a full minute, on the side that is easier to keep: once it was seconds off those of UTC. */
export function fullMinute(clock: ZoneClock, at: number, side: 'up' | 'down'): number {
  const over = ((wallAt(clock, at) % minuteMs) + minuteMs) % minuteMs;
  const full = side === 'up' ? at + minuteMs - over : Math.max(at - over, -lastTime);
  // Where the clock changes on the way, it need not show one there.
  return over === 0 || full === at ? at : fullMinute(clock, full, side);
}

/** What a locale makes of numbers; as many digits as tell a promise from another. */
export function numberFormat(locale: string): (value: number) => string {
  // biome-ignore lint/style/noRestrictedGlobals: the locale is given
  const made = new Intl.NumberFormat(locale, { maximumSignificantDigits: 12 });
  return (value) => plain(made.format(value + 0));
}

/** Amounts of a currency, in as many decimals as it has, or none where they are whole; rounded on the side given. */
export function moneyFormat(locale: string, currency: string) {
  const format = (options: NumberOptions) =>
    // biome-ignore lint/style/noRestrictedGlobals: the locale is given
    new Intl.NumberFormat(locale, { style: 'currency', currency, ...options });
  const exact = format({});
  const whole = format({ minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const perUnit = 10 ** (exact.resolvedOptions().maximumFractionDigits ?? 2);
  return (amount: number, side: 'up' | 'down'): string => {
    if (!Number.isFinite(amount * perUnit)) return plain(whole.format(amount));
    const nearest = Math.round(amount * perUnit) / perUnit;
    const rounded =
      (side === 'up' ? Math.ceil(amount * perUnit) : Math.floor(amount * perUnit)) / perUnit;
    const said = compare(nearest, amount) === 0 ? nearest : rounded;
    return plain((Number.isInteger(said) ? whole : exact).format(said + 0));
  };
}
