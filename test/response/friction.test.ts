import fc from 'fast-check';
import {
  adjustParameters,
  frictionDefaults,
  predictIntentions,
  scoreComplaintChannel,
} from 'overdeliver';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const channel = { steps: 4, ways: 1, hours: 24, repeats: 1, handOvers: 1 };
const customer = { satisfaction: 40, stage: 'long-term' } as const;

it('adds up the effort, and turns it into friction and word of mouth', () => {
  const score = scoreComplaintChannel(channel, customer);
  // .1 * 4 + .3 / 1 + .02 * 24 + .3 * 1 + .2 * 1
  const effort = score.contributions.reduce((sum, part) => sum + part.effort, 0);
  expect(effort).toBeCloseTo(1.68, 12);
  expect(score.friction).toBeCloseTo(100 * (1 - Math.exp(-1.68)), 10);
  const { recommend } = predictIntentions({ ...customer, outcome: 'below' });
  const { now, least, most } = score.negativeWordOfMouth;
  expect(most).toBeCloseTo(0.5 * (1 - recommend), 12);
  expect(least).toBeCloseTo(most / 2, 12);
  expect(now).toBeCloseTo(most * (1 - 0.5 * Math.exp(-1.68)), 12);
  expect(score.actions.map(({ detail }) => detail.term)).toEqual([
    'hours',
    'steps',
    'ways',
    'repeats',
    'handOvers',
  ]);
  expect(score.actions.every(({ evidence }) => evidence.status === 'assumed')).toBe(true);
});

it('leaves nothing to ease where nothing is hard', () => {
  const parameters = adjustParameters(frictionDefaults, 'ours', { ways: 0 });
  const easy = { steps: 0, ways: 3, hours: 0, repeats: 0, handOvers: 0 };
  const score = scoreComplaintChannel(easy, customer, { parameters });
  expect([score.friction + 0, score.actions]).toEqual([0, []]);
  expect(score.negativeWordOfMouth.now).toBe(score.negativeWordOfMouth.least);
});

it('warns of a satisfaction outside what the model was fitted on', () => {
  const { warnings, model } = scoreComplaintChannel(channel, { ...customer, satisfaction: 5 });
  expect(warnings[0]?.code).toBe('outside-fitted-range');
  expect(model.id).toBe('loyalty/index-survey');
});

it('no part makes complaining easier by growing, and friction stays from 0 to 100', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const channels = fc.record({
    steps: amount,
    ways: fc.double({ min: 1, max: 50, noNaN: true }),
    hours: amount,
    repeats: amount,
    handOvers: amount,
  });
  holds(
    fc.property(
      channels,
      fc.constantFrom('steps', 'hours', 'repeats', 'handOvers'),
      (one, term) => {
        const before = scoreComplaintChannel(one, customer);
        const after = scoreComplaintChannel(
          { ...one, [term]: Math.min(1e6, one[term] + 1) },
          customer,
        );
        expect(after.friction).toBeGreaterThanOrEqual(before.friction);
        expect(after.negativeWordOfMouth.now).toBeGreaterThanOrEqual(
          before.negativeWordOfMouth.now,
        );
        expect(before.friction).toBeGreaterThanOrEqual(0);
        expect(after.friction).toBeLessThanOrEqual(100);
        const more = scoreComplaintChannel({ ...one, ways: one.ways + 1 }, customer);
        expect(more.friction).toBeLessThanOrEqual(before.friction);
      },
    ),
  );
});

it.each([
  ['no way at all', { ways: 0 }, 'out-of-range', 'channel.ways'],
  ['steps below 0', { steps: -1 }, 'out-of-range', 'channel.steps'],
  ['a missing part', { hours: undefined }, 'missing', 'channel.hours'],
  ['an unknown part', { colour: 1 }, 'unknown-name', 'channel.colour'],
])('refuses %s', (_, bad, code, path) => {
  const call = () => scoreComplaintChannel({ ...channel, ...bad } as never, customer);
  expect(refusal(call)).toMatchObject({ code, path });
});
