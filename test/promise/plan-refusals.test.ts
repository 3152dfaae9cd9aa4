import { runInNewContext } from 'node:vm';
import {
  type Capability,
  capabilityFromSamples,
  type PlanOptions,
  planPromise,
  toMultipleOf,
} from 'overdeliver';
import { capabilityFromQuantiles } from 'overdeliver/capability';
import { NotEnoughDataError } from 'overdeliver/core';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const upTo = (n: number, better?: 'higher') =>
  capabilityFromSamples(
    Array.from({ length: n }, (_, index) => index + 1),
    { unit, better },
  );
/** What a caller without types may pass. */
const plan = (options: unknown, capability: unknown = upTo(20)) =>
  planPromise(capability as Capability, options as PlanOptions);

describe('planPromise refuses a keep rate', () => {
  it.each([0, -0.1, 1, 1.2, 90])('of %d', (keepRate) => {
    const refused = refusal(() => plan({ keepRate }));
    expect(refused).toMatchObject({
      name: 'InvalidInputError',
      function: 'planPromise',
      code: 'out-of-range',
      path: 'options.keepRate',
      value: keepRate,
    });
    expect(refused.expected).toContain('a share above 0 and below 1');
  });

  it.each([
    [Number.NaN, 'out-of-range'],
    [Infinity, 'out-of-range'],
    ['0.9', 'wrong-type'],
    [null, 'wrong-type'],
    [true, 'wrong-type'],
  ])('of %o, which is no number', (keepRate, code) => {
    expect(refusal(() => plan({ keepRate }))).toMatchObject({
      code,
      path: 'options.keepRate',
      value: keepRate,
      expected: 'a share above 0 and below 1, such as .9 for 90%',
    });
  });
});

it('names the unknown option rather than the one that is missing, misspelt', () => {
  expect(refusal(() => plan({ keeprate: 0.9 }))).toMatchObject({
    code: 'unknown-name',
    message:
      'planPromise: options.keeprate is no known name; expected keepRate, or one of round, bestEffort',
  });
  const points = (second: object) => () =>
    capabilityFromQuantiles([{ p: 0, value: 1 }, second] as never, { unit });
  expect(refusal(points({ p: 1, valeu: 2 })).message).toBe(
    'capabilityFromQuantiles: points[1].valeu is no known name; expected value, or one of p',
  );
  expect(refusal(points({ p: 1 })).path).toBe('points[1].value');
});

describe('planPromise refuses', () => {
  it.each([
    [null, 'wrong-type', 'options'],
    [0.9, 'wrong-type', 'options'],
    [{ keepRate: 0.9, keeprate: 0.9 }, 'unknown-name', 'options.keeprate'],
    [{}, 'missing', 'options.keepRate'],
    [{ keepRate: 0.9, round: 5 }, 'wrong-type', 'options.round'],
    [{ keepRate: 0.9, round: null }, 'wrong-type', 'options.round'],
  ])('the options %o', (options, code, path) => {
    expect(refusal(() => plan(options))).toMatchObject({ function: 'planPromise', code, path });
  });

  it.each([
    [5, 'a function, such as toMultipleOf(5)'],
    [0.25, 'a function, such as toMultipleOf(0.25)'],
    [-1, 'a function, such as toMultipleOf(5)'],
    ['up', 'a function, such as toMultipleOf(5)'],
  ])('a rounding of %o, with a hint', (round, expected) => {
    const refused = refusal(() => plan({ keepRate: 0.9, round }));
    expect(refused).toMatchObject({ path: 'options.round', code: 'wrong-type', expected });
  });

  it.each([
    ['is harder', () => 17, 17],
    ['is NaN', () => Number.NaN, Number.NaN],
    ['is endless', () => Infinity, Infinity],
    ['is text', (quote: number) => `${quote}`, '19'],
    ['is missing', () => undefined, undefined],
  ])('a rounding whose quote %s', (_, round, value) => {
    const refused = refusal(() => plan({ round, keepRate: 0.9 }));
    expect(refused).toMatchObject({ function: 'planPromise', path: 'options.round', value });
    expect(refused.expected).toContain('up from 19');
  });

  it('a rounding that was not made by calling toMultipleOf', () => {
    expect(refusal(() => plan({ round: toMultipleOf, keepRate: 0.9 })).message).toBe(
      'planPromise: options.round is a function; expected a rounding up from 19; call what makes one, as in toMultipleOf(5)',
    );
  });

  it('a level rounded up', () => {
    const refused = refusal(() => plan({ keepRate: 0.9, round: () => 3 }, upTo(20, 'higher')));
    expect(refused).toMatchObject({ code: 'out-of-range', path: 'options.round', value: 3 });
    expect(refused.expected).toContain('down from 2');
  });

  const { quantile: _, ...mute } = upTo(20);
  const { ranks: __, ...unranked } = upTo(20);
  const rankless = { ...upTo(20), ranks: { n: 20 } };
  it.each([[[38, 41, 45]], [null], [45], [{}], [mute], [unranked], [rankless]])(
    '%o, which is no capability',
    (given) => {
      expect(refusal(() => plan({ keepRate: 0.5 }, given as unknown))).toMatchObject({
        name: 'InvalidInputError',
        function: 'planPromise',
        code: 'wrong-type',
        path: 'capability',
        value: given,
        expected: 'a capability, such as capabilityFromSamples makes',
      });
    },
  );
});

