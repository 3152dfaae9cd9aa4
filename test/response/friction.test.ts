import fc from 'fast-check';
import { adjustParameters, predictWordOfMouth } from 'overdeliver';
import { folkloreWordOfMouth } from 'overdeliver/loyalty';
import { frictionDefaults, scoreComplaintChannel } from 'overdeliver/response';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const channel = { steps: 4, ways: 1, hours: 24, repeats: 1, handOvers: 1 };
const customer = { satisfaction: 40 };

it('adds up the effort, and turns it into friction and word of mouth', () => {
  const score = scoreComplaintChannel(channel, customer);
  // .1 * 4 + .3 / 1 + .02 * 24 + .3 * 1 + .2 * 1
  const effort = score.contributions.reduce((sum, part) => sum + part.effort, 0);
  expect(effort).toBeCloseTo(1.68, 12);
  expect(score.friction).toBeCloseTo(100 * (1 - Math.exp(-1.68)), 10);
  const { negative, model } = predictWordOfMouth({ ...customer, outcome: 'below' });
  const { now, least, most } = score.negativeWordOfMouth;
  expect(score.model).toEqual(model);
  expect(most).toBe(negative);
  expect(least).toBeCloseTo(most / 2, 12);
  expect(now).toBeCloseTo(most * (1 - 0.5 * Math.exp(-1.68)), 12);
  expect(score.actions.map(({ detail }) => detail.term)).toEqual([
    'hours',
    'steps',
    'ways',
    'repeats',
    'handOvers',
  ]);
  expect(score.actions[0]?.detail).toEqual({
    term: 'hours',
    amount: 24,
    averts: expect.closeTo(most * 0.5 * (Math.exp(-1.2) - Math.exp(-1.68)), 12),
  });
  expect(score.actions[0]?.why).toEqual([
    { code: 'friction', detail: { effort: 0.48, of: expect.closeTo(1.68, 12) } },
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

it('takes a model of word of mouth', () => {
  const wordOfMouth = folkloreWordOfMouth;
  const { negativeWordOfMouth, model } = scoreComplaintChannel(channel, customer, { wordOfMouth });
  expect(negativeWordOfMouth.most).toBe(10);
  expect(model.id).toBe('loyalty/word-of-mouth-folklore');
  // Whom a disappointment leaves satisfied warns nobody.
  const happy = scoreComplaintChannel(channel, { satisfaction: 90 });
  expect(happy.negativeWordOfMouth).toEqual({ now: 0, least: 0, most: 0 });
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

it.each([
  [
    'a satisfaction off its scale',
    { satisfaction: 101 },
    {},
    'out-of-range',
    'customer.satisfaction',
  ],
  [
    'an unknown name',
    { satisfaction: 40, stage: 'long-term' },
    {},
    'unknown-name',
    'customer.stage',
  ],
  ['no set', customer, { wordOfMouth: 3 }, 'wrong-type', 'options.wordOfMouth'],
])('refuses %s', (_, one, options, code, path) => {
  const call = () => scoreComplaintChannel(channel, one, options as never);
  expect(refusal(call)).toMatchObject({ code, path, function: 'scoreComplaintChannel' });
});
