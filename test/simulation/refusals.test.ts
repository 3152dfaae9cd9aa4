import { isOverdeliverError } from 'overdeliver';
import {
  capabilityFromCensored,
  capabilityFromFamily,
  capabilityFromSamples,
  normal,
} from 'overdeliver/capability';
import { cuiAttraction } from 'overdeliver/promise';
import {
  bestKeepRate,
  planFor,
  simulatePolicies,
  simulationSteps,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { market } from './given';

const policies = { margin: planFor(0.9) };

/** Code, path and message of what a call throws. */
function refusalOf(call: () => unknown) {
  try {
    call();
  } catch (error) {
    if (!isOverdeliverError(error)) throw error;
    return { code: error.code, path: error.path, message: error.message, cause: error.cause };
  }
  throw new Error('nothing was thrown');
}

const inWorld = (change: object) =>
  refusalOf(() => simulatePolicies({ ...market, ...change } as never, { policies }));
const under = (policy: unknown) =>
  refusalOf(() => simulatePolicies(market, { policies: { bold: policy } as never }));

describe('a bad world', () => {
  const times = Array.from({ length: 20 }, (_, i) => i + 1);
  const censored = capabilityFromCensored(times, {
    unit: 'days',
    finished: times.map((time) => time <= 15),
  });
  const level = capabilityFromFamily(
    normal,
    { mean: 70, sd: 5 },
    { unit: 'days', better: 'higher' },
  );
  const hours = capabilityFromSamples([20, 30, 40, 50], { unit: 'hours' });
  const parsecs = capabilityFromSamples([20, 30, 40, 50], { unit: 'parsecs' });

  it.each([
    [{ customers: 0 }, 'out-of-range', 'world.customers'],
    [{ customers: {} }, 'out-of-range', 'world.customers'],
    [{ customers: { regular: 3 } }, 'unknown-name', 'world.customers.regular'],
    [{ customers: undefined }, 'missing', 'world.customers'],
    [{ order: { revenue: 30, cost: 1e300 } }, 'out-of-range', 'world.order.cost'],
    [{ days: 16_000 }, 'out-of-range', 'world.days'],
    [{ days: 0.5 }, 'wrong-type', 'world.days'],
    [{ seed: -1 }, 'out-of-range', 'world.seed'],
    [{ replications: 1 }, 'out-of-range', 'world.replications'],
    [{ order: { revenue: Number.NaN, cost: 1 } }, 'out-of-range', 'world.order.revenue'],
    [{ capability: censored }, 'not-identified', 'world.capability'],
    [{ capability: level }, 'unit-mismatch', 'world.capability.better'],
    [{ capability: hours, attraction: cuiAttraction(7) }, 'unit-mismatch', 'world.capability.unit'],
    [{ capability: parsecs }, 'missing', 'world.daysPerUnit'],
    [{ attraction: () => Number.NaN }, 'out-of-range', 'world.attraction'],
    [{ signals: { wordOfMouth: 3 } }, 'unknown-name', 'world.signals.wordOfMouth'],
    [{ horizon: 3 }, 'unknown-name', 'world.horizon'],
  ])('%j is refused: %s at %s', (change, code, path) => {
    const refused = inWorld(change);
    expect([refused.code, refused.path]).toEqual([code, path]);
  });

  it('says which model of satisfaction does not fit the unit', () => {
    const { message } = inWorld({
      capability: capabilityFromSamples([20, 30, 40, 50], { unit: 'minutes' }),
      models: { satisfaction: {} },
    });
    expect(message).toContain('world.models.satisfaction');
  });
});

describe('a bad policy', () => {
  it.each([
    [() => Number.NaN, 'out-of-range'],
    [() => 0, 'out-of-range'],
    [() => '5', 'wrong-type'],
    ['fast', 'wrong-type'],
  ])('%s is refused in its name', (policy, code) => {
    expect(under(policy)).toMatchObject({ code, path: 'options.policies.bold' });
  });

  it('that throws carries its name and what it threw', () => {
    const own = new Error('no van today');
    const thrown = under(() => {
      throw own;
    });
    expect(thrown).toMatchObject({
      code: 'policy-failed',
      path: 'options.policies.bold',
      cause: own,
    });
    expect(thrown.message).toContain('no van today');
    const few = capabilityFromSamples([2, 3, 4, 5], { unit: 'days' });
    const plan = refusalOf(() => simulatePolicies({ ...market, capability: few }, { policies }));
    expect(plan).toMatchObject({ code: 'policy-failed', path: 'options.policies.margin' });
    expect(plan.cause).toMatchObject({ code: 'not-enough-data' });
  });

  it('that answers with a promise is refused, and so is all else that does', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const late = async () => {
      throw new Error('late');
    };
    const told = { policies, onProgress: late } as never;
    const refused = [
      under(late),
      under(async () => 5),
      inWorld({ attraction: late }),
      refusalOf(() => simulatePolicies(market, told)),
      refusalOf(() => bestKeepRate(market, { onProgress: late } as never)),
    ];
    expect(refused.map(({ code, path }) => [code, path])).toEqual([
      ['wrong-type', 'options.policies.bold'],
      ['wrong-type', 'options.policies.bold'],
      ['wrong-type', 'world.attraction'],
      ['wrong-type', 'options.onProgress'],
      ['wrong-type', 'options.onProgress'],
    ]);
    for (const { message } of refused) expect(message).toContain('await what it needs before');
    await new Promise((go) => setTimeout(go, 5));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });

  it.each(['constructor', '__proto__'])('by the name of %s is refused', (name) => {
    const named = Object.fromEntries([[name, planFor(0.9)]]);
    expect(refusalOf(() => simulatePolicies(market, { policies: named }))).toMatchObject({
      code: 'unknown-name',
      path: `options.policies.${name}`,
      message: `simulatePolicies: options.policies.${name} is no known name; expected names other than ${name}`,
    });
  });

  it('is refused for a whole number among other names, which objects have first wherever it was written', () => {
    const named = { ...policies, 90: planFor(0.9) };
    const found = refusalOf(() => simulatePolicies(market, { policies: named }));
    expect(found).toMatchObject({ code: 'ambiguous', path: 'options.policies.90' });
    // Where it stays where it was written, it is a name like any other.
    for (const name of ['05', '4294967295']) {
      const { differences } = simulatePolicies(market, {
        policies: { [name]: planFor(0.5), ...policies },
      });
      expect(Object.keys(differences)[0]).toBe(name);
    }
    const alone = simulatePolicies(market, { policies: { 90: planFor(0.9) } });
    expect(alone.policies[90]?.asked).not.toBeNull();
  });

  it('is refused where there is none', () => {
    const none = refusalOf(() => simulatePolicies(market, { policies: {} }));
    expect(none).toMatchObject({ code: 'missing', path: 'options.policies' });
    expect(refusalOf(() => planFor(90)).path).toBe('keepRate');
  });
});

