/**
 * How does it read? Actions, reasons and promises in plain English: an example for other languages.
 *
 * @module
 */
export type { PhraseCode } from './codes';
export { type Coded, inEnglish, promiseInEnglish } from './in-english';
