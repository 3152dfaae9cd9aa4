import fc from 'fast-check';
import { driftAlarms, type LedgerEvent, openLedger } from 'overdeliver';
import { inEnglish } from 'overdeliver/english';
import { bySegment, driftDefaults } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { cancelled, delivered, interleaved, lives, made, on, recorded } from './given';

/** One promise a day from day 1 on, kept for k and broken for b. */
const daily = (outcomes: string, segment?: string): LedgerEvent[] =>
  [...outcomes].flatMap((outcome, i) => [
    made(`${segment ?? ''} ${i}`, i, i + 1, segment),
    delivered(`${segment ?? ''} ${i}`, i + (outcome === 'k' ? 1 : 1.5)),
  ]);
const alarms = (events: readonly LedgerEvent[], day: number, options: object = {}) =>
  driftAlarms(recorded(events), { asOf: on(day), keepRate: 0.9, ...options }).alarms;

describe('driftAlarms', () => {
  // A broken promise weighs 6, a kept one takes 1 back, the alarm is raised at 31.
  it('raises an alarm when the broken outweigh the kept', () => {
    const events = daily('kkbkbkkbbkbkb');
    expect(alarms(events, 12)).toEqual([]);
    expect(alarms(events, 13)).toEqual([
      { key: '', at: on(13), since: on(3), due: 11, broken: 6, again: false },
    ]);
  });

  it('says so where clearly more is kept than it was told', () => {
    const warningsOf = (outcomes: string, keepRate: number) =>
      driftAlarms(recorded(daily(outcomes)), { asOf: on(999), keepRate }).warnings;
    const often = `b${'k'.repeat(19)}`.repeat(20);
    expect(warningsOf(often, 0.95)).toEqual([]);
    const [warning] = warningsOf(often, 0.9);
    expect(warning).toEqual({ code: 'keeps-more', detail: { rate: 0.95, keepRate: 0.9 } });
    expect(inEnglish(warning as never)).toBe('95% were kept, and down to 90% no alarm is raised');
    // Too few to say, or hardly more.
    expect(warningsOf(often.slice(0, 60), 0.9)).toEqual([]);
    expect(warningsOf(often, 0.93)).toEqual([]);
    expect(warningsOf('', 0.9)).toEqual([]);
  });

  // Of 500, four in five of which were to be kept; surely more are, with a quarter, three tenths or four tenths fewer broken.
  it.each([
    [15, 0],
    [14, 0],
    [12, 1],
  ])('says so where a third fewer are broken: %d in a hundred, %d times', (broken, times) => {
    const outcomes = `${'b'.repeat(broken)}${'k'.repeat(100 - broken)}`.repeat(5);
    const { warnings } = driftAlarms(recorded(daily(outcomes)), { asOf: on(999), keepRate: 0.8 });
    expect(warnings).toHaveLength(times);
  });

  it('begins again at 0, and where kept ones have made up for the broken', () => {
    const events = daily('bkkkkkkbbbbbbbbbbbbbbb');
    expect(alarms(events, 99)).toEqual([
      { key: '', at: on(13), since: on(8), due: 6, broken: 6, again: false },
      { key: '', at: on(19), since: on(14), due: 6, broken: 6, again: true },
    ]);
  });

  it('counts a promise as broken the moment it passes, and one called off in time not at all', () => {
    const open = Array.from({ length: 6 }, (_, i) => made(`${i}`, 0, i + 1));
    const off = Array.from({ length: 9 }, (_, i) => [
      made(`off ${i}`, 0, 3),
      cancelled(`off ${i}`, 2, 'customer'),
    ]);
    const found = [{ key: '', at: on(6), since: on(1), due: 6, broken: 6, again: false }];
    expect(alarms([...open, ...off.flat()], 6)).toEqual(found);
    expect(alarms([...open, ...off.flat()], 5)).toEqual([]);
  });

  // For .9 a shift is noticed after 81.4 promises, so that a spell goes on for 162 without an alarm.
  it.each([
    [162, true],
    [163, false],
  ])('says again where the alarm before was %d promises ago: %s', (apart, again) => {
    const events = daily(`bbbbbb${'k'.repeat(apart - 6)}bbbbbb`);
    expect(alarms(events, 999)).toMatchObject([{ again: false }, { again, due: 6 }]);
  });

  it('raises about one spell for one shift, as its parameter says, and several alarms', () => {
    const next = uniforms(7);
    const runs = 60;
    const found = Array.from({ length: runs }, () => {
      const rate = (i: number) => (i < 300 ? 0.9 : 9 / 11);
      const outcomes = Array.from({ length: 1300 }, (_, i) => (next() < rate(i) ? 'k' : 'b'));
      return alarms(daily(outcomes.join('')), 2000).filter(({ at }) => at > on(301));
    }).flat();
    // 1,000 promises at the worse rate, one alarm in 81.4; a gap of more than 162.8 about once in eight alarms.
    expect(found.length / runs).toBeGreaterThan(11);
    expect(found.length / runs).toBeLessThan(13.5);
    expect(found.filter(({ again }) => !again).length / runs).toBeLessThan(2.2);
  });

  it('looks at each group by itself', () => {
    const fine = ['north', 'east'].flatMap((segment) => daily('kkkkkkk', segment));
    const events = [...daily('kbbbbbb', 'south'), ...fine];
    expect(alarms(events, 9)).toEqual([]);
    expect(alarms(events, 9, { by: bySegment }).map(({ key }) => key)).toEqual(['south']);
  });

  it('stays with what it said, however much is recorded later and in whatever order', () => {
    const choices = fc.array(fc.nat(20), { minLength: 1, maxLength: 30 });
    const tense = { keepRate: 0.5, falseAlarmEvery: 3 };
    let seen = 0;
    holds(
      fc.property(lives, choices, fc.integer({ min: 0, max: 60 }), (all, order, day) => {
        const then = alarms(all.flat(), day, tense);
        const later = alarms(interleaved(all, order), 500, tense);
        expect(later.filter(({ at }) => at <= on(day))).toEqual(then);
        seen += then.length;
      }),
      300,
    );
    expect(seen).toBeGreaterThan(100);
  });
});

