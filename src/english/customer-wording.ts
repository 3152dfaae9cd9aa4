import { checkUnits, type DateInput, loneDateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import { type CustomerPhrases, englishPhrases, type OwnPhrases } from './customer-phrases';
import { datesSaid } from './dates-said';
import { durationIn } from './duration-in';
import { moneyFormat } from './formats';
import {
  amountSchema,
  amountWindowSchema,
  customerOptionsSchema,
  dateWindowSchema,
  dayOfSpeechSchema,
  durationSchema,
} from './input-customer';
import { spoken } from './spoken';

/** For whom it is said; nothing is taken from the host. */
export interface CustomerWordingOptions {
  /** A language tag such as `en-GB` or `de-AT`, by which numbers and dates are formatted. */
  readonly locale: string;
  /** The IANA zone whose clock the customer reads; needed for dates and times. */
  readonly zone?: string | undefined;
  /** A currency code such as `EUR`; needed for amounts. */
  readonly currency?: string | undefined;
  /** Phrases in place of the English ones; of another language all but `day` and `within`. */
  readonly phrases?: OwnPhrases | undefined;
}

/**
 * What to say to a customer, as parts of a sentence. Where a moment is given as `asOf`, when it is said, what lies on the
 * same day is said without the day, and what lies in another year with the year.
 */
export interface CustomerWording {
  /** 'by Thursday, 5 December'; midnight belongs to the day that it ends. */
  readonly byDay: (due: DateInput, asOf?: DateInput) => string;
  /** 'by 18:40', or 'by 18:40 on Thursday, 5 December'; seconds count as a whole minute. */
  readonly byTime: (due: DateInput, asOf?: DateInput) => string;
  /** 'between Thursday, 5 December and Saturday, 7 December', or 'on Thursday, 5 December'. */
  readonly betweenDays: (window: DateWindow, asOf?: DateInput) => string;
  /** 'between 18:40 and 19:00', to full minutes outwards. */
  readonly betweenTimes: (window: DateWindow, asOf?: DateInput) => string;
  /**
   * 'in 45 minutes', 'in 40 to 60 minutes', of a plan, a window or a quote; not rounded. Of `deviations` from an appointment
   * 'at most 60 minutes late', 'between 30 minutes early and 150 minutes late'; a promise before the hour agreed is refused,
   * and said by its date.
   */
  readonly within: (plan: DurationSaid) => string;
  /** 'at most €499', up to the next cent. */
  readonly atMost: (amount: number) => string;
  /** 'between €400 and €499', or '€499' where both are the same. */
  readonly betweenAmounts: (window: { readonly from: number; readonly to: number }) => string;
}

/** @inline */
interface DateWindow {
  readonly from: DateInput;
  readonly to: DateInput;
}

/** @inline */
type DurationSaid = { readonly unit: string; readonly deviations?: boolean | undefined } & (
  | { readonly promise: number | null }
  | { readonly from: number; readonly to: number }
);

/**
 * Words promises for one customer: dates and times on the clock of their zone, durations, amounts of money. Numbers, dates,
 * currencies and durations to come ('in 2 Tagen') follow the locale; the phrases around them are English, and each is a function
 * that you can replace. Whoever replaces some of them in another language than English replaces all that would mix the two.
 *
 * Spaces within figures are plain ones, whatever the engine puts there. A time that the clock shows twice, since it is set
 * back, is said with its offset. What is said is never harder to keep than the promise: minutes and cents are rounded outwards.
 *
 * @throws InvalidInputError `unknown-name` for a locale that the engine has no data of, a zone or a currency that is none;
 *   `missing` for a phrase that would be English among others of another language;
 *   from the functions it gives: `missing` where the zone or the currency is needed, or a quote has no promise,
 *   `out-of-range` for a window that ends before it starts, `unit-mismatch` for a duration in a unit that is none of time
 * @example
 * ```ts
 * import { customerWording } from 'overdeliver/english';
 *
 * const say = customerWording({ locale: 'en-GB', zone: 'Europe/Berlin', currency: 'EUR' });
 * const ordered = '2024-12-03T16:55:00Z';
 * `Arrives ${say.byDay('2024-12-05T17:00:00Z')}`; // => 'Arrives by Thursday, 5 December'
 * say.byTime('2024-12-03T17:40:00Z', ordered); // => 'by 18:40'
 * say.betweenTimes({ from: '2024-12-03T17:40:00Z', to: '2024-12-03T18:00:00Z' }, ordered);
 * // => 'between 18:40 and 19:00'
 * say.within({ promise: 45, unit: 'minutes' }); // => 'in 45 minutes'
 * say.atMost(499); // => 'at most €499'
 * customerWording({ locale: 'de-DE', currency: 'EUR' }).atMost(499); // => 'at most 499 €'
 * ```
 */
export function customerWording(options: CustomerWordingOptions): CustomerWording {
  return door('customerWording', () => {
    const {
      locale,
      zone,
      currency,
      phrases: own,
    } = read(customerOptionsSchema, options, 'options');
    const phrases = spoken(own);
    const isOwn = (name: keyof CustomerPhrases) =>
      own?.[name] !== undefined && own[name] !== englishPhrases[name];
    const dates = once(() => datesSaid(locale, zone ?? lacking('zone', 'Europe/Berlin'), phrases));
    const money = once(() => moneyFormat(locale, currency ?? lacking('currency', 'EUR')));
    const open = <T>(name: string, body: () => T) => door(`wording.${name}`, body);
    const asOfBeside = (day: DateInput | undefined, ...dates: readonly [string, Date][]) => {
      const asOf = read(dayOfSpeechSchema, day, 'asOf');
      checkUnits([...dates, ['asOf', asOf ?? null]]);
      return asOf?.getTime();
    };
    const dateRead = (given: DateInput, day: DateInput | undefined) => {
      const due = read(loneDateSchema, given, 'due');
      return [due.getTime(), asOfBeside(day, ['due', due])] as const;
    };
    const windowRead = (window: DateWindow, day: DateInput | undefined) => {
      const { from, to } = read(dateWindowSchema, window, 'window');
      const asOf = asOfBeside(day, ['window.from', from], ['window.to', to]);
      return [from.getTime(), to.getTime(), asOf] as const;
    };
    return {
      byDay: (due, asOf) => open('byDay', () => dates().byDay(...dateRead(due, asOf))),
      byTime: (due, asOf) => open('byTime', () => dates().byTime(...dateRead(due, asOf))),
      betweenDays: (window, asOf) =>
        open('betweenDays', () => dates().betweenDays(...windowRead(window, asOf))),
      betweenTimes: (window, asOf) =>
        open('betweenTimes', () => dates().betweenTimes(...windowRead(window, asOf))),
      within: (plan) =>
        open('within', () => {
          const { from, to, unit, isAround, isWindow } = read(durationSchema, plan, 'plan');
          const { alone, ahead } = durationIn(locale, unit, phrases, isOwn);
          if (!isAround) return ahead(from, to);
          const end = (x: number) =>
            x < 0 ? phrases.early(alone(-x, -x)) : phrases.late(alone(x, x));
          if (!isWindow) return phrases.atMost(end(to));
          return compare(from, to) === 0 ? end(to) : phrases.between(end(from), end(to));
        }),
      atMost: (amount) =>
        open('atMost', () => phrases.atMost(money()(read(amountSchema, amount, 'amount'), 'up'))),
      betweenAmounts: (window) =>
        open('betweenAmounts', () => {
          const { from, to } = read(amountWindowSchema, window, 'window');
          const [least, most] = [money()(from, 'down'), money()(to, 'up')];
          return least === most ? most : phrases.between(least, most);
        }),
    };
  });
}

const lacking = (option: string, example: string): never =>
  refuse(`options.${option}`, undefined, `the customer's ${option}, such as ${example}`, 'missing');
