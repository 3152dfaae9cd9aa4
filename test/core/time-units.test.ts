import { capabilityFromSamples, planPromise } from 'overdeliver';
import {
  calibrateEstimates,
  capabilityFromCensored,
  capabilityFromFamily,
  gamma,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal';

const minutes = Array.from({ length: 19 }, (_, i) => 38.4 + i);
const inUnit = (unit: string) => capabilityFromSamples(minutes, { unit });

describe('a unit of time under another name', () => {
  it.each([
    ['min', 'minutes'],
    ['mins', 'minutes'],
    ['minute', 'minutes'],
    ['Minutes', 'minutes'],
    ['hr', 'hours'],
    ['h', 'hours'],
    ['hrs', 'hours'],
    ['d', 'days'],
    ['hour', 'hours'],
    [' hours', 'hours'],
    ['day', 'days'],
    ['DAYS', 'days'],
    ['open hours', 'open-hours'],
    ['open_min', 'open-minutes'],
    ['Business Days', 'business-days'],
    ['businessDays', 'business-days'],
    ['open  hours', 'open-hours'],
  ])('%s is refused for %s', (unit, meant) => {
    const { code, path, message } = refusal(() => inUnit(unit));
    expect([code, path]).toEqual(['out-of-range', 'options.unit']);
    expect(message).toContain(
      `options.unit is ${JSON.stringify(unit)}; expected ${meant}, as this unit of time is written`,
    );
  });

  it.each([
    ['minutes'],
    ['open-hours'],
    ['business-days'],
    ['weeks'],
    ['euros'],
    ['points'],
    ['m'],
    ['open days'],
    ['business hours'],
    ['man-days'],
    ['days of work'],
    ['parcels per hour'],
    ['constructor'],
  ])('%s is one of its own', (unit) => {
    expect(inUnit(unit).unit).toBe(unit);
  });

  it('is told wherever a unit comes in', () => {
    const calls = [
      () => capabilityFromFamily(gamma, { mean: 5, sd: 2 }, { unit: 'min' }),
      () => capabilityFromCensored([3, 4], { unit: 'min', finished: [true, true] }),
      () => calibrateEstimates({ estimates: [1, 2], actuals: [1, 2] }, { unit: 'min' }),
    ];
    for (const call of calls) expect(refusal(call).message).toContain('expected minutes');
  });
});

it('a rounding that makes a promise harder to keep is refused with one that does not', () => {
  const { message } = refusal(() =>
    planPromise(inUnit('minutes'), { keepRate: 0.9, round: Math.round }),
  );
  expect(message).toContain('options.round is 55; expected a rounding up from 55.4');
  expect(message).toContain('; toMultipleOf(1) is one');
});
