import { capabilityFromSamples, planPromise, planWindow } from 'overdeliver';
import { dueWindow } from 'overdeliver/calendar';
import { type CustomerWordingOptions, customerWording, englishPhrases } from 'overdeliver/english';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const berlin: CustomerWordingOptions = {
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  currency: 'EUR',
};
const say = customerWording(berlin);
const inLocale = (locale: string, more: Partial<CustomerWordingOptions> = {}) =>
  customerWording({ ...berlin, locale, ...more });
const at = (text: string) => new Date(text);

describe('a day', () => {
  it('is said by its weekday and date, on the clock of the zone', () => {
    expect(say.byDay(at('2024-12-05T17:00:00Z'))).toBe('by Thursday, 5 December');
    expect(say.byDay(at('2024-12-05T23:30:00Z'))).toBe('by Friday, 6 December');
    const apia = inLocale('en-GB', { zone: 'Pacific/Apia' });
    expect(apia.byDay(at('2024-12-05T17:00:00Z'))).toBe('by Friday, 6 December');
  });

  it('is the one that midnight ends, not the one that it begins', () => {
    expect(say.byDay(at('2024-12-05T23:00:00Z'))).toBe('by Thursday, 5 December');
    expect(say.byDay(at('2024-12-05T23:00:00.001Z'))).toBe('by Friday, 6 December');
  });

  it('at either end of all dates is said', () => {
    expect(inLocale('en-GB', { zone: 'UTC' }).byDay(-8.64e15)).toBe('by Tuesday, 20 April');
    expect(inLocale('en-GB', { zone: 'UTC' }).byTime(8.64e15)).toBe(
      'by 00:00 on Saturday, 13 September',
    );
  });

  it('has its year where it is said in another', () => {
    const due = at('2025-01-02T12:00:00Z');
    const there = customerWording(berlin);
    expect(there.byDay(due, at('2024-12-30T12:00:00Z'))).toBe('by Thursday, 2 January 2025');
    expect(there.byDay(due, at('2025-01-01T12:00:00Z'))).toBe('by Thursday, 2 January');
    // New Year's Eve in UTC is New Year's Day in Berlin.
    expect(there.byDay(due, at('2024-12-31T23:30:00Z'))).toBe('by Thursday, 2 January');
  });

  it('takes each form of a date', () => {
    const due = Date.UTC(2024, 11, 5, 17);
    const forms = [due, '2024-12-05T18:00:00+01:00', { epochMilliseconds: due }];
    for (const form of forms) expect(say.byDay(form)).toBe('by Thursday, 5 December');
  });

  it('may be a window of days, or one', () => {
    const window = { from: at('2024-12-05T08:00:00Z'), to: at('2024-12-07T17:00:00Z') };
    expect(say.betweenDays(window)).toBe('between Thursday, 5 December and Saturday, 7 December');
    expect(say.betweenDays({ ...window, to: at('2024-12-05T23:00:00Z') })).toBe(
      'on Thursday, 5 December',
    );
    expect(say.betweenDays({ from: window.from, to: window.from })).toBe('on Thursday, 5 December');
    const midnight = at('2024-12-05T23:00:00Z');
    expect(say.betweenDays({ from: midnight, to: midnight })).toBe('on Friday, 6 December');
  });
});