describe('the rule', () => {
  const rule = (options: object) =>
    driftAlarms(openLedger(), { asOf: on(1), keepRate: 0.9, ...options }).rule;

  it.each([
    [0.5, 1 / 3, 1, 32],
    [0.8, 2 / 3, 3, 24],
    [0.9, 9 / 11, 6, 31],
    [0.95, 0.904762, 13, 54],
    [0.99, 0.980198, 69, 154],
    [0.998, 0.996008, 346, 347],
  ])('for %d: worse %d weighs %d, threshold %d', (keepRate, worse, brokenWeight, threshold) => {
    const found = rule({ keepRate });
    expect(found).toMatchObject({ brokenWeight, threshold });
    expect(found.worse).toBeCloseTo(worse, 6);
    expect(found.falseAlarmEvery).toBeGreaterThanOrEqual(1000);
    expect(found.noticedAfter).toBeLessThan(found.falseAlarmEvery / 2);
  });

  it('takes another worse rate and another price of false alarms', () => {
    expect(rule({ worse: 0.7 }).brokenWeight).toBe(4); // ln 3 / ln (9/7) = 4.37
    expect(rule({ worse: 0.7 }).noticedAfter).toBeLessThan(rule({}).noticedAfter);
    expect(rule({ falseAlarmEvery: 100 }).threshold).toBeLessThan(rule({}).threshold);
    expect(rule({ worse: undefined, falseAlarmEvery: undefined, by: undefined })).toEqual(rule({}));
  });

  it.each([
    [0.8, 5],
    [0.95, 20],
    [0.999, 1000],
  ])('for %d, an alarm in %d may be each broken promise, up to rounding', (keepRate, every) => {
    // 1 / (1 - .95) is 19.999999999999986.
    const found = rule({ keepRate, falseAlarmEvery: every });
    expect(found.threshold).toBe(1);
    expect(found.falseAlarmEvery).toBeCloseTo(every, 9);
    expect(rule({ keepRate, falseAlarmEvery: every + 1 }).threshold).toBeGreaterThan(1);
  });

  it('is what independent promises see', () => {
    const keepRate = 0.9;
    const next = uniforms(9);
    const length = 40_000;
    const run = (rate: number) => {
      const outcomes = Array.from({ length }, () => (next() < rate ? 'k' : 'b')).join('');
      return length / alarms(daily(outcomes), length + 9, { keepRate }).length;
    };
    const { falseAlarmEvery, noticedAfter, worse } = rule({ keepRate });
    const errors = (average: number) => 4 / Math.sqrt(length / average);
    expect(Math.abs(run(keepRate) / falseAlarmEvery - 1)).toBeLessThan(errors(falseAlarmEvery));
    expect(Math.abs(run(worse) / noticedAfter - 1)).toBeLessThan(errors(noticedAfter));
  });
});

