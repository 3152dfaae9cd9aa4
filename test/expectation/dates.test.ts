import type { DateInput } from 'overdeliver/core';
import { classifyStage, followExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { given } from './given';

/** The four forms of a date, each as one made from text. */
const forms: Readonly<Record<string, (text: string) => DateInput>> = {
  'a Date': (text) => new Date(text),
  milliseconds: (text) => Date.parse(text),
  'text with an offset': (text) => text.replace('T12:00:00Z', 'T14:00:00+02:00'),
  'an instant of Temporal': (text) => ({ epochMilliseconds: Date.parse(text) }),
};
const [bought, used, asOf] = ['2026-01-10', '2026-01-12', '2026-09-01'].map(
  (day) => `${day}T12:00:00Z`,
) as [string, string, string];
const judge = () => ({ outcome: 'met' }) as const;
const event = { kind: 'information', level: 70 } as const;

describe.each(Object.entries(forms))('%s is a date', (_, form) => {
  it('of a history and of the day in question', () => {
    const history = { firstPurchase: form(bought), uses: [form(used)] };
    expect(classifyStage(history, { asOf: form(asOf), zone: 'Europe/Berlin' })).toEqual({
      stage: 'first-use',
      uses: 1,
      daysSinceLastUse: 232,
      settlingInEnds: new Date('2026-04-10T11:00:00Z'),
    });
  });

  it('of an event and of the start', () => {
    const follow = (date: (text: string) => DateInput) =>
      followExpectation(given(), [{ at: date(used), event }], { from: date(bought), judge });
    const { steps } = follow(form);
    expect(steps[0]?.at).toEqual(new Date(used));
    expect(steps[0]?.before.predicted.variance).toBe(100 + 2 * 0.75);
    expect(follow(form)).toEqual(follow((text) => new Date(text)));
  });
});

describe('text without an offset is no date', () => {
  const local = '2026-01-12T12:00:00';

  it.each([
    [{ firstPurchase: local, uses: [] }, asOf, 'history.firstPurchase'],
    [{ firstPurchase: bought, uses: [local] }, asOf, 'history.uses[0]'],
    [{ firstPurchase: bought, uses: [] }, local, 'options.asOf'],
  ])('of %j as of %s', (history, at, path) => {
    expect(refusal(() => classifyStage(history, { asOf: at }))).toMatchObject({
      code: 'wrong-type',
      function: 'classifyStage',
      path,
      value: local,
    });
  });

  it.each([
    [local, bought, 'events[0].at'],
    [used, local, 'options.from'],
  ])('of an event at %s, followed from %s', (at, from, path) => {
    const call = () => followExpectation(given(), [{ at, event }], { from, judge });
    expect(refusal(call)).toMatchObject({ code: 'wrong-type', path, value: local });
  });
});

it('who never bought has no use on any clock, be it twelve days after its 0', () => {
  expect(classifyStage({ firstPurchase: null, uses: [] }, { asOf: 12 * 86_400_000 }).stage).toBe(
    'never-used',
  );
});