describe('a window around an appointment', () => {
  it.each<[number, number, string]>([
    [-30, 150, 'between 30 minutes early and 150 minutes late'],
    [-60, -30, 'between 60 minutes early and 30 minutes early'],
    [-30, -30, '30 minutes early'],
    [-5, 0, 'between 5 minutes early and 0 minutes late'],
  ])('from %d to %d', (from, to, text) => {
    expect(say.within({ from, to, unit: 'minutes' })).toBe(text);
  });

  it('is known from the plan, and a promise is said as what is late at most', () => {
    const off = [-10, -5, 0, 0, 5, 10, 15, 20, 30, 45, 60, 75];
    const visits = capabilityFromSamples(off, { unit: 'minutes', deviations: true });
    const plan = planPromise(visits, { keepRate: 0.8 });
    expect(say.within(plan)).toBe('at most 60 minutes late');
    const own = inLocale('en-GB', { phrases: { late: (time) => `${time} after ten` } });
    expect(own.within({ promise: 60, unit: 'minutes', deviations: true })).toBe(
      'at most 60 minutes after ten',
    );
    const late = planWindow(visits, { late: 0.2, early: 0.7 });
    expect(say.within(late)).toBe('between 30 minutes late and 60 minutes late');
    const before = planPromise(visits, { keepRate: 0.1 });
    const refused = refusal(() => say.within(before));
    expect(refused).toMatchObject({ code: 'out-of-range', path: 'plan.promise' });
    expect(refused.expected).toContain('byTime');
  });

  it('may be counted while it is open, or in business days', () => {
    const early = (unit: string) => say.within({ from: -30, to: -30, unit });
    expect(early('open-minutes')).toBe('30 minutes of opening time early');
    expect(early('business-days')).toBe('30 business days early');
  });

  it('goes from dueWindow into betweenTimes as it is', () => {
    const window = dueWindow({ zone: 'Europe/Berlin' }, at('2024-12-05T09:00:00Z'), {
      from: -30,
      to: 150,
      unit: 'minutes',
    });
    expect(say.betweenTimes(window)).toBe('between 09:30 and 12:30 on Thursday, 5 December');
  });
});

describe('a time', () => {
  const asOf = at('2024-12-05T16:55:00Z');

  it('is said alone on the day on which it is said, and with its day else', () => {
    const due = at('2024-12-05T17:40:00Z');
    expect(say.byTime(due, asOf)).toBe('by 18:40');
    expect(say.byTime(due)).toBe('by 18:40 on Thursday, 5 December');
    expect(say.byTime(due, at('2024-12-04T22:59:00Z'))).toBe('by 18:40 on Thursday, 5 December');
    expect(say.byTime(due, at('2024-12-04T23:00:00Z'))).toBe('by 18:40');
  });

  it('is a full minute of the clock, also where that was seconds off UTC', () => {
    // Monrovia was 44 minutes and 30 seconds behind until 1972-01-07, when midnight became 00:44:30.
    const monrovia = inLocale('en-GB', { zone: 'Africa/Monrovia' });
    const noon = '1960-01-01T12:00:00Z'; // 11:15:30
    expect(monrovia.byTime(noon, noon)).toBe('by 11:16');
    const from = '1960-01-01T11:59:40Z';
    expect(monrovia.betweenTimes({ from, to: noon }, noon)).toBe('between 11:15 and 11:16');
    const change = '1972-01-07T00:44:20Z';
    expect(monrovia.byTime(change)).toBe('by 00:45 on Friday, 7 January');
    const first = monrovia.betweenTimes({ from: new Date(-8.64e15), to: new Date(-8.64e15) });
    expect(first).toMatch(/^(at|between) /);
    const dublin = inLocale('en-GB', { zone: 'Europe/Dublin' });
    expect(dublin.byTime('1915-06-01T00:00:00Z')).toBe('by 23:35 on Monday, 31 May');
  });

  it('is a full minute, never a sooner one', () => {
    expect(say.byTime(at('2024-12-05T17:40:00.001Z'), asOf)).toBe('by 18:41');
    expect(say.byTime(at('2024-12-05T22:59:30Z'), asOf)).toBe('by 00:00 on Friday, 6 December');
    const window = { from: at('2024-12-05T17:40:59Z'), to: at('2024-12-05T17:59:01Z') };
    expect(say.betweenTimes(window, asOf)).toBe('between 18:40 and 19:00');
  });

  it('may be a window', () => {
    const window = { from: at('2024-12-05T17:40:00Z'), to: at('2024-12-05T18:00:00Z') };
    expect(say.betweenTimes(window, asOf)).toBe('between 18:40 and 19:00');
    expect(say.betweenTimes(window)).toBe('between 18:40 and 19:00 on Thursday, 5 December');
    const moment = { from: window.from, to: window.from };
    expect(say.betweenTimes(moment, asOf)).toBe('at 18:40');
    expect(say.betweenTimes(moment)).toBe('at 18:40 on Thursday, 5 December');
    expect(say.betweenTimes({ ...window, to: at('2024-12-05T23:10:00Z') }, asOf)).toBe(
      'between 18:40 on Thursday, 5 December and 00:10 on Friday, 6 December',
    );
  });

  it('has its offset where the clock shows it twice', () => {
    const day = at('2024-10-27T12:00:00Z');
    // Berlin falls back from 03:00 to 02:00 at 01:00 UTC.
    expect(say.byTime(at('2024-10-26T23:59:00Z'), day)).toBe('by 01:59');
    expect(say.byTime(at('2024-10-27T00:30:00Z'), day)).toBe('by 02:30 GMT+2');
    expect(say.byTime(at('2024-10-27T01:30:00Z'), day)).toBe('by 02:30 GMT+1');
    expect(say.byTime(at('2024-10-27T02:00:00Z'), day)).toBe('by 03:00');
    // It springs forward from 02:00 to 03:00 at 01:00 UTC; nothing is shown twice.
    const spring = at('2024-03-31T12:00:00Z');
    expect(say.byTime(at('2024-03-31T00:59:00Z'), spring)).toBe('by 01:59');
    expect(say.byTime(at('2024-03-31T01:00:00Z'), spring)).toBe('by 03:00');
    // Lord Howe falls back by half an hour, at 02:00.
    const howe = inLocale('en-GB', { zone: 'Australia/Lord_Howe' });
    const april = at('2024-04-07T02:00:00Z');
    expect(howe.byTime(at('2024-04-06T14:45:00Z'), april)).toBe('by 01:45 GMT+11');
    expect(howe.byTime(at('2024-04-06T15:15:00Z'), april)).toBe('by 01:45 GMT+10:30');
    expect(howe.byTime(at('2024-04-06T14:29:00Z'), april)).toBe('by 01:29');
  });
});

