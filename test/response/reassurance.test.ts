import fc from 'fast-check';
import { adjustParameters, planRecovery } from 'overdeliver';
import { planReassurance, reassuranceDefaults } from 'overdeliver/response';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

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
    ['thank', '2026-10-24T14:00:00.000Z', 2],
    ['call', '2026-10-24T14:00:00.000Z', 2],
    ['tell-next', '2026-10-25T07:00:00.000Z', 1],
  ]);
  expect(actions[4]?.why).toEqual([
    { code: 'doubt-after-buying', detail: { hours: 5 } },
    { code: 'brought-forward', detail: { hours: 15 } },
  ]);
});

it('says what misses the 24 hours, since nobody works in them', () => {
  const [, , , , post, thank, call] = planReassurance(new Date('2026-10-24T15:30:00Z'), {
    contact,
  });
  expect([post, thank, call].map((one) => [one?.code, one?.when?.toISOString()])).toEqual([
    ['post-letter', '2026-10-26T08:00:00.000Z'],
    ['thank', '2026-10-26T08:00:00.000Z'],
    ['call', '2026-10-26T08:00:00.000Z'],
  ]);
  expect(thank?.why).toEqual([
    { code: 'doubt-after-buying', detail: { hours: 40.5 } },
    { code: 'moved', detail: { hours: 20.5 } },
    { code: 'after-24-hours', detail: { hours: 40.5 } },
  ]);
});

it('does not bring forward what is planned for later than a day', () => {
  const parameters = adjustParameters(reassuranceDefaults, 'ours', { call: 30 });
  const call = planReassurance(boughtAt, { contact, parameters }).at(-1);
  expect([call?.code, call?.when?.toISOString()]).toEqual(['call', '2026-10-26T08:00:00.000Z']);
});

it('brings forward what is planned for the last moment of the day', () => {
  const parameters = adjustParameters(reassuranceDefaults, 'ours', { call: 24 });
  const actions = planReassurance(boughtAt, { contact, parameters });
  const call = actions.find(({ code }) => code === 'call');
  expect(call?.when?.toISOString()).toBe('2026-10-24T14:00:00.000Z');
});

it('takes the time of the purchase itself, where no whole hour before the plan is free', () => {
  const noon = ['12:00-12:30'];
  const open = { monday: noon, tuesday: noon, wednesday: noon, thursday: noon, friday: noon };
  const parameters = adjustParameters(reassuranceDefaults, 'ours', { post: 4.5 });
  const friday = new Date('2026-03-06T12:10:00Z');
  const post = planReassurance(friday, {
    contact: { zone: 'UTC', calendar: { zone: 'UTC', open } },
    parameters,
  }).find(({ code }) => code === 'post-letter');
  expect(post?.when).toEqual(friday);
  expect(post?.why[1]).toEqual({ code: 'brought-forward', detail: { hours: 4.5 } });
});

it('uses the day wherever there is an hour in it, and the latest one, brought forward', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata');
  const date = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
  holds(
    fc.property(zones, zones, date, (zone, office, at) => {
      const working = { zone: office, open: { tuesday: day, wednesday: day, friday: day } };
      const reached = { zone, quiet: '22:00-04:00', calendar: working };
      const hour = (x: number) => new Date(at + x * 3_600_000);
      const free = (x: number) =>
        planRecovery({ what: 'x', at: hour(x) }, { asOf: hour(x), contact: reached }).actions[0]
          ?.when as Date;
      const actions = planReassurance(hour(0), { contact: reached });
      for (const [code, planned] of Object.entries({ thank: 20, call: 23 })) {
        const step = actions.find((action) => action.code === code);
        const codes = step?.why.map((reason) => reason.code);
        const inDay = Array.from({ length: planned + 1 }, (_, x) => free(x)).some(
          (one) => one <= hour(24),
        );
        expect(codes?.includes('after-24-hours')).toBe(!inDay);
        expect((step?.when as Date) <= hour(24)).toBe(inDay);
        const forward = codes?.includes('brought-forward');
        expect(forward).toBe(inDay && free(planned) > hour(24));
        // Less than an hour before the last free time of the day.
        const next = (Number(step?.when) - at) / 3_600_000 + 1;
        if (forward) expect(+free(next)).toBeGreaterThan(+hour(24));
      }
    }),
    40,
  );
});

it('marks the telephone call as contested, the posted letter as published, all else as assumed', () => {
  const evidence = planReassurance(boughtAt, { contact }).map((one) => [
    one.code,
    one.evidence.status,
  ]);
  expect(Object.fromEntries(evidence)).toEqual({
    confirm: 'assumed',
    'give-tangible': 'assumed',
    'send-letter': 'assumed',
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

it('needs nobody at work for what goes by itself', () => {
  const open = { zone: 'UTC', open: { monday: day } };
  // On a Friday; hours 24 and less are within the day.
  const friday = new Date('2026-03-06T09:00:00Z');
  const actions = planReassurance(friday, { contact: { zone: 'UTC', calendar: open } });
  const due = Object.fromEntries(actions.map(({ code, when }) => [code, when?.toISOString()]));
  expect(due).toMatchObject({
    confirm: '2026-03-06T09:00:00.000Z',
    'give-tangible': '2026-03-06T10:00:00.000Z',
    'send-letter': '2026-03-06T12:00:00.000Z',
    'post-letter': '2026-03-09T09:00:00.000Z',
    'tell-next': '2026-03-07T07:00:00.000Z',
  });
});

it('takes the end of the day for within it', () => {
  const parameters = adjustParameters(reassuranceDefaults, 'ours', { call: 24, thank: 23.5 });
  const hour = ['09:00-10:00'];
  const open = { zone: 'UTC', open: { monday: hour, tuesday: hour } };
  const monday = new Date('2026-03-02T09:00:00Z');
  const actions = planReassurance(monday, { contact: { zone: 'UTC', calendar: open }, parameters });
  const due = actions.filter(({ code }) => code === 'call' || code === 'thank');
  expect(due.map(({ code, when }) => [code, when?.toISOString()])).toEqual([
    ['thank', '2026-03-03T09:00:00.000Z'],
    ['call', '2026-03-03T09:00:00.000Z'],
  ]);
  const codes = due.flatMap(({ why }) => why.map(({ code }) => code));
  expect(codes).not.toContain('after-24-hours');
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