describe('bad options', () => {
  it('of a search are refused', () => {
    const rates = (keepRates: unknown) =>
      refusalOf(() => bestKeepRate(market, { keepRates } as never)).path;
    expect(rates([0.5, 0.6])).toBe('options.keepRates');
    expect(rates([0.5, 0.6, 0.55])).toBe('options.keepRates');
    expect(rates([0.5, 0.6, 90])).toBe('options.keepRates[2]');
    const confident = { confidence: 0.9 };
    expect(refusalOf(() => whichAssumptionDecides(market, confident as never)).code).toBe(
      'unknown-name',
    );
  });

  it('of a generator are refused at once, a bad quote as it is asked for', () => {
    expect(refusalOf(() => simulationSteps(market, { policies: {} })).code).toBe('missing');
    const steps = simulationSteps(market, { policies: { odd: () => -1 } });
    const refused = refusalOf(() => steps.next());
    expect(refused.path).toBe('options.policies.odd');
    expect(refused.message).toContain('simulationSteps');
  });
});

it.each([
  [undefined, 'missing', 'asked'],
  [{ stage: 'first-use', day: 0 }, 'missing', 'asked.capability'],
  [{ capability: 6, stage: 'first-use', day: 0 }, 'wrong-type', 'asked.capability'],
])('what planFor makes refuses what is no question: %j', (asked, code, path) => {
  const policy: (asked: never) => number = planFor(0.9);
  expect(refusalOf(() => policy(asked as never))).toMatchObject({
    code,
    path,
  });
});
