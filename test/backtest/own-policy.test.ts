import { capabilityFromSamples, livePromiser, planPromise } from 'overdeliver';
import {
  backtestPromises,
  type PromisePolicy,
  promisesAsMade,
  quotesFromHistory,
} from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { on } from './given';

const orders = [
  { id: 'a', started: on(1), finished: on(4), promise: 4 },
  { id: 'b', started: on(5), finished: on(6), promise: 4 },
];
const options = { unit: 'days', keepRate: 0.9, by: () => 'all' } as const;
const run = (mine: unknown, given: object = {}) =>
  backtestPromises(orders, {
    ...options,
    policies: { yours: promisesAsMade(), mine: mine as PromisePolicy },
    ...given,
  });

describe('a policy of your own', () => {
  it('may have parts that are undefined, and answer to what nobody asked', () => {
    const plain = run(() => ({ quote: () => 4 }));
    expect(run(() => ({ quote: () => 4, start: undefined, end: undefined }))).toEqual(plain);
    expect(run(() => ({ quote: () => 4, start: () => 7, end: () => null }))).toEqual(plain);
  });

  it.each<[string, PromisePolicy | (() => unknown), string, string]>([
    ['null', () => null, 'wrong-type', '()'],
    ['nothing', () => undefined, 'wrong-type', '()'],
    ['a quote that is undefined', () => ({ quote: undefined }), 'missing', '().quote'],
    ['a quote that is null', () => ({ quote: null }), 'wrong-type', '().quote'],
    ['an end that is null', () => ({ quote: () => 4, end: null }), 'wrong-type', '().end'],
  ])('is refused with %s', (_, policy, code, path) => {
    const at = `options.policies.mine${path}`;
    expect(refusal(() => run(policy))).toMatchObject({ code, path: at });
  });

  const kitchen = capabilityFromSamples([4, 5, 6], { unit: 'days' });

  it.each<[string, () => unknown, string]>([
    [
      'a setting that is passed on whole',
      (setting?: unknown) => planPromise(kitchen, setting as never),
      'options.unit',
    ],
    ['a unit that there is not', () => livePromiser({ unit: 'weeks' } as never), 'options.unit'],
    ['another option', () => quotesFromHistory({ weeks: 3 } as never), 'options.weeks'],
    [
      'a day for a share',
      () => livePromiser({ unit: 'hours', keepRate: 'days' } as never),
      'options.keepRate',
    ],
    [
      'nothing, but of its own',
      () => {
        throw Object.assign(new Error('mine'), { path: 'options.unit', value: 'days' });
      },
      'options.unit',
    ],
    ['a missing unit', () => livePromiser({ keepRate: 0.9, typical: 1 } as never), 'options.unit'],
  ])('fails by what is thrown in it of %s', (_, policy, path) => {
    expect(() => run(policy)).toThrow(
      expect.objectContaining({ code: 'policy-failed', cause: expect.objectContaining({ path }) }),
    );
  });

  it('sees each order as it started, whatever it keeps of it', () => {
    const seen: unknown[] = [];
    const see = ({ started }: { started: Date }) => void seen.push(started.toISOString());
    run(() => ({
      quote: (order: { started: Date }) => {
        see(order);
        return 4;
      },
      start: see,
      end: see,
    }));
    expect(seen).toEqual([on(1), on(1), on(1), on(5), on(5)].map((date) => date.toISOString()));
  });
});

it('a report on nothing says from when on there was nothing', () => {
  const late = [{ id: 'a', started: on(1), finished: on(4) }];
  const policies = { mine: () => ({ quote: () => 4 }) };
  const of = (given: object) =>
    refusal(() => backtestPromises(late, { ...options, policies, ...given }));
  expect(of({ from: on(2) }).message).toContain(
    '0 that started from 2026-01-02T00:00:00.000Z on, and no promise',
  );
});
