/**
 * How does it read? Actions, reasons and promises in plain English, an example for other languages; and what to say to a
 * customer, in their locale, zone and currency.
 *
 * @module
 */
export type { PhraseCode } from './codes';
export { type CustomerPhrases, englishPhrases } from './customer-phrases';
export {
  type CustomerWording,
  type CustomerWordingOptions,
  customerWording,
} from './customer-wording';
export { inEnglish } from './in-english';
export type { Coded } from './input';
export { promiseInEnglish } from './promise-in-english';
export { reviewInEnglish } from './review-in-english';
