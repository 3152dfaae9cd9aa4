import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import type { CustomerPhrases } from './customer-phrases';
import { numberFormat } from './formats';

/** The units of time as `Intl` names them; those of open hours are the same, while it is open. */
const intlUnits: Readonly<Record<string, string>> = {
  seconds: 'second',
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  weeks: 'week',
};
const openUnits: Readonly<Record<string, string>> = {
  'open-minutes': 'minute',
  'open-hours': 'hour',
};

/** How an amount of a unit reads in a locale; refuses a unit that is none of time. */
export function durationIn(
  locale: string,
  unit: string,
  phrases: Pick<CustomerPhrases, 'openTime' | 'businessDays'>,
): (amount: number) => string {
  const open = Object.hasOwn(openUnits, unit) ? openUnits[unit] : undefined;
  if (open !== undefined) {
    const format = numberFormat(locale, open);
    return (amount) => phrases.openTime(format(amount));
  }
  if (unit === 'business-days') {
    const format = numberFormat(locale);
    return (amount) => phrases.businessDays(format(amount), compare(amount, 1) === 0);
  }
  if (Object.hasOwn(intlUnits, unit)) return numberFormat(locale, intlUnits[unit]);
  const known = [...Object.keys(intlUnits), ...Object.keys(openUnits), 'business-days'].join(', ');
  const expected = `a unit of time (${known}); amounts of money are said by atMost and betweenAmounts`;
  return refuse('plan.unit', unit, expected, 'unit-mismatch');
}
