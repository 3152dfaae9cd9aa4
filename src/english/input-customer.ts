import * as z from 'zod/mini';
import { recordFor } from '../core/record-for';
import { clockOf } from '../core/time-zone';
import { loneDateSchema } from '../input/date';
import { once } from '../input/once';
import { readWith } from '../input/read-with';
import { refuse, refuseNumber, refuseOther } from '../input/refusal';
import { functionOf } from '../input/schemas';
import { atLeast } from '../numerics/nearly';
import { type CustomerPhrases, type Phrase, phraseNames } from './customer-phrases';
import type { Zone } from './formats';

const localeSchema = readWith((locale: string): string => {
  if (typeof locale === 'string' && isKnown(locale)) return locale;
  const code = typeof locale === 'string' ? 'unknown-name' : undefined;
  const expected = 'a language tag that this engine knows, such as en-GB';
  return refuse('', locale, expected, locale === undefined ? 'missing' : code);
});

/** An engine takes the host's locale in place of one that it has no data of. */
function isKnown(locale: string): boolean {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: the locale is given
    const { DateTimeFormat, NumberFormat, RelativeTimeFormat } = Intl;
    const known = [
      DateTimeFormat.supportedLocalesOf(locale),
      NumberFormat.supportedLocalesOf(locale),
      RelativeTimeFormat.supportedLocalesOf(locale),
    ];
    return known.every((locales) => locales.length === 1);
  } catch {
    return false;
  }
}

const namedZoneSchema = readWith((name: string): Zone => ({ name, clock: clockOf('', name) }));

const currencySchema = readWith((code: string): string => {
  if (typeof code === 'string' && /^[A-Z]{3}$/.test(code)) return code;
  const expected = 'a currency code of three capital letters, such as EUR';
  return refuse('', code, expected, typeof code === 'string' ? 'unknown-name' : 'wrong-type');
});

const phrasesSchema = once(() =>
  z.strictObject(
    recordFor(phraseNames, () => z.optional(functionOf<Phrase>('a function that returns text'))),
  ),
);

/** What is English unless given: with some phrases of another language it would mix the two. */
const needed = phraseNames.filter((name) => name !== 'day' && name !== 'within');

const isEnglish = (locale: string) => /^en(-|$)/i.test(locale);

interface OfLanguage {
  readonly locale: string;
  readonly phrases?: Partial<Record<keyof CustomerPhrases, unknown>> | undefined;
}
const wholeLanguage = z.check<OfLanguage>(({ value, issues }) => {
  const { locale, phrases } = value;
  if (!phrases || isEnglish(locale)) return;
  const [lacking] = needed.filter((name) => phrases[name] === undefined);
  if (lacking === undefined) return;
  const message = `a phrase of ${locale}, since others are given, and it would be English; spread englishPhrases before yours where you mean that. A whole set has ${needed.join(', ')}`;
  issues.push({ code: 'custom', input: value, path: ['phrases', lacking], message });
});

export const customerOptionsSchema = once(() =>
  z
    .strictObject({
      locale: localeSchema,
      zone: z.optional(namedZoneSchema),
      currency: z.optional(currencySchema),
      phrases: z.optional(phrasesSchema()),
    })
    .check(wholeLanguage),
);

export const dayOfSpeechSchema = z.optional(loneDateSchema);

/** A window of dates, the first no later than the last. */
export const dateWindowSchema = once(() =>
  z.pipe(
    z.object(
      {
        from: loneDateSchema,
        to: loneDateSchema,
        // Numbers are dates, too: those of a plan would be some in 1970.
        unit: z.optional(
          z.undefined('no unit beside two dates; within says a window of durations'),
        ),
      },
      'a window of two dates: { from, to }',
    ),
    readWith((window: { readonly from: Date; readonly to: Date }) => {
      const { from, to } = window;
      if (from <= to) return window;
      return refuse('to', to, `a date from ${from.toISOString()} on, as from is`, 'date-order');
    }),
  ),
);

const amountText = 'an amount of at least 0, such as plan.promise';
export const amountSchema = z.number(amountText).check(z.gte(0, amountText));

interface Amounts {
  readonly from: number;
  readonly to: number;
}
const inOrder = <Window extends Amounts>(window: Window): Window => {
  const { from, to } = window;
  return atLeast(to, from) ? window : refuse('to', to, `at least ${from}, as from is`);
};

/** A window of amounts, the first no more than the last. */
export const amountWindowSchema = once(() =>
  z.pipe(
    z.object({ from: amountSchema, to: amountSchema }, 'a window of two amounts: { from, to }'),
    readWith((window: Amounts) => inOrder(window)),
  ),
);

/** A promised duration, or a window of durations; a quote without a promise is none. */
export const durationSchema = readWith(
  (plan: {
    readonly promise?: number | null;
    readonly from?: number;
    readonly to?: number;
    readonly unit?: string;
    readonly deviations?: boolean | undefined;
  }) => {
    if (typeof plan !== 'object' || plan === null || Array.isArray(plan)) {
      const expected =
        "a plan, or what is needed of it: { promise: 45, unit: 'minutes' }, or { from, to, unit }";
      refuseOther('', plan, expected);
    }
    const { promise, from, to, unit, deviations } = plan;
    if (typeof unit !== 'string') {
      refuseOther('unit', unit, 'a unit of time such as minutes');
    }
    if (promise === null) {
      refuse('promise', null, 'a promise; this quote has none, and its reason says why', 'missing');
    }
    if (promise === undefined && from !== undefined) {
      // Around an appointment a window begins before it.
      const window = inOrder({ from: endAt('from', from), to: endAt('to', to), unit });
      return { ...window, isAround: deviations === true || window.from < 0, isWindow: true };
    }
    const amount = amountAt('promise', promise, deviations ? beforeText : undefined);
    return { from: amount, to: amount, unit, isAround: deviations === true, isWindow: false };
  },
);

function endAt(path: string, value: unknown): number {
  return typeof value === 'number' && value > -Infinity && value < 0
    ? value
    : amountAt(path, value);
}

const beforeText =
  'a number of at least 0; what is promised before the hour agreed is said by its date (dueDate and byTime)';

function amountAt(path: string, value: unknown, expected = 'a number of at least 0'): number {
  if (typeof value === 'number' && value >= 0 && value < Infinity) return value;
  return refuseNumber(path, value, expected);
}
