import type { PromiseReview, planPromise, planWindow } from 'overdeliver';
import {
  type CustomerPhrases,
  type CustomerWording,
  customerWording,
  englishPhrases,
  inEnglish,
  type PhraseCode,
  promiseInEnglish,
  reviewInEnglish,
} from 'overdeliver/english';
import type { LiveQuote } from 'overdeliver/live';
import { describe, expectTypeOf, it } from 'vitest';

const say = customerWording({ locale: 'en-GB', zone: 'UTC', currency: 'EUR' });
declare const plan: ReturnType<typeof planPromise>;
declare const window: ReturnType<typeof planWindow>;
declare const quote: LiveQuote;
declare const review: PromiseReview;

describe('what a customer is told', () => {
  it('takes dates in every form, and what plans and quotes give', () => {
    expectTypeOf(say).toEqualTypeOf<CustomerWording>();
    expectTypeOf(say.byDay('2026-03-02T18:00:00Z', new Date(0))).toEqualTypeOf<string>();
    say.betweenTimes({ from: 0, to: new Date(0) });
    say.within(plan);
    say.within(window);
    say.within(quote);
    say.betweenAmounts(window);
    // @ts-expect-error a locale is needed, since the host's is never taken
    customerWording({ zone: 'UTC' });
    // @ts-expect-error a duration without a unit
    say.within({ promise: 45 });
  });

  it('says phrases otherwise, some or all of them', () => {
    expectTypeOf(englishPhrases).toEqualTypeOf<CustomerPhrases>();
    customerWording({ locale: 'de', phrases: englishPhrases });
    customerWording({ locale: 'de', phrases: { by: (when) => `bis ${when}`, at: undefined } });
    // @ts-expect-error no such phrase
    customerWording({ locale: 'de', phrases: { bye: () => '' } });
    // @ts-expect-error a phrase gives text
    customerWording({ locale: 'de', phrases: { by: () => 3 } });
  });
});

describe('what those who promise are told', () => {
  it('of plans, windows, quotes, reviews and codes', () => {
    for (const one of [plan, window, quote]) {
      expectTypeOf(promiseInEnglish(one)).toEqualTypeOf<string>();
    }
    expectTypeOf(reviewInEnglish(review, { unit: 'minutes' })).toEqualTypeOf<string>();
    // @ts-expect-error a review does not say its unit
    reviewInEnglish(review);
    // @ts-expect-error a review is no plan
    promiseInEnglish(review);
    expectTypeOf<'promise-again'>().toExtend<PhraseCode>();
    inEnglish({ code: 'rounded', detail: { from: 1, to: 2 } });
  });
});
