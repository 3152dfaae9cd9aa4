/**
 * How does it read? Actions, reasons and promises in plain English: an example for other languages.
 *
 * @module
 */
export type { PhraseCode } from './codes';
export { inEnglish, promiseInEnglish } from './in-english';
export type { Coded } from './input';