describe('a duration', () => {
  it.each([
    [{ promise: 45, unit: 'minutes' }, 'in 45 minutes'],
    [{ promise: 1, unit: 'hours' }, 'in 1 hour'],
    [{ promise: 1.5, unit: 'hours' }, 'in 1.5 hours'],
    [{ promise: 57.333333333333336, unit: 'minutes' }, 'in 57.3333333333 minutes'],
    [{ promise: 2, unit: 'days' }, 'in 2 days'],
    [{ promise: 1, unit: 'business-days' }, 'in 1 business day'],
    [{ promise: 3, unit: 'business-days' }, 'in 3 business days'],
    [{ promise: 90, unit: 'open-minutes' }, 'in 90 minutes of opening time'],
    [{ from: 40, to: 60, unit: 'minutes' }, 'in 40 to 60 minutes'],
    [{ from: 1, to: 1, unit: 'weeks' }, 'in 1 week'],
    [{ promise: 1e308, unit: 'days' }, expect.stringMatching(/^in 100,000,.* days$/)],
    [{ from: 2, to: 3, unit: 'business-days', typical: 2 }, 'in 2 to 3 business days'],
    [{ promise: 45, from: 40, to: 60, unit: 'minutes' }, 'in 45 minutes'],
  ])('of %j reads %s', (plan, text) => {
    expect(say.within(plan)).toEqual(text);
  });
});

