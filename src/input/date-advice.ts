import { type Advice, adviceAmong } from './advice';
import { asSerial, unitAdvice } from './date-units';
import type { DateForm } from './written-date';

const instead = 'write the year first, as 2026-03-05';

const noDates: readonly Advice[] = [
  [/^\s*$/, 'an empty cell is no date: leave the row out, or null where a date may be absent'],
  [/^[2-7]\d{4}([.,]\d+)?$/, asSerial],
];

const endOfDay: Advice = [/[T ]24[:.]00/, 'write 24:00 as 00:00 of the next day'];

/** Not of a day such as 20260305, and of no use where the clocks of a zone are read. */
const counted: Advice = [
  /^\d+(\.\d+)?$/,
  'it is text: milliseconds since 1970 are a number, and seconds times 1000',
];

const compact: Advice = [/^\d{4}([./]\d\d?[./]|\d{4}(?!\d))/, 'write 2026-03-05 for the day'];

/** Where nobody said how dates are written: `how` says it. */
const unsaid = (how = ''): readonly Advice[] => [
  [
    /^\d\d?([./-])\d\d?\1\d\d?(?!\d)/,
    `a year of two digits may be of any century: ${how}write four digits, and ${instead}`,
  ],
  [
    /^\d\d?([./-])\d\d?\1\d{4}(?!\d)/,
    `whether day or month comes first differs from file to file: ${how}${instead}`,
  ],
  compact,
];

/** A week, or a word that begins as the name of a month does, English or German. */
const inWords: Advice = [
  /^\d{4}-?W\d|(?<![a-z])(jan|feb|m[aä]r|apr|ma[iy]|ju[nl]|aug|sep|o[ck]t|nov|de[cz])\p{L}*\W*\d/iu,
  'weeks and names of months are not read: write 2026-03-05 for the day',
];

const reads = ' of overdeliver/calendar reads it';
const byClocks = `it has no offset: fromLocalTime(text, zone)${reads} by the clocks of a zone`;

/** What to do about a day that is not written with its year first. */
export const dayAdvice = (text: string): string => adviceAmong(text, unsaid());

const withOffset =
  'write T between day and time, and Z or an offset such as +01:00, not the name of a zone; all must exist';

/** Taken off, it would be an instant of another zone; and in the hour that comes twice it alone tells which was meant. */
const zoned: Advice = [
  /^\d.*:\d\d.*?(\b[A-Z]{1,4}T|MES?Z|UTC|(UTC|GMT)[+-]\S+|\w\/\w+)\W*$/,
  withOffset,
];

const noInstants: readonly Advice[] = [
  [/^\d{4}-\d\d-\d\d$/, `${byClocks}, and with endOfDay the end of the day`],
  [/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/, byClocks],
  [/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)? ?(z|[+-]\d\d?(:?\d\d)?)$/i, withOffset],
];

/** It may be what another language writes for pm. */
const takeOff =
  'take off what follows the day and the time, such as Uhr, and add 12 to hours after noon';

/** Where a day and a time are read by themselves. */
const locally: readonly Advice[] = [
  [/^[\d./-]+,?[T\s]+\d\d?\.\d\d(?!\d)/, `write the time with colons, as 18:40, and ${takeOff}`],
  [
    /^\p{L}+[.,]*\s+\d{1,4}([./-])\d\d?\1\d{1,4}(?!\d)/u,
    'take off what stands before the day, such as its name',
  ],
  [
    /^\d{1,4}([./-])\d\d?\1\d{1,4}(?!\d)(,?[T\s]+\d\d?:\d\d(:\d\d)?)?\s*(?![\s\d:.,TZ+-]|[ap]\.?\s?m)./i,
    takeOff,
  ],
];

const hasOffset: Advice = [
  /:\d\d.*(Z|[+-]\d\d(:?\d\d)?)$/i,
  'it has an offset, so it is an instant already: use it as it is',
];

/** What to do about what is no date. */
export const dateAdvice = (value: unknown): string =>
  unitAdvice(value) ||
  adviceAmong(value, [
    ...noDates,
    endOfDay,
    zoned,
    ...noInstants,
    inWords,
    ...unsaid(`fromLocalTime(text, zone, { dateOrder, yearsFrom })${reads}, or `),
    counted,
  ]);

/** The same where local times are read as well, in the form that was said. */
export const cellAdvice = (value: unknown, { dateOrder }: DateForm): string =>
  unitAdvice(value) ||
  adviceAmong(value, [
    ...noDates,
    endOfDay,
    zoned,
    ...noInstants,
    ...locally,
    inWords,
    ...(dateOrder === undefined ? unsaid() : [compact]),
    counted,
  ]);

const shortYear: Advice = [
  /^\d\d?([./-])\d\d?\1\d\d?(?!\d)/,
  'a year of two digits may be of any century: yearsFrom says of which, such as 1950 for 1950 to 2049',
];

/** The same of what is no local time, in the form that was said. */
export function localTimeAdvice(value: unknown, { dateOrder, yearsFrom }: DateForm = {}): string {
  const isSaid = dateOrder !== undefined;
  const year = isSaid && yearsFrom === undefined ? [shortYear] : [];
  return adviceAmong(value, [
    endOfDay,
    ...(isSaid ? [] : noDates),
    zoned,
    ...locally,
    ...(isSaid ? [] : unsaid('options.dateOrder and yearsFrom say how, or ')),
    inWords,
    ...year,
    hasOffset,
  ]);
}
