import { byMonth, capabilityFromSamples, livePromiser, planPromise } from 'overdeliver';
import {
  backtestPromises,
  backtestSteps,
  promiseFrontier,
  promisesAsMade,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { PolicyFailedError } from 'overdeliver/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { always, on } from './given';

const by = byMonth('UTC');
const options = { unit: 'days', keepRate: 0.9, by, policies: { yours: promisesAsMade() } } as const;
const order = { id: 'a', started: on(1), finished: on(4), promise: 4 };
const run = (orders: unknown, ...given: readonly unknown[]) =>
  backtestPromises(orders as never, (given.length === 0 ? options : given[0]) as never);

describe('orders that cannot be', () => {
  it.each<[string, unknown, string, string, string | RegExp]>([
    ['none given', undefined, 'missing', 'orders', /an array of orders/],
    ['a number', 7, 'wrong-type', 'orders', /an array of orders/],
    ['text', 'orders', 'wrong-type', 'orders', /an array of orders/],
    ['a row that is none', [order, null], 'wrong-type', 'orders[1]', /an order of the past/],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    ['a hole', [order, ,], 'missing', 'orders[1]', /an order of the past/],
    ['no id', [{ started: on(1) }], 'missing', 'orders[0].id', /an id/],
    ['an empty id', [{ ...order, id: '' }], 'out-of-range', 'orders[0].id', /an id/],
    ['an id that is a number', [{ ...order, id: 7 }], 'wrong-type', 'orders[0].id', /as text/],
    ['no start', [{ id: 'a' }], 'missing', 'orders[0].started', /a date/],
    [
      'text without an offset',
      [{ ...order, started: '2026-01-01' }],
      'wrong-type',
      'orders[0].started',
      /offset/,
    ],
    [
      'a misspelt name',
      [{ ...order, finised: on(4) }],
      'unknown-name',
      'orders[0].finised',
      /one of id, started, finished/,
    ],
    [
      'an end before the start',
      [order, { ...order, id: 'b', started: on(5) }],
      'date-order',
      'orders[1].finished',
      /on, when order b started/,
    ],
    [
      'a loss before the start',
      [{ id: 'b', started: on(5), lost: on(4) }],
      'date-order',
      'orders[0].lost',
      /order b/,
    ],
    [
      'an end that is no date',
      [{ ...order, finished: 'soon' }],
      'wrong-type',
      'orders[0].finished',
      /order a/,
    ],
    [
      'two ends',
      [{ ...order, cancelled: on(5) }],
      'ambiguous',
      'orders[0]',
      /one end at most for order a/,
    ],
    [
      'a promise and a due date',
      [{ ...order, due: on(5) }],
      'ambiguous',
      'orders[0]',
      /not both, for order a/,
    ],
    [
      'a due date before the start',
      [{ id: 'a', started: on(5), due: on(4) }],
      'date-order',
      'orders[0].due',
      /order a/,
    ],
    [
      'a promise below 0',
      [{ ...order, promise: -1 }],
      'out-of-range',
      'orders[0].promise',
      /order a/,
    ],
    [
      'a promise as text',
      [{ ...order, promise: '4' }],
      'wrong-type',
      'orders[0].promise',
      /order a/,
    ],
    [
      'an estimate of 0',
      [{ ...order, estimate: 0 }],
      'out-of-range',
      'orders[0].estimate',
      /order a/,
    ],
    [
      'a group that is no text',
      [{ ...order, group: 7 }],
      'wrong-type',
      'orders[0].group',
      /order a/,
    ],
    [
      'features in a list',
      [{ ...order, features: [1] }],
      'wrong-type',
      'orders[0].features',
      /order a/,
    ],
    [
      'features that are a number',
      [{ ...order, features: 7 }],
      'wrong-type',
      'orders[0].features',
      /order a/,
    ],
    [
      'a feature that is NaN',
      [{ ...order, features: { km: Number.NaN } }],
      'out-of-range',
      'orders[0].features.km',
      /order a/,
    ],
    [
      'an id twice under way',
      [order, { ...order, started: on(2) }],
      'duplicate-id',
      'orders',
      /while it is under way/,
    ],
  ])('%s', (_, orders, code, path, expected) => {
    expect(refusal(() => run(orders))).toMatchObject({
      function: 'backtestPromises',
      code,
      path,
      expected: expect.stringMatching(expected),
    });
    expect(
      refusal(() => promiseFrontier(orders as never, promisesAsMade(), [0.9], { unit: 'days' })),
    ).toMatchObject({ function: 'promiseFrontier', code, path });
  });

  it('an id may come again after its order has ended', () => {
    const again = [order, { ...order, started: on(5), finished: on(6) }];
    expect(run(again).policies).toMatchObject({ yours: { kept: { n: 1 }, pending: 1 } });
  });

  it('a getter that throws', () => {
    const trap = {
      ...order,
      get group(): string {
        throw new Error('mine');
      },
    };
    expect(refusal(() => run([trap]))).toMatchObject({ code: 'wrong-type', path: 'orders[0]' });
  });

  it('one by one: without a date as of, or out of turn', () => {
    const two = [{ ...order, id: 'b', started: on(2) }, order];
    expect(refusal(() => run(two.values()))).toMatchObject({
      code: 'missing',
      path: 'options.asOf',
    });
    expect(refusal(() => run(two.values(), { ...options, asOf: on(9) }))).toMatchObject({
      code: 'date-order',
      path: 'orders[1].started',
      expected: 'order a not before the one ahead of it, at 2026-01-02T00:00:00.000Z',
    });
  });

  it('fewer than a report needs', () => {
    expect(refusal(() => run([]))).toMatchObject({ code: 'not-enough-data', path: 'orders' });
    expect(refusal(() => run([], { ...options, from: on(1) })).message).toBe(
      'backtestPromises: orders holds 0; expected at least 1 for a look back',
    );
    const promised = { ...order, promise: 9 };
    expect(refusal(() => run([promised])).message).toBe(
      'backtestPromises: orders holds 1 that started, and no promise to them that fell due by 2026-01-04T00:00:00.000Z (promises are in days, by options.unit; more do by a later options.asOf); expected at least 1 for a look back: an order that was promised',
    );
    expect(refusal(() => run([{ ...order, promise: null }])).message).toBe(
      'backtestPromises: orders holds 1 that started, and no promise to them that fell due (every quote was null); expected at least 1 for a look back: an order that was promised',
    );
    const calledOff = { ...order, finished: null, cancelled: on(3), promise: 9 };
    expect(refusal(() => run([calledOff], { ...options, asOf: on(30) })).message).not.toContain(
      'null',
    );
    const from = on(2);
    expect(refusal(() => run([order], { ...options, from }))).toMatchObject({
      code: 'not-enough-data',
    });
    expect(refusal(() => run([order], { ...options, from: on(9) }))).toMatchObject({
      code: 'date-order',
      path: 'options.from',
    });
  });
});

describe('options that cannot be', () => {
  const { policies } = options;
  it.each<[object | undefined, string, string]>([
    [undefined, 'missing', 'options'],
    [{ ...options, unit: 'weeks' }, 'unknown-name', 'options.unit'],
    [{ ...options, keepRate: 1 }, 'out-of-range', 'options.keepRate'],
    [{ ...options, keeprate: 1 }, 'unknown-name', 'options.keeprate'],
    [{ ...options, by: undefined }, 'missing', 'options.by'],
    [{ ...options, by: () => 7 }, 'wrong-type', 'options.by'],
    [{ ...options, policies: undefined }, 'missing', 'options.policies'],
    [{ ...options, policies: {} }, 'missing', 'options.policies'],
    [{ ...options, policies: { live: 'live' } }, 'wrong-type', 'options.policies.live'],
    [{ ...options, policies, against: 'his' }, 'unknown-name', 'options.against'],
    [{ ...options, seed: 0.5 }, 'wrong-type', 'options.seed'],
    [{ ...options, seed: -1 }, 'out-of-range', 'options.seed'],
    [{ ...options, from: 'June' }, 'wrong-type', 'options.from'],
    [{ ...options, confidence: 1 }, 'out-of-range', 'options.confidence'],
    [{ ...options, onProgress: 1 }, 'wrong-type', 'options.onProgress'],
    [{ ...options, policies: { live: () => 7 } }, 'wrong-type', 'options.policies.live()'],
    [{ ...options, policies: { live: () => ({}) } }, 'missing', 'options.policies.live().quote'],
    [
      { ...options, policies: { live: () => ({ quote: 7 }) } },
      'wrong-type',
      'options.policies.live().quote',
    ],
    [
      { ...options, policies: { live: () => ({ qoute: () => 7 }) } },
      'unknown-name',
      'options.policies.live().qoute',
    ],
    [
      { ...options, policies: { live: () => ({ quote: () => 7, end: 7 }) } },
      'wrong-type',
      'options.policies.live().end',
    ],
  ])('%o as %s at %s', (given, code, path) => {
    expect(refusal(() => run([order], given as object))).toMatchObject({
      function: 'backtestPromises',
      code,
      path,
    });
  });

  it.each([
    [() => quotesFromHistory({ days: 0 }), 'quotesFromHistory', 'out-of-range', 'options.days'],
    [
      () => quotesFromHistory({ weeks: 1 } as never),
      'quotesFromHistory',
      'unknown-name',
      'options.weeks',
    ],
    [
      () => quotesFromPromiser({ typical: 0 }),
      'quotesFromPromiser',
      'out-of-range',
      'options.typical',
    ],
    [
      () => quotesFromPromiser({ ask: 7 } as never),
      'quotesFromPromiser',
      'wrong-type',
      'options.ask',
    ],
    [
      () => quotesFromEstimator({ days: 9 } as never),
      'quotesFromEstimator',
      'missing',
      'options.lagDays',
    ],
    [
      () => quotesFromEstimator({ days: 9, lagDays: 9, everyDays: 1 }),
      'quotesFromEstimator',
      'out-of-range',
      'options.lagDays',
    ],
    [
      () => quotesFromEstimator({ days: 9, lagDays: 1, everyDays: 1, fitShare: 2 }),
      'quotesFromEstimator',
      'out-of-range',
      'options.fitShare',
    ],
    [
      () => promiseFrontier([order], always(1), [], { unit: 'days' }),
      'promiseFrontier',
      'out-of-range',
      'keepRates',
    ],
    [
      () => promiseFrontier([order], always(1), [2], { unit: 'days' }),
      'promiseFrontier',
      'out-of-range',
      'keepRates[0]',
    ],
    [
      () => promiseFrontier([order], 'live' as never, [0.9], { unit: 'days' }),
      'promiseFrontier',
      'wrong-type',
      'policy',
    ],
  ])('%s', (call, name, code, path) => {
    expect(refusal(call)).toMatchObject({ function: name, code, path });
  });
});

describe('a policy that fails', () => {
  it.each([Number.NaN, Infinity, -1])('with a quote of %d', (quote) => {
    const policies = { yours: promisesAsMade(), mine: always(quote) };
    expect(refusal(() => run([order], { ...options, policies }))).toMatchObject({
      code: 'out-of-range',
      path: 'options.policies.mine',
      value: quote,
      expected: 'a quote of at least 0 days for order a, or null for no promise',
    });
  });

  it('with no quote, or text', () => {
    const policies = (quote: unknown) => ({ mine: () => ({ quote: () => quote }) });
    for (const quote of [undefined, '4']) {
      const given = { ...options, policies: policies(quote) };
      expect(refusal(() => run([order], given))).toMatchObject({ code: 'wrong-type' });
    }
  });

  const mine = new Error('mine');
  const fail = () => {
    throw mine;
  };
  const later = { id: 'b', started: on(9), finished: on(10) };
  it.each([
    ['quote', () => ({ quote: fail }), 'a'],
    ['start', () => ({ quote: () => 1, start: fail }), 'a'],
    ['end', () => ({ quote: () => 1, end: fail }), 'a'],
    ['the policy itself', fail, null],
    [
      'a part that is read',
      () => ({
        get quote() {
          return fail();
        },
      }),
      null,
    ],
  ])('by what %s throws', (_, policy, id) => {
    const given = { ...options, policies: { ...options.policies, mine: policy } };
    let thrown: unknown;
    try {
      run([order, later], given);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PolicyFailedError);
    expect(thrown).toMatchObject({
      code: 'policy-failed',
      function: 'backtestPromises',
      path: 'options.policies.mine',
      policy: 'mine',
      order: id,
      cause: mine,
    });
    expect((thrown as Error).message).toContain('(Error: mine)');
  });

  it('by what this library throws inside it', () => {
    const policy = () => ({
      quote: () => livePromiser({ unit: 'days', keepRate: 7, typical: 1 }).now() as never,
    });
    expect(() => run([order], { ...options, policies: { policy } })).toThrow(
      'backtestPromises: options.policies.policy threw at order a; expected a policy that does not throw (InvalidInputError: livePromiser: options.keepRate is 7',
    );
  });
});

it('a policy that throws for want of orders is told what to do instead', () => {
  const policy = () => ({
    quote: () =>
      planPromise(capabilityFromSamples([3, 4], { unit: 'days' }), { keepRate: 0.9 }).promise,
  });
  expect(() => run([order], { ...options, policies: { policy } })).toThrow(
    'expected a policy that does not throw, but quotes null where it cannot tell (NotEnoughDataError: planPromise',
  );
});

describe('what answers with a promise', () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => void unheard.push(reason);
  beforeAll(() => void process.on('unhandledRejection', hear));
  afterAll(() => void process.off('unhandledRejection', hear));

  const late = async () => {
    throw new Error('late');
  };
  const later = { id: 'b', started: on(9), finished: on(10) };
  const at = (policy: unknown) => ({ ...options, policies: { mine: policy } });
  const instead = 'at once, not a promise: await what it needs before, and leave out async';
  it.each<[string, object, string, string]>([
    ['a policy', at(late), 'options.policies.mine', 'a policy that returns its functions'],
    [
      'a policy that resolves',
      at(async () => ({ quote: () => 4 })),
      'options.policies.mine',
      'a policy that returns its functions',
    ],
    [
      'a quote',
      at(() => ({ quote: late })),
      'options.policies.mine().quote',
      'a function that answers for order a',
    ],
    [
      'what only works like a promise',
      // biome-ignore lint/suspicious/noThenProperty: what is tested
      at(() => ({ quote: () => ({ then: () => undefined }) })),
      'options.policies.mine().quote',
      'a function that answers for order a',
    ],
    [
      'a start',
      at(() => ({ quote: () => 4, start: late })),
      'options.policies.mine().start',
      'a function that is done with order a',
    ],
    [
      'an end',
      at(() => ({ quote: () => 4, end: late })),
      'options.policies.mine().end',
      'a function that is done with order a',
    ],
    ['by', { ...options, by: late }, 'options.by', 'a function that returns text'],
    [
      'onProgress',
      { ...options, onProgress: late },
      'options.onProgress',
      'a function that is done',
    ],
  ])('is refused: %s', (_, given, path, expected) => {
    expect(refusal(() => run([order, later], given))).toMatchObject({
      function: 'backtestPromises',
      code: 'wrong-type',
      path,
      expected: `${expected} ${instead}`,
    });
  });

  it('is refused by a frontier too', () => {
    const frontier = (policy: unknown, onProgress?: never) =>
      refusal(() => promiseFrontier([order], policy as never, [0.9], { unit: 'days', onProgress }));
    expect(frontier(late).path).toBe('policy');
    expect(frontier(promisesAsMade(), late as never).path).toBe('options.onProgress');
  });

  it.each([
    ['ask', 'quotesFromPromiser', quotesFromPromiser({ typical: 3, ask: late } as never)],
    [
      'columns',
      'quotesFromEstimator',
      quotesFromEstimator({ days: 9, lagDays: 1, everyDays: 1, columns: late } as never),
    ],
  ])('is refused where the %s of a policy answers so', (name, made, policy) => {
    let cause: unknown;
    try {
      run([order, later], at(policy));
    } catch (error) {
      cause = (error as Error).cause;
    }
    expect(cause).toMatchObject({ function: made, code: 'wrong-type', path: `options.${name}` });
  });

  it('and leaves no rejection that nobody hears of', async () => {
    await new Promise((go) => setTimeout(go, 5));
    expect(unheard).toEqual([]);
  });

  it('but what has a `then` that cannot be read is any other value', () => {
    const odd = new Proxy(
      {},
      {
        get: () => {
          throw new Error('closed');
        },
      },
    );
    expect(
      refusal(() =>
        run(
          [order],
          at(() => ({ quote: () => odd })),
        ),
      ),
    ).toMatchObject({
      code: 'wrong-type',
      path: 'options.policies.mine',
    });
  });
});