describe('an amount', () => {
  it('is whole where only rounding parts it from a whole one', () => {
    const nearly = 4.35 * 100; // 434.99999999999994
    expect(say.atMost(nearly)).toBe('at most €435');
    expect(say.betweenAmounts({ from: nearly, to: 435 })).toBe('€435');
    expect(say.betweenAmounts({ from: 435, to: nearly })).toBe('€435');
    expect(inLocale('en-GB', { currency: 'JPY' }).atMost(nearly)).toBe('at most JP¥435');
  });

  it('says an amount of both ends once, and nothing of minus nothing', () => {
    expect(say.betweenAmounts({ from: 499, to: 499 })).toBe('€499');
    expect(say.betweenAmounts({ from: 399.999, to: 400 })).toBe('between €399.99 and €400');
    expect(say.atMost(-0)).toBe('at most €0');
    expect(say.within({ promise: -0, unit: 'minutes' })).toBe('in 0 minutes');
  });

  it.each([
    ['en-GB', 'EUR', 499, '€499'],
    ['en-GB', 'EUR', 1499.5, '€1,499.50'],
    ['en-GB', 'EUR', 499.001, '€499.01'],
    ['en-GB', 'EUR', 0.1 + 0.2, '€0.30'],
    ['en-GB', 'JPY', 499.2, 'JP¥500'],
    ['en-US', 'USD', 19.99, '$19.99'],
    ['de-DE', 'EUR', 499, '499 €'],
    ['de-DE', 'EUR', 1499.5, '1.499,50 €'],
    ['fr-FR', 'EUR', 1499.5, '1 499,50 €'],
    ['en-GB', 'KWD', 1.2341, 'KWD 1.235'],
  ])('in %s and %s: %d is at most %s, with plain spaces', (locale, currency, amount, text) => {
    expect(inLocale(locale, { currency }).atMost(amount)).toBe(`at most ${text}`);
  });

  it('may be a window, to cents outwards', () => {
    expect(say.betweenAmounts({ from: 400.009, to: 499.001 })).toBe('between €400 and €499.01');
  });
});

