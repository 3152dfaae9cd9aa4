import { adjustParameters, planReassurance, reassuranceDefaults } from 'overdeliver';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const boughtAt = new Date('2026-10-24T09:00:00Z');
const day = ['09:00-17:00'];
const calendar = { zone: 'Europe/Berlin', open: { monday: day, tuesday: day, saturday: day } };
const contact = { zone: 'Europe/Berlin', quiet: '21:00-08:00', calendar };

it('dates every step, over the night on which the clocks go back', () => {
  const actions = planReassurance(boughtAt, { contact });
  expect(actions.map(({ code, when, why }) => [code, when?.toISOString(), why.length])).toEqual([
    ['confirm', '2026-10-24T09:00:00.000Z', 1],
    ['give-tangible', '2026-10-24T10:00:00.000Z', 1],
    ['send-letter', '2026-10-24T12:00:00.000Z', 1],
    ['post-letter', '2026-10-24T13:00:00.000Z', 1],
    ['tell-next', '2026-10-25T07:00:00.000Z', 1],
    ['thank', '2026-10-26T08:00:00.000Z', 3],
    ['call', '2026-10-26T08:00:00.000Z', 3],
  ]);
  expect(actions[5]?.why).toEqual([
    { code: 'doubt-after-buying', detail: { hours: 47 } },
    { code: 'moved', detail: { hours: 27 } },
    { code: 'after-24-hours', detail: { hours: 47 } },
  ]);
});

it('marks the telephone call as contested, letters as published, all else as assumed', () => {
  const evidence = planReassurance(boughtAt, { contact }).map((one) => [
    one.code,
    one.evidence.status,
  ]);
  expect(Object.fromEntries(evidence)).toEqual({
    confirm: 'assumed',
    'give-tangible': 'assumed',
    'send-letter': 'published',
    'post-letter': 'published',
    thank: 'assumed',
    'tell-next': 'assumed',
    call: 'contested',
  });
});

it('leaves out what is not wanted, and follows hours of your own', () => {
  const parameters = adjustParameters(reassuranceDefaults, 'ours', { tangible: 0.5 });
  const without = ['call', 'thank', 'post-letter', 'send-letter', 'tell-next'] as const;
  const actions = planReassurance(boughtAt, { contact, without, parameters });
  expect(actions.map(({ code, detail }) => [code, detail.hours])).toEqual([
    ['confirm', 0],
    ['give-tangible', 0.5],
  ]);
});

it('confirms at once, even in quiet hours', () => {
  const night = new Date('2026-10-24T21:30:00Z');
  const [first, second] = planReassurance(night, { contact });
  expect(first).toMatchObject({ code: 'confirm', when: night });
  expect(second?.when?.toISOString()).toBe('2026-10-25T07:00:00.000Z');
});

it.each([
  ['a step that is none', { contact, without: ['sing'] }, 'unknown-name', 'options.without[0]'],
  ['no contact', {}, 'missing', 'options.contact'],
])('refuses %s', (_, options, code, path) => {
  expect(refusal(() => planReassurance(boughtAt, options as never))).toMatchObject({ code, path });
});

it('refuses a purchase without a date', () => {
  const call = () => planReassurance(undefined as never, { contact });
  expect(refusal(call)).toMatchObject({ code: 'missing', path: 'boughtAt' });
});