it.each([promisesAsMade, quotesFromHistory, quotesFromPromiser, quotesFromEstimator])(
  'a policy that was not made by calling %s says so',
  (mine) => {
    const given = { ...options, policies: { mine } };
    expect(refusal(() => run([order], given))).toMatchObject({
      code: 'wrong-type',
      path: 'options.policies.mine',
      expected: 'a policy: call what makes one, as in quotesFromHistory()',
    });
  },
);

it('a period that was not made by calling byMonth says so', () => {
  expect(refusal(() => run([order], { ...options, by: byMonth })).message).toBe(
    "byMonth: zone is an object; expected a time zone, as in byMonth('Europe/Berlin')",
  );
});

describe('the name of a policy', () => {
  const named = (name: string) =>
    Object.fromEntries([
      [name, always(2)],
      ['yours', promisesAsMade()],
    ]);

  it.each(['toString', 'valueOf', 'hasOwnProperty', 'then', '1'])('may be %s', (name) => {
    const report = run([order], { ...options, policies: named(name) });
    expect(JSON.parse(JSON.stringify(report.policies))[name].kept.n).toBe(1);
  });

  it.each(['constructor', '__proto__'])('%s is refused', (name) => {
    expect(refusal(() => run([order], { ...options, policies: named(name) }))).toMatchObject({
      code: 'unknown-name',
      path: `options.policies.${name}`,
      expected: `names other than ${name}`,
    });
  });

  it('is none where what was written became the prototype', () => {
    const policies = { __proto__: always(4) };
    expect(refusal(() => run([order], { ...options, policies }))).toMatchObject({
      path: 'options.policies',
    });
  });
});

it('steps refuse options at once, and orders at their step', () => {
  expect(refusal(() => backtestSteps([order], { ...options, keepRate: 7 }))).toMatchObject({
    function: 'backtestSteps',
    path: 'options.keepRate',
  });
  const steps = backtestSteps([{ ...order, group: 7 } as never], options);
  expect(refusal(() => steps.next())).toMatchObject({
    function: 'backtestSteps',
    path: 'orders[0].group',
  });
});

it('what onProgress throws is its own, and so is what rows that come one by one throw', () => {
  const stop = new Error('stop');
  const onProgress = () => {
    throw stop;
  };
  expect(() => run([order], { ...options, onProgress })).toThrow(stop);
  const rows = (function* () {
    yield order;
    throw stop;
  })();
  expect(() => run(rows, { ...options, asOf: on(9) })).toThrow(stop);
});