describe('another locale', () => {
  it.each([
    ['en-US', 'by Thursday, December 5', 'by 6:40 PM', 'in 45 minutes'],
    ['de-DE', 'by Donnerstag, 5. Dezember', 'by 18:40', 'in 45 Minuten'],
    ['fr-FR', 'by jeudi, 5 décembre', 'by 18:40', 'dans 45 minutes'],
    ['ja-JP', 'by 木曜日, 12月5日', 'by 18:40', '45 分後'],
  ])(
    'formats dates, numbers and durations to come, not the phrases: %s',
    (locale, day, time, duration) => {
      const due = at('2024-12-05T17:40:00Z');
      const there = inLocale(locale);
      expect(there.byDay(due)).toBe(day);
      expect(there.byTime(due, due)).toBe(time);
      expect(there.within({ promise: 45, unit: 'minutes' })).toBe(duration);
    },
  );

  it('holds no space but plain ones, whatever the engine puts there', () => {
    const odd = /[^\S ]/u;
    for (const locale of ['en-US', 'fr-FR', 'de-CH', 'ar-EG', 'fa-IR', 'th-TH', 'sv-SE']) {
      const there = inLocale(locale);
      const due = at('2024-12-05T17:40:00Z');
      const said = [
        there.byTime(due),
        there.atMost(1234567.5),
        there.within({ from: 1000, to: 12345.5, unit: 'minutes' }),
      ];
      for (const text of said) expect(text).not.toMatch(odd);
    }
  });

  const germanPhrases = {
    by: (when: string) => `bis ${when}`,
    between: (from: string, to: string) => `zwischen ${from} und ${to}`,
    on: (day: string) => `am ${day}`,
    at: (time: string) => `um ${time}`,
    thatDay: (said: string, day: string) => `${said} am ${day}`,
    range: (from: string, to: string) => `${from} bis ${to}`,
    early: (duration: string) => `${duration} zu früh`,
    late: (duration: string) => `${duration} zu spät`,
    openTime: (duration: string) => `${duration} Öffnungszeit`,
    businessDays: (count: string, isOne: boolean) => `${count} ${isOne ? 'Werktag' : 'Werktagen'}`,
    atMost: (amount: string) => `höchstens ${amount}`,
  };
  const german = inLocale('de-DE', { phrases: germanPhrases });

  it('is said in its own language by phrases of its own', () => {
    const due = at('2024-12-05T17:40:00Z');
    expect(german.byDay(due)).toBe('bis Donnerstag, 5. Dezember');
    expect(german.byTime(due)).toBe('bis 18:40 am Donnerstag, 5. Dezember');
    expect(german.betweenTimes({ from: due, to: at('2024-12-05T18:00:00Z') }, due)).toBe(
      'zwischen 18:40 und 19:00',
    );
    expect(german.atMost(499)).toBe('höchstens 499 €');
    expect(german.betweenDays({ from: due, to: due })).toBe('am Donnerstag, 5. Dezember');
  });

  it.each<[string, number | readonly [number, number], string]>([
    ['seconds', 1, 'in 1 Sekunde'],
    ['seconds', 30, 'in 30 Sekunden'],
    ['minutes', 1, 'in 1 Minute'],
    ['minutes', 45, 'in 45 Minuten'],
    ['hours', 1.5, 'in 1,5 Stunden'],
    ['days', 1, 'in 1 Tag'],
    ['days', 2, 'in 2 Tagen'],
    ['days', 1.0004, 'in 1,0004 Tagen'],
    ['days', 1.0000000000000002, 'in 1 Tag'],
    ['days', [1, 1.0000000000000002], 'in 1 Tag'],
    ['hours', 0.9999999999999999, 'in 1 Stunde'],
    ['days', [2, 3], 'in 2 bis 3 Tagen'],
    ['days', [-2, 3], 'zwischen 2 Tage zu früh und 3 Tage zu spät'],
    ['weeks', 2, 'in 2 Wochen'],
    ['weeks', [1, 2], 'in 1 bis 2 Wochen'],
    ['open-minutes', 1, 'in 1 Minute Öffnungszeit'],
    ['open-hours', 1.0000000000000002, 'in 1 Stunde Öffnungszeit'],
    ['open-hours', [2, 3], 'in 2 bis 3 Stunden Öffnungszeit'],
    ['business-days', 1, 'in 1 Werktag'],
    ['business-days', 1.0000000000000002, 'in 1 Werktag'],
    ['business-days', [2, 3], 'in 2 bis 3 Werktagen'],
  ])('in German %s of %j are said in their case', (unit, given, text) => {
    const plan = typeof given === 'number' ? { promise: given } : { from: given[0], to: given[1] };
    expect(german.within({ ...plan, unit })).toBe(text);
  });

  it.each([
    ['fr-FR', 'dans 2 jours', 'dans 1 à 2 jours'],
    ['pl-PL', 'za 2 dni', 'za 1 à 2 dni'],
    ['ru-RU', 'через 2 дня', 'через 1 à 2 дня'],
    ['sv-SE', 'om 2 dagar', 'om 1 à 2 dagar'],
    ['fi-FI', '2 päivän päästä', '1 à 2 päivän päästä'],
    ['hu-HU', '2 nap múlva', '1 à 2 nap múlva'],
    // One word for two days.
    ['ar-EG', 'خلال يومين', undefined],
  ])('%s has words and cases of its own for days to come', (locale, two, window) => {
    const phrases = { ...englishPhrases, range: (a: string, b: string) => `${a} à ${b}` };
    const there = inLocale(locale, { phrases });
    expect(there.within({ promise: 2, unit: 'days' })).toBe(two);
    const said = there.within({ from: 1, to: 2, unit: 'days' });
    if (window === undefined) expect(said).toMatch(/^in .* à .*/);
    else expect(said).toBe(window);
  });

  it('counts parts of an hour by the rule of the locale', () => {
    // In French, what is below 2 is singular.
    const hours = (promise: number) => inLocale('fr-FR').within({ promise, unit: 'hours' });
    expect(hours(1.5)).toBe('dans 1,5 heure');
    expect(hours(2.5)).toBe('dans 2,5 heures');
  });

  it('by itself has one word for two days, too', () => {
    const arabic = inLocale('ar-EG').within({ from: -2, to: -2, unit: 'days' });
    expect(arabic).toBe('يومان early');
  });

  it('words for the days of business stand behind where a language has them there', () => {
    const businessDays = (count: string) => `${count} arkipäivän päästä`;
    const there = inLocale('fi-FI', { phrases: { ...germanPhrases, businessDays } });
    expect(there.within({ promise: 2, unit: 'business-days' })).toBe('2 arkipäivän päästä');
    expect(inLocale('fi-FI').within({ promise: 2, unit: 'business-days' })).toBe(
      'in 2 business days',
    );
  });

  it('a phrase of what is to come is said of all durations', () => {
    const within = (duration: string) => `Dauer: ${duration}`;
    const there = inLocale('de-DE', { phrases: { ...germanPhrases, within } });
    const said = ['days', 'open-hours', 'business-days'].map((unit) =>
      there.within({ promise: 2, unit }),
    );
    expect(said).toEqual(['Dauer: 2 Tage', 'Dauer: 2 Stunden Öffnungszeit', 'Dauer: 2 Werktagen']);
  });

  it.each(Object.keys(germanPhrases))('a set of phrases without %s would mix languages', (name) => {
    const phrases = { ...germanPhrases, [name]: undefined };
    expect(refusal(() => inLocale('de-DE', { phrases }))).toMatchObject({
      code: 'missing',
      path: `options.phrases.${name}`,
      expected: expect.stringContaining('spread englishPhrases before yours'),
    });
    for (const english of ['en', 'en-US'])
      expect(inLocale(english, { phrases }).atMost(5)).toMatch(/€5/);
    // The last part of a tag is private: this is German.
    expect(refusal(() => inLocale('de-x-en', { phrases })).code).toBe('missing');
    const meant = inLocale('de-DE', { phrases: { ...englishPhrases, by: (x) => `bis ${x}` } });
    expect(meant.within({ promise: 2, unit: 'days' })).toBe('in 2 Tagen');
    expect(meant.atMost(5)).toBe('at most 5 €');
  });
});

