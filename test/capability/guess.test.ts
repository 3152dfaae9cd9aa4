import {
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
  planPromise,
  reviveCapability,
} from 'overdeliver';
import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  familySource,
  fitCapability,
  lognormal,
  mixtureSource,
  samplesSource,
} from 'overdeliver/capability';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const guess = capabilityFromFamily(lognormal, { mean: 45, sd: 15 }, { unit });
const samples = [38, 52, 41, 45, 47];

it('blends by the number of outcomes', () => {
  const blended = capabilityFromGuess(guess, { priorSize: 10, samples });
  const real = capabilityFromSamples(samples, { unit });
  expect(blended.chance(46)).toBeCloseTo((10 * guess.chance(46) + 5 * real.chance(46)) / 15, 14);
  expect(blended.n).toBe(5);
});

it('says for how long it is mostly a guess', () => {
  const warned = (priorSize: number) => capabilityFromGuess(guess, { priorSize, samples }).warnings;
  expect(warned(5.5)).toEqual([
    { code: 'few-observations', detail: { observations: 5, priorSize: 5.5 } },
  ]);
  expect(warned(5)).toEqual([]);
  const none = capabilityFromGuess(guess, { priorSize: 10, samples: [] });
  expect(none.warnings).toEqual([
    { code: 'no-observations', detail: { observations: 0, priorSize: 10 } },
  ]);
  // What a guess warns of is answered by the blend.
  const again = capabilityFromGuess(none, { priorSize: 10, samples });
  expect(again.warnings).toEqual([
    { code: 'few-observations', detail: { observations: 5, priorSize: 10 } },
  ]);
  const some = capabilityFromGuess(again, { priorSize: 5, samples });
  expect(some.warnings).toEqual([]);
});

it('is known from end to end, or refused before real outcomes show the gap', () => {
  const points = [
    { p: 0.1, value: 30 },
    { p: 0.5, value: 45 },
    { p: 0.95, value: 70 },
    { p: 1, value: 90 },
  ];
  const call = (from: number, to: number) => () =>
    capabilityFromGuess(capabilityFromQuantiles(points.slice(from, to), { unit }), {
      priorSize: 10,
      samples,
    });
  expect(refusal(call(1, 3))).toMatchObject({
    code: 'out-of-range',
    message:
      'capabilityFromGuess: guess.identifiedFrom is 0.5; expected 0: a quantile at p = 0, or a family',
  });
  const open = capabilityFromCensored([38, 52], { unit, finished: [1, 0] });
  expect(refusal(() => capabilityFromGuess(open, { priorSize: 10, samples })).message).toBe(
    'capabilityFromGuess: guess.identified is 0.5; expected 1: a quantile at p = 1, or a family',
  );
});

it('is the guess as long as nothing is known', () => {
  const cold = capabilityFromGuess(guess, { priorSize: 10, samples: [] });
  expect(cold.quantile(0.9)).toBeCloseTo(guess.quantile(0.9), 12);
  expect(cold).toMatchObject({ n: 0, ranks: null });
});

it('carries no guarantee', () => {
  const many = Array.from({ length: 50 }, (_, i) => 30 + i);
  const blended = capabilityFromGuess(guess, { priorSize: 10, samples: many });
  expect(blended.ranks).toBeNull();
  const { guarantee, chance } = planPromise(blended, { keepRate: 0.9 });
  expect(guarantee).toEqual({ kind: 'none', reason: 'no-ranks', n: 50, needed: null });
  expect(chance.low).toBeNull();
});

it.each([
  [{ priorSize: 0, samples }, 'options.priorSize'],
  [{ priorSize: 1, samples: [-1] }, 'options.samples[0]'],
  [{ priorSize: 1 }, 'options.samples'],
])('refuses %j', (options, path) => {
  const call = () => capabilityFromGuess(guess, options as never);
  expect(refusal(call)).toMatchObject({ path });
});

it('of a fit to other orders counts none of them, and warns of what that warns of', () => {
  const elsewhere = [10, 10.5, 11, 60, 61, 62, 63, 64, 64.5, 65, 66, 67];
  const fitted = fitCapability(lognormal, elsewhere, { unit });
  expect(fitted.warnings.map(({ code }) => code)).toEqual(['poor-fit']);
  const blended = capabilityFromGuess(fitted, { priorSize: 5, samples });
  expect(blended.n).toBe(5);
  expect(blended.warnings).toEqual(fitted.warnings);
  const sources = [mixtureSource, samplesSource, familySource(lognormal)];
  const json = JSON.parse(JSON.stringify(blended));
  const revived = reviveCapability(json, sources);
  expect(revived.quantile(0.8)).toBe(blended.quantile(0.8));
  // No more and no fewer than were seen.
  for (const n of [4, 6, 17]) {
    const error = { code: 'out-of-range', path: 'json.n', value: n };
    expect(refusal(() => reviveCapability({ ...json, n }, sources))).toMatchObject(error);
  }
});
