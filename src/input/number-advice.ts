import { type Advice, adviceAmong } from './advice';

/** A number with letters or a sign of money beside it. */
const withUnit: Advice = [
  /^(\p{Sc}\s*\d|[+-]?\d[\d.,\s'’]*(?!e\d)[\p{L}\p{Sc}%°])/iu,
  'take off its unit, such as kg',
];

/** What to do about a number with its unit; nothing about other text. */
export const unitOff = (text: string): string => adviceAmong(text, [withUnit]);

const noNumbers: readonly Advice[] = [
  [/^\s*$/, "an empty cell is not 0, though Number('') is: leave it out, or null where it may be"],
  [/^[+-]?\d[\d.\s]*,\d+$/, 'it has a comma: write 3.5 for 3,5, and 1234 for 1,234'],
  [/^[+-]?\d+(\.\d+)?$/, 'it is text: turn columns of numbers into numbers where they are read'],
  withUnit,
];

/** Words by which a number was expected, whatever its range. */
const aNumber =
  /^(?!an (array|object)).*(\bnumber\b|\blevel\b|\bshare\b|\bduration\b|\bat (least|most)\b|\bfrom -?[\d.,]+ )/;

/** What to do about a text that is no number, where one was expected; else nothing. */
export function numberAdvice(value: unknown, expected: string): string {
  if (!aNumber.test(expected)) return '';
  const advice = adviceAmong(value, noNumbers);
  // A schema may have said so already.
  return expected.includes(advice) ? '' : advice;
}

/** A duration of a backtest with its unit, or a range: 8 weeks are not 8 of its units. */
const durationInWords: Advice = [
  /^[+-]?\d[\d.,\s'’]*(?!e\d)[\p{L}–—-]/iu,
  'write it in the unit of the backtest, of a range the end: 6-8 weeks are 56 where that is days',
];

/** What to do about a duration in words; nothing about other text. */
export const unitConverted = (text: string): string => adviceAmong(text, [durationInWords]);

/** What to do about a duration of a backtest that is no number. */
export const durationAdvice = (value: unknown): string =>
  adviceAmong(value, [durationInWords, ...noNumbers]);