it('has phrases that nobody can change', () => {
  expect(Object.isFrozen(englishPhrases)).toBe(true);
});

describe('customerWording refuses', () => {
  it.each([
    [undefined, 'missing', 'options'],
    [{}, 'missing', 'options.locale'],
    [{ locale: 'en_GB' }, 'unknown-name', 'options.locale'],
    [{ locale: 'xx-YY' }, 'unknown-name', 'options.locale'],
    [{ locale: '' }, 'unknown-name', 'options.locale'],
    [{ locale: ['en-GB'] }, 'wrong-type', 'options.locale'],
    [{ ...berlin, zone: 'Berlin' }, 'unknown-name', 'options.zone'],
    [{ ...berlin, zone: 3 }, 'wrong-type', 'options.zone'],
    [{ ...berlin, currency: 'euro' }, 'unknown-name', 'options.currency'],
    [{ ...berlin, currency: 'eur' }, 'unknown-name', 'options.currency'],
    [{ ...berlin, currency: 'EURO' }, 'unknown-name', 'options.currency'],
    [{ ...berlin, currency: 'aEUR' }, 'unknown-name', 'options.currency'],
    [{ ...berlin, currency: ['EUR'] }, 'wrong-type', 'options.currency'],
    [{ ...berlin, timeZone: 'UTC' }, 'unknown-name', 'options.timeZone'],
    [{ ...berlin, phrases: { bye: () => '' } }, 'unknown-name', 'options.phrases.bye'],
    [{ ...berlin, phrases: { by: 'bis' } }, 'wrong-type', 'options.phrases.by'],
  ])('%j', (options, code, path) => {
    const refused = refusal(() => customerWording(options as never));
    expect(refused).toMatchObject({ function: 'customerWording', code, path });
  });

  const bare = customerWording({ locale: 'en-GB' });
  const backwards = { from: at('2024-12-06T00:00:00Z'), to: at('2024-12-05T00:00:00Z') };
  it.each<[string, () => unknown, string, string]>([
    ['byDay', () => bare.byDay(0), 'missing', 'options.zone'],
    ['atMost', () => bare.atMost(3), 'missing', 'options.currency'],
    ['byTime', () => say.byTime(null as never), 'wrong-type', 'due'],
    ['byTime', () => say.byTime(0, '2024-12-05' as never), 'wrong-type', 'asOf'],
    ['betweenDays', () => say.betweenDays(backwards), 'date-order', 'window.to'],
    ['betweenTimes', () => say.betweenTimes(backwards), 'date-order', 'window.to'],
    ['betweenTimes', () => say.betweenTimes([] as never), 'wrong-type', 'window'],
    [
      'betweenTimes',
      () => say.betweenTimes({ from: 40, to: 60, unit: 'minutes' } as never),
      'wrong-type',
      'window.unit',
    ],
    ['within', () => say.within({ promise: 3, unit: 'EUR' }), 'unit-mismatch', 'plan.unit'],
    ['within', () => say.within({ promise: null, unit: 'hours' }), 'missing', 'plan.promise'],
    ['within', () => say.within({ promise: -1, unit: 'hours' }), 'out-of-range', 'plan.promise'],
    ['within', () => say.within({ unit: 'hours' } as never), 'missing', 'plan.promise'],
    ['within', () => say.within({ promise: 3 } as never), 'missing', 'plan.unit'],
    ['within', () => say.within(45 as never), 'wrong-type', 'plan'],
    ['within', () => say.within(null as never), 'wrong-type', 'plan'],
    ['within', () => say.within(undefined as never), 'missing', 'plan'],
    ['within', () => say.within({ promise: 3, unit: 7 } as never), 'wrong-type', 'plan.unit'],
    [
      'within',
      () => say.within({ promise: '3', unit: 'hours' } as never),
      'wrong-type',
      'plan.promise',
    ],
    [
      'within',
      () => say.within({ promise: Infinity, unit: 'hours' }),
      'out-of-range',
      'plan.promise',
    ],
    [
      'within',
      () => say.within({ from: -Infinity, to: 2, unit: 'hours' }),
      'out-of-range',
      'plan.from',
    ],
    [
      'within',
      () => say.within({ from: 1, to: Infinity, unit: 'hours' }),
      'out-of-range',
      'plan.to',
    ],
    [
      'within',
      () => say.within({ from: '-2', to: 2, unit: 'hours' } as never),
      'wrong-type',
      'plan.from',
    ],
    ['within', () => say.within({ from: 3, to: 2, unit: 'hours' }), 'out-of-range', 'plan.to'],
    ['within', () => say.within({ from: -1, to: -2, unit: 'hours' }), 'out-of-range', 'plan.to'],
    [
      'within',
      () => say.within({ from: Number.NaN, to: 2, unit: 'hours' }),
      'out-of-range',
      'plan.from',
    ],
    ['atMost', () => say.atMost({ promise: 3 } as never), 'wrong-type', 'amount'],
    ['atMost', () => say.atMost(-1), 'out-of-range', 'amount'],
    ['betweenAmounts', () => say.betweenAmounts({ from: 3, to: 2 }), 'out-of-range', 'window.to'],
  ])('from %s', (name, call, code, path) => {
    expect(refusal(call)).toMatchObject({ function: `wording.${name}`, code, path });
  });

  it('what is no plan, and shows what one is', () => {
    for (const plan of [null, undefined, []])
      expect(refusal(() => say.within(plan as never)).expected).toContain('{ promise: 45, unit');
  });

  it('a unit that is none of time, and names those that are', () => {
    expect(refusal(() => say.within({ promise: 3, unit: 'EUR' })).expected).toContain(
      '(seconds, minutes, hours, days, weeks, open-minutes, open-hours, business-days)',
    );
  });

  it('a phrase that gives no text', () => {
    const by = () => 3 as never;
    const broken = customerWording({ ...berlin, phrases: { by } });
    expect(refusal(() => broken.byDay(0))).toMatchObject({
      function: 'wording.byDay',
      code: 'wrong-type',
      path: 'options.phrases.by',
      expected: 'a function that returns text',
    });
  });
});
