import fc from 'fast-check';
import { capabilityFromSamples } from 'overdeliver';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { amounts } from './any-capability';

const options = { unit: 'minutes' };

it('answers by rank, whatever the order and the number of samples', () => {
  holds(
    fc.property(amounts, fc.integer({ min: 1, max: 60 }), (given, copies) => {
      // More than fifty are not sorted at once.
      const many = Array.from({ length: copies }, () => given).flat();
      const capability = capabilityFromSamples(many, options);
      const sorted = many.slice().sort((a, b) => a - b);
      for (const rank of [1, many.length, 1 + Math.floor(many.length / 3)]) {
        expect(capability.ranks?.byRank(rank)).toBe(sorted[rank - 1]);
        expect(capability.quantile(rank / many.length)).toBe(sorted[rank - 1]);
      }
      for (const t of [...given.slice(0, 20), -1, 20.5]) {
        const kept = sorted.filter((x) => x <= t).length;
        expect(capability.ranks?.kept(t)).toBe(kept);
        expect(capability.chance(t)).toBe(kept / many.length);
      }
    }),
    60,
  );
});

it('answers a question alike, whichever were asked before', () => {
  const many = Array.from({ length: 1500 }, (_, i) => ((i * 7919) % 1511) / 7);
  const questions = [
    (c: typeof fresh) => c.ranks?.byRank(1400),
    (c: typeof fresh) => c.expectedOvershoot(150.1),
    (c: typeof fresh) => c.ranks?.kept(199.9),
    (c: typeof fresh) => c.mean(),
    (c: typeof fresh) => c.quantile(0.5),
    (c: typeof fresh) => c.expectedOvershoot(-3),
    (c: typeof fresh) => JSON.stringify(c),
  ];
  const fresh = capabilityFromSamples(many, options);
  const answers = questions.map((ask) => ask(capabilityFromSamples(many, options)));
  const order = fc.shuffledSubarray([...questions.keys(), ...questions.keys()], {
    minLength: 2 * questions.length,
  });
  holds(
    fc.property(order, (asked) => {
      const capability = capabilityFromSamples(many, options);
      // Twice through, so that sorting sets in on the way.
      for (const i of [...asked, ...asked]) expect(questions[i]?.(capability)).toBe(answers[i]);
    }),
    30,
  );
});

it('leaves the samples as they are, and stays as it is when they change', () => {
  const samples = Array.from({ length: 3000 }, (_, i) => ((i * 7919) % 3001) / 7);
  const before = samples.slice();
  const capability = capabilityFromSamples(samples, options);
  const sorted = samples.slice().sort((a, b) => a - b);
  expect(capability.ranks?.byRank(2700)).toBe(sorted[2699]);
  expect(samples).toEqual(before);
  samples.fill(1);
  expect(capability.ranks?.byRank(2701)).toBe(sorted[2700]);
  expect(capability.ranks?.kept(sorted[99] as number)).toBe(100);
});

it('counts what is equal up to rounding, among many as among few', () => {
  const samples = Array.from({ length: 1000 }, (_, i) => 1 + (i % 10));
  samples[500] = 5 * (1 + Number.EPSILON);
  const capability = capabilityFromSamples(samples, options);
  expect(capability.ranks?.kept(5)).toBe(samples.filter((x) => x < 5.5).length);
  expect(capability.ranks?.byRank(499)).toBe(5);
  expect(capability.ranks?.byRank(500)).toBe(samples[500]);
  expect(capability.ranks?.kept(5)).toBe(samples.filter((x) => x < 5.5).length);
});

it('remains as the longer ones do', () => {
  const capability = capabilityFromSamples([1, 2, 5, 7, 7, 11], options).remaining(2);
  const brute = capabilityFromSamples([3, 5, 5, 9], options);
  for (const p of [0, 0.1, 0.25, 0.26, 0.7, 0.75, 0.9, 1]) {
    expect(capability.quantile(p)).toBe(brute.quantile(p));
  }
  expect(capability.mean()).toBeCloseTo(5.5, 12);
  expect(capability.expectedOvershoot(4)).toBeCloseTo(brute.expectedOvershoot(4), 12);
  expect(capability.remaining(4).quantile(1)).toBe(5);
  expect(capability.ranks).toBeNull();
});

it.each([
  ['lower', 2, 'a time that some observation exceeds'],
  ['lower', -1, 'a finite number of at least 0'],
  ['lower', Number.NaN, 'a finite number of at least 0'],
  ['higher', 0, 'times; a level is not under way'],
] as const)('what remains where %s is better has no elapsed of %d', (better, elapsed, expected) => {
  const { remaining } = capabilityFromSamples([1, 2], { ...options, better });
  const refused = refusal(() => remaining(elapsed));
  expect(refused).toMatchObject({ code: 'out-of-range', path: 'elapsed' });
  expect(refused.expected).toContain(expected);
});