it.each([
  [0.5, 0.5 - 2e-12, 1e6],
  [0.5, 5e-324, 1e6],
  [0.5, 1e-17, 2],
  [0.9, 0.9 - 2e-12, 1e6],
  [0.999, 0.999 - 2e-12, 1e6],
  [0.999, 5e-324, 1e6],
  [0.999, 0.5, 2],
])(
  'a rule at the end of its ranges is found soon and finite: %d, %d, %d',
  (keepRate, worse, every) => {
    const options = { asOf: on(1), keepRate, worse, falseAlarmEvery: every };
    const { rule } = driftAlarms(openLedger(), options);
    for (const number of Object.values(rule)) expect(Number.isFinite(number)).toBe(true);
    expect(rule.falseAlarmEvery).toBeGreaterThanOrEqual(every);
  },
);

describe('driftAlarms refuses', () => {
  it.each<[object | undefined, string, string, string]>([
    [undefined, 'missing', 'options', 'an object'],
    [{ keepRate: undefined }, 'missing', 'options.keepRate', 'a share from .5 to .999'],
    [{ keepRate: 0.4 }, 'out-of-range', 'options.keepRate', 'a share from .5 to .999'],
    [{ keepRate: 1 }, 'out-of-range', 'options.keepRate', 'a share from .5 to .999'],
    [{ keepRate: '.9' }, 'wrong-type', 'options.keepRate', 'a share from .5 to .999'],
    [{ worse: 0.9 }, 'out-of-range', 'options.worse', 'above 0 and below 0.9, the keepRate'],
    // .8999999999999999, which tells nothing from .9.
    [{ worse: 0.3 * 3 }, 'out-of-range', 'options.worse', 'above 0 and below 0.9, the keepRate'],
    [{ worse: 0 }, 'out-of-range', 'options.worse', 'above 0 and below 0.9'],
    [
      { falseAlarmEvery: 1 },
      'out-of-range',
      'options.falseAlarmEvery',
      'promises from 2 to 1000000',
    ],
    [{ falseAlarmEvery: '1000' }, 'wrong-type', 'options.falseAlarmEvery', 'promises from 2'],
    [{ asOf: new Date(Number.NaN) }, 'wrong-type', 'options.asOf', 'a date'],
    [{ by: 'segment' }, 'wrong-type', 'options.by', 'a function'],
    [{ by: () => null }, 'wrong-type', 'options.by', 'a function that returns text'],
    [{ h: 5 }, 'unknown-name', 'options.h', 'one of asOf, keepRate, worse'],
  ])('%o', (change, code, path, expected) => {
    const options = change && { asOf: on(9), keepRate: 0.9, ...change };
    const refused = refusal(() => driftAlarms(recorded([made('a', 1, 2)]), options as never));
    expect(refused).toMatchObject({ function: 'driftAlarms', code, path });
    expect(refused.expected).toContain(expected);
  });
});

it('the defaults are frozen, within their ranges, and say where they come from', () => {
  expect(Object.isFrozen(driftDefaults.parameters)).toBe(true);
  for (const { value, range, source, status } of Object.values(driftDefaults.parameters)) {
    expect(value).toBeGreaterThanOrEqual(range[0]);
    expect(value).toBeLessThanOrEqual(range[1]);
    expect(source).not.toBe('');
    expect(['published', 'assumed']).toContain(status);
  }
});