it('names the way back from the JSON of a capability', () => {
  const json = JSON.parse(JSON.stringify(upTo(20)));
  expect(refusal(() => plan({ keepRate: 0.5 }, json))).toMatchObject({
    code: 'wrong-type',
    path: 'capability',
    expected: 'a capability, such as reviveCapability makes',
  });
});

describe('planPromise on too few samples', () => {
  it.each([
    [0.9, 8, 9],
    [0.9, 1, 9],
    [0.95, 18, 19],
    [0.99, 98, 99],
    [0.999, 20, 999],
    [0.51, 1, 2],
  ])('at %d of %d says that it needs %d', (keepRate, available, needed) => {
    const capability = upTo(available);
    const counts = expect.objectContaining({ needed, available });
    expect(() => plan({ keepRate }, capability)).toThrow(counts);
    expect(() => plan({ keepRate }, capability)).toThrow(NotEnoughDataError);
    expect(refusal(() => plan({ keepRate }, capability))).toMatchObject({
      function: 'planPromise',
      code: 'not-enough-data',
      path: 'capability',
    });
    expect(planPromise(upTo(needed), { keepRate }).promise).toBe(needed);
  });

  it.each([
    [0.9, 'at least 9 for a promise that is kept 90% of the time'],
    [0.975, 'at least 39 for a promise that is kept 97.5% of the time'],
    [0.57, 'at least 2 for a promise that is kept 57% of the time'],
    [0.58, 'at least 2 for a promise that is kept 58% of the time'],
  ])('at %d says so in words that read well', (keepRate, expected) => {
    expect(refusal(() => plan({ keepRate }, upTo(1))).expected).toBe(expected);
  });

  // The vm interrupts what would count for minutes or years.
  it.each([1 - 1e-13, 1 - 2 ** -53])('at %d, next to 1, says so at once', (keepRate) => {
    const call = () => plan({ keepRate }, upTo(20));
    const interrupted = () => runInNewContext('call()', { call }, { timeout: 1000 });
    const nearly = expect.toSatisfy((needed: number) => {
      // A rank is found up to 8 last bits of n, so that nearer to 1 no more can be asked for.
      const times = needed * (1 - keepRate * (1 - 8 * Number.EPSILON));
      return times > 0.5 && times < 1.1;
    });
    expect(interrupted).toThrow(
      expect.objectContaining({ code: 'not-enough-data', needed: nearly, available: 20 }),
    );
  });
});

it.each([-0.1, 1.1, Number.NaN])(
  'refuses a chance of %d from a capability of one’s own',
  (chance) => {
    const own = {
      ...capabilityFromQuantiles(
        [
          { p: 0.5, value: 40 },
          { p: 0.9, value: 58 },
        ],
        { unit },
      ),
      chance: () => chance,
    };
    expect(refusal(() => plan({ keepRate: 0.8 }, own))).toMatchObject({
      function: 'capability.chance',
      code: 'out-of-range',
      expected: 'a number from 0 to 1',
    });
  },
);
