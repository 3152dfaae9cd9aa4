import { dateText, localTimeText } from './date-text';

/** A text of a kind that is often met, and what to do about it. */
type Hint = readonly [met: RegExp, advice: string];

const instead = 'write the year first, as 2026-03-05';

const notDates: readonly Hint[] = [
  [/^\s*$/, 'an empty cell is no date: leave the row out, or null where a date may be absent'],
  [/^\d+(\.\d+)?$/, 'it is text: milliseconds since 1970 are a number, and seconds times 1000'],
  [
    /^\d\d?([./-])\d\d?\1\d\d?(?!\d)/,
    `a year of two digits may be of any century: write four digits, and ${instead}`,
  ],
  [
    /^\d\d?([./-])\d\d?\1\d{4}(?!\d)/,
    `whether day or month comes first differs from file to file: ${instead}`,
  ],
  [/^\d{4}([./]\d\d?[./]|\d{4}(?!\d))/, 'write 2026-03-05 for the day'],
];

const notInstants: readonly Hint[] = [
  [
    /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/,
    'it has no offset: fromLocalTime(text, zone) of overdeliver/calendar reads it by the clocks of a zone',
  ],
  [
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)? ?(z|[+-]\d\d?(:?\d\d)?)$/i,
    'write T between day and time, and Z or an offset such as +01:00, of days, times and offsets that there are',
  ],
];

const notLocal: readonly Hint[] = [
  [
    /:\d\d.*(Z|[+-]\d\d(:?\d\d)?)$/i,
    'it has an offset, so it is an instant already: use it as it is',
  ],
];

const notNumbers: readonly Hint[] = [
  [/^\s*$/, "an empty cell is not 0, though Number('') is: leave it out, or null where it may be"],
  [/^[+-]?\d[\d.\s]*,\d+$/, 'it has a comma: write 3.5 for 3,5, and 1234 for 1,234'],
  [/^[+-]?\d+(\.\d+)?$/, 'it is text: turn columns of numbers into numbers where they are read'],
];

/** Words by which a number was expected, whatever its range. */
const aNumber =
  /^(?!an (array|object)).*(\bnumber\b|\blevel\b|\bshare\b|\bduration\b|\bat (least|most)\b|\bfrom -?[\d.,]+ )/;

const adviceFor = (text: string, hints: readonly Hint[]) =>
  hints.find(([met]) => met.test(text))?.[1];

/** What to do about a text that is none of what was expected, where that can be told from it; else nothing. */
export function hintFor(code: string, value: unknown, expected: string): string {
  if (code !== 'wrong-type' || typeof value !== 'string' || value.length > 60) return '';
  const hints = expected.includes(dateText)
    ? [...notDates, ...notInstants]
    : expected.includes(localTimeText)
      ? [...notDates, ...notLocal]
      : aNumber.test(expected)
        ? notNumbers
        : [];
  const advice = adviceFor(value, hints);
  // A schema may have said so already.
  return advice === undefined || expected.includes(advice) ? '' : `; ${advice}`;
}
