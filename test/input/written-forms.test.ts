import { capabilityAsOf, capabilityFromSamples } from 'overdeliver';
import { durationBetween, fromLocalTime, promiseClocks, usedTime } from 'overdeliver/calendar';
import { customerWording } from 'overdeliver/english';
import { describe, expect, it } from 'vitest';
import { desk } from '../calendar/given';
import { aDate, refusal } from '../core/refusal';

const options = { asOf: '2026-04-01T00:00:00Z', unit: 'hours' } as const;
const instant = (started: string | number, finished?: number) =>
  refusal(() => capabilityAsOf([{ started, finished }], options));
const local = (text: unknown, form = {}) => fromLocalTime(text as string, 'UTC', form);

const spreadsheet = 'a date of a spreadsheet';
const twoDigits = 'a year of two digits may be of any century';
const order = 'whether day or month comes first differs';
const hyphens = 'write 2026-03-05 for the day';
const noOffset = 'fromLocalTime(text, zone)';
const withT = 'write T between day and time';

describe('what to do about a text that is no instant', () => {
  it.each([
    ['45292,52', spreadsheet],
    ['1772474400000.25', 'it is text'],
    ['1.3.24', twoDigits],
    ['31.12.4', twoDigits],
    ['31.12.24 18:40', twoDigits],
    ['5.3.2026', order],
    ['05/03/2026 18:40', order],
    ['2026/3/5', hyphens],
    ['2026.12.31', hyphens],
    ['2026-03-05T18:40:30', noOffset],
    ['2026-03-05T18:40:30.25', noOffset],
    ['2026-03-05 18:40:30.25Z', withT],
    ['2026-03-05 18:40+1', withT],
    ['2026-03-05 18:40 +01:30', withT],
    ['2026-03-05 18:40+0130', withT],
    [`${'1'.repeat(60)}`, 'it is text'],
  ])('%s', (text, hint) => {
    const { code, message } = instant(text);
    expect(code).toBe('wrong-type');
    expect(message).toContain(hint);
  });

  it.each([
    'due 05.03.2026',
    'v2026/03/05',
    'x2026-03-05',
    'x2026-03-05 18:40Z',
    'x2026-03-05 18:40',
    '2026-03-05 18:40Zulu',
    ' 2026-03-05T10:00Z',
    '2026-03-05T10:00Z (sic)',
    '1'.repeat(61),
  ])('nothing is known about %j', (text) => {
    const { code, message } = instant(text);
    expect(code).toBe('wrong-type');
    expect(message.endsWith(aDate)).toBe(true);
  });

  it('a number is taken for that of a spreadsheet from 20,000 to below 80,000', () => {
    for (const day of [20_000, 79_999.5]) expect(instant(day, 9e11).message).toContain(spreadsheet);
    for (const time of [19_999, 80_000]) {
      const { counts } = capabilityAsOf([{ started: time, finished: 9e11 }], options);
      expect(counts.finished).toBe(1);
    }
  });
});

it('a number is taken for a day such as 20260305 from 1900 to 2099', () => {
  for (const day of [19_000_101, 20_260_305, 20_991_231]) {
    expect(instant(day, 9e11).message).toContain('it looks like a day: write 2026-03-05');
  }
  for (const time of [18_999_999, 21_000_000]) {
    const { counts } = capabilityAsOf([{ started: time, finished: 9e11 }], options);
    expect(counts.finished).toBe(1);
  }
});

describe('a number in place of a date, beside a date of today', () => {
  const asOf = '2026-06-08T10:00:00Z';
  const until = { until: 'resolved' } as const;
  const opened = (at: number) => [{ kind: 'opened', at }] as const;
  const wording = customerWording({ locale: 'en-GB', zone: desk.zone });
  const calls: readonly (readonly [string, string, (date: number) => unknown])[] = [
    ['a duration', 'from', (date) => durationBetween(desk, date, asOf, 'days')],
    [
      'a request',
      'requests[0][0].at',
      (date) => usedTime(desk, [opened(date)], { solved: until }, { unit: 'hours', asOf }),
    ],
    [
      'a clock',
      'events[0].at',
      (date) => {
        const solved = { ...until, plan: { promise: 2, unit: 'hours' } } as const;
        return promiseClocks(desk, opened(date), { solved }, { asOf });
      },
    ],
    ['a due day', 'due', (date) => wording.byDay(date, asOf)],
    ['a due time', 'due', (date) => wording.byTime(date, asOf)],
    ['the day of speech', 'asOf', (date) => wording.byDay(asOf, date)],
    ['a window', 'window.from', (date) => wording.betweenDays({ from: date, to: asOf })],
    [
      'a window of times',
      'window.from',
      (date) => wording.betweenTimes({ from: date, to: date }, asOf),
    ],
  ];

  it.each(calls)('%s is told what to write', (_, path, call) => {
    for (const [date, hint] of [
      [20_260_605, 'it looks like a day: write 2026-03-05'],
      [46_178.75, spreadsheet],
    ] as const) {
      const said = refusal(() => call(date));
      expect(said).toMatchObject({ code: 'wrong-type', path });
      expect(said.message).toContain(hint);
    }
  });

  it.each(calls)('%s of milliseconds of today is taken', (_, __, call) => {
    expect(() => call(Date.parse(asOf))).not.toThrow();
  });

  it('is taken on a clock that begins at 0', () => {
    expect(durationBetween(desk, 60_000, 20_340_000, 'minutes')).toBe(338);
    expect(wording.byTime(20_340_000, 60_000)).toBe('by 06:39');
  });
});

