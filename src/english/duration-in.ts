import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import type { CustomerPhrases } from './customer-phrases';
import { numberFormat } from './formats';
import { type Amount, aheadOf, relativeFormat, type TimeUnit, unitFormat } from './unit-formats';

/** The units of time as `Intl` names them; those of open hours are the same, while it is open. */
const intlUnits: ReadonlyMap<string, TimeUnit> = new Map([
  ['seconds', 'second'],
  ['minutes', 'minute'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
]);
const openUnits: ReadonlyMap<string, TimeUnit> = new Map([
  ['open-minutes', 'minute'],
  ['open-hours', 'hour'],
]);

/** How amounts of a unit read in a locale, from one to another where they differ. */
interface DurationSaid {
  /** By themselves: '2 to 3 days'. */
  readonly alone: (from: number, to: number) => string;
  /** As what is to come: 'in 2 to 3 days', 'in 2 Tagen'. */
  readonly ahead: (from: number, to: number) => string;
}

/** How a unit reads in a locale, by phrases some of which are the caller's; refuses a unit that is none of time. */
export function durationIn(
  locale: string,
  unit: string,
  phrases: CustomerPhrases,
  isOwn: (name: keyof CustomerPhrases) => boolean,
): DurationSaid {
  const number = numberFormat(locale);
  const amountOf = (from: number, to: number): Amount => {
    const isWindow = compare(from, to) !== 0;
    const count = isWindow ? phrases.range(number(from), number(to)) : number(to);
    return { amount: to, count, isWindow };
  };
  const timed = (named: TimeUnit): DurationSaid => {
    const alone = unitFormat(locale, named);
    const ahead = relativeFormat(locale, named);
    return {
      alone: (from, to) => alone(amountOf(from, to)),
      ahead: (from, to) => {
        const amount = amountOf(from, to);
        return (isOwn('within') ? null : ahead(amount)) ?? phrases.within(alone(amount));
      },
    };
  };
  const open = openUnits.get(unit);
  if (open !== undefined) {
    const { alone, ahead } = timed(open);
    return {
      alone: (from, to) => phrases.openTime(alone(from, to)),
      ahead: (from, to) => phrases.openTime(ahead(from, to)),
    };
  }
  if (unit === 'business-days') {
    const alone = (from: number, to: number) => {
      const { amount, count, isWindow } = amountOf(from, to);
      return phrases.businessDays(count, !isWindow && compare(amount, 1) === 0);
    };
    const isLocal = isOwn('businessDays') && !isOwn('within');
    const within = isLocal ? (days: string) => `${aheadOf(locale)}${days}` : phrases.within;
    return { alone, ahead: (from, to) => within(alone(from, to)) };
  }
  const named = intlUnits.get(unit);
  if (named !== undefined) return timed(named);
  const known = [...intlUnits.keys(), ...openUnits.keys(), 'business-days'].join(', ');
  const expected = `a unit of time (${known}); amounts of money are said by atMost and betweenAmounts`;
  return refuse('plan.unit', unit, expected, 'unit-mismatch');
}
