import { type Advice, adviceAmong } from '../input/advice';
import { dayAdvice } from '../input/date-advice';

const otherDays: readonly Advice[] = [
  [/^\d{4}-\d\d-\d\d[T ]\d/, 'leave out the time: slice(0, 10) of the text is the date'],
];
const otherYearly: readonly Advice[] = [
  [
    /^(1[3-9]|[23]\d)[./-]\d\d?\.?$|^\d\d?[./]\d\d?\.?$/,
    'a date of every year is written month first: 12-24 is 24 December',
  ],
];

/** What to do about a date with its year that is written in another way than calendars take. */
export const yearAdvice = (text: string): string => adviceAmong(text, otherDays) || dayAdvice(text);

/** The same of one that may be of every year. */
export const calendarDateAdvice = (text: string): string =>
  adviceAmong(text, otherYearly) || yearAdvice(text);