it.each(['1772474400000', '1772474400'])(
  '%s, which no clock shows, is no number to give',
  (text) => {
    expect(refusal(() => local(text)).message).not.toContain('are a number');
  },
);

describe('what to do about a date in words', () => {
  const instead = 'weeks and names of months are not read: write 2026-03-05 for the day';
  it.each([
    '2 Mar 2026',
    '2-Mar-26',
    '2/mar/2026',
    '02MAR2026',
    '2. März 2026',
    '2. Dez. 2026',
    '1st March 26',
    'Mon, 2 Mar 2026 10:00:00 GMT',
    'Mon Mar 02 2026 10:00:00 GMT+0100',
    'March 2nd, 2026',
    'Sept. 2, 2026',
    '2026-Mar-02',
    '2026 October 2',
    '2026-W12',
    '2026W12',
    '2026-w12-3',
    ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(
      (month) => `${month} 5, 2026`,
    ),
    ...['Mai', 'Juni', 'Juli', 'Okt.'].map((month) => `5. ${month} 2026`),
  ])('%s', (text) => {
    expect(instant(text).message).toContain(instead);
    for (const form of [{}, { dateOrder: 'day-first' }])
      expect(refusal(() => local(text, form)).message).toContain(instead);
  });

  it.each([
    ...['12 min', '3 Tage', '2 x 2026', 'May', 'order 2026', '5. March', 'Week 12', '2026-12'],
    ...['smart 5', 'compare 3', 'x2026-W12', 'Mac 2026', 'just 5'],
  ])('nothing about %s', (text) => {
    expect(instant(text).message).not.toContain(instead);
  });
});

it('what follows a day and a time is taken off, though it begins as a month does', () => {
  const wrong = refusal(() => local('05.03.2026 18:40 Marienplatz 3', { dateOrder: 'day-first' }));
  expect(wrong.message).toContain('take off what follows');
});

describe('a local time', () => {
  const days = { dateOrder: 'day-first' } as const;

  it.each(['2026-03-05T18:40+01', '2026-03-05T18:40+0100', '2026-03-05T18:40Z'])(
    'has no offset: %s',
    (text) => {
      expect(refusal(() => local(text)).message).toContain('it is an instant already');
    },
  );

  it.each<[unknown, object]>([
    ['2026-03-05T18:40+01x', {}],
    ['x2026-03-05', {}],
    ['x5.3.2026', days],
    ['5.3.2026x', days],
    ['5.3.123', { ...days, yearsFrom: 1950 }],
    ['5.3.2026 0:30 am', days],
    ['5.3.2026 13:30 am', days],
    [{ toString: () => '2026-03-05' }, {}],
    [{ toString: () => '5.3.2026' }, days],
  ])('is not %s, with %j', (text, form) => {
    const { code, message } = refusal(() => local(text, form));
    expect(code).toBe('wrong-type');
    expect(message).not.toContain('already');
  });

  it.each(['31.12.24', '1.3.24', '1.3.4', '5/3/24 18:40'])(
    'of %s is of a century that yearsFrom says',
    (text) => {
      expect(refusal(() => local(text, days)).message).toContain('yearsFrom says of which');
    },
  );

  it('of 5.3.123 is of none', () => {
    expect(refusal(() => local('5.3.123', days)).message).not.toContain('yearsFrom');
  });

  it('may be of a clock of twelve hours', () => {
    const times = ['12:30 am', '1:30 a.m.', '12:30 pm', '1:30 PM'].map((time) =>
      local(`5.3.2026 ${time}`, days).toISOString().slice(11, 16),
    );
    expect(times).toEqual(['00:30', '01:30', '12:30', '13:30']);
  });
});

describe('what to do about a text that is no number', () => {
  const sample = (text: string) =>
    refusal(() => capabilityFromSamples([40, text as never], { unit: 'minutes' }));

  it.each([
    ['1 234,5', 'it has a comma'],
    ['+3,5', 'it has a comma'],
    ['1.25', 'it is text'],
    ['-12', 'it is text'],
    ['3,5 min', 'take off its unit'],
    ['12min', 'take off its unit'],
    ['€ 12', 'take off its unit'],
  ])('%s', (text, hint) => {
    expect(sample(text).message).toContain(hint);
  });

  it.each(['ca. 3,5', 'a12', '1e5'])('nothing is known about %j', (text) => {
    const { message, expected } = sample(text);
    expect(message.endsWith(expected)).toBe(true);
  });
});

describe('a date of numbers with more digits than a part has', () => {
  it.each([
    ['05.3.0026', 'day-first'],
    ['3/2026/05', 'month-first'],
    ['2026/003/05', 'year-first'],
    ['0005.03.2026', 'day-first'],
  ])('%s is none, %s', (text, dateOrder) => {
    expect(refusal(() => local(text, { dateOrder, yearsFrom: 1950 })).path).toBe('text');
  });

  it('asks for the years of two digits only where they were not said', () => {
    const form = { dateOrder: 'day-first' } as const;
    expect(refusal(() => local('05.03.26', form)).message).toContain('yearsFrom says of which');
    const said = { ...form, yearsFrom: 1950 } as const;
    for (const text of ['35.03.26', '5.3.4'])
      expect(refusal(() => local(text, said)).message).not.toContain('yearsFrom says of which');
    expect(refusal(() => local('05.03.26')).message).not.toContain('yearsFrom says of which');
  });
});
