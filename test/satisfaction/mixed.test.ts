import {
  adjustParameters,
  explainSatisfaction,
  marketplaceSatisfaction,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import {
  type MixedExperience,
  mixedSatisfaction,
  type SatisfactionDimension,
  surveySatisfaction,
  tk92Satisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const time = (actual: number, stillWaiting = false) =>
  ({ promised: 60, actual, unit: 'minutes', stillWaiting }) as const;
const cost = (actual: number) => ({ promised: 200, actual, currency: 'EUR' }) as const;
const service = (perceived: number) => ({ expected: 70, perceived });
const utility = (
  dimensions: MixedExperience['dimensions'],
  model: SatisfactionModel = mixedSatisfaction,
) => explainSatisfaction({ dimensions }, { model }).utility;

describe('several dimensions', () => {
  it('judge minutes and money in percent of the promise', () => {
    const { gaps } = predictSatisfaction({ dimensions: { time: time(45), cost: cost(250) } });
    expect(gaps).toEqual({
      time: { gap: 25, unit: 'percent' },
      cost: { gap: -25, unit: 'percent' },
    });
  });

  it('take one alone as if it were all', () => {
    expect(utility({ time: time(54) })).toBeCloseTo(0.02 * 10, 12);
    expect(utility({ time: time(66) })).toBeCloseTo(-0.04 * 10, 12);
    expect(utility({ time: time(90, true) })).toBeCloseTo(-0.04 * 20 - 1.8, 12);
    expect(utility({ service: service(80) })).toBeCloseTo(0.12 * 5, 12);
    const alone = predictSatisfaction(cost(180));
    expect(alone).toEqual(predictSatisfaction({ dimensions: { cost: cost(180) } }));
    expect(alone.model.id).toBe('satisfaction/mixed-assumed-1');
  });

  it('count by their importance, as an average', () => {
    const parts = { time: time(66), cost: cost(180) };
    expect(utility(parts)).toBeCloseTo((-0.4 + 0.2) / 2, 12);
    const hasty = adjustParameters(mixedSatisfaction, 'ours', { 'time.importance': 3 });
    expect(utility(parts, hasty)).toBeCloseTo((3 * -0.4 + 0.2) / 4, 12);
    expect(utility({ ...parts, cost: cost(200) }, hasty)).toBeCloseTo((3 * -0.4) / 4, 12);
  });

  it('explain themselves by term, the share in the amount', () => {
    const { contributions, utility: total } = explainSatisfaction({
      dimensions: { time: time(54), service: service(80) },
    });
    expect(contributions.filter(({ amount }) => amount !== 0)).toMatchObject([
      { term: 'time.gain', amount: 5, utility: 0.1 },
      { term: 'service.performance', amount: 2.5, utility: 0.3 },
      { term: 'service.gain', amount: 5, utility: 0 },
    ]);
    expect(contributions.reduce((sum, part) => sum + part.utility, 0)).toBe(total);
  });

  it.each([
    [{ time: time(45), service: service(70) }, 'exceeded'],
    [{ time: time(60), service: service(74) }, 'met'],
    [{ time: time(61), service: service(90) }, 'below'],
    [{ cost: cost(200), service: service(65) }, 'below'],
  ] as const)('%o together are %s', (dimensions, outcome) => {
    const prediction = predictSatisfaction({ dimensions });
    expect(prediction.outcome).toBe(outcome);
    expect(prediction.outcomes[outcome]).toBe(1);
  });
});

describe('Kano', () => {
  const as = (response: SatisfactionDimension['response']): SatisfactionModel => ({
    ...mixedSatisfaction,
    id: `ours/${response}`,
    dimensions: {
      ...mixedSatisfaction.dimensions,
      time: {
        kind: 'time',
        unit: 'percent',
        terms: ['gap', 'broken'],
        value: 'identity',
        response,
      },
      service: {
        kind: 'level',
        unit: 'points',
        terms: ['performance', 'gain', 'loss'],
        value: 'identity',
        response,
      },
    },
    parameters: {
      ...Object.fromEntries(
        Object.entries(mixedSatisfaction.parameters).filter(
          ([name]) => !/^time\.(gain|loss|cap|stillWaiting)$/.test(name),
        ),
      ),
      'time.gap': { value: 0.05, unit: '', range: [-1, 1], status: 'assumed', source: 'test' },
      'time.broken': { value: 1, unit: '', range: [-1, 1], status: 'assumed', source: 'test' },
      'service.gain': { value: 0.01, unit: '', range: [-1, 1], status: 'assumed', source: 'test' },
      'service.loss': { value: 0.03, unit: '', range: [-1, 1], status: 'assumed', source: 'test' },
    },
  });

  it.each([
    ['one-dimensional', 1.25, -2.25, 0.6 + 0.1, -0.6 * 1 - 0.15],
    ['must-be', 0, -2.25, 0, -0.12 * 5 - 0.15],
    ['attractive', 1.25, 0, 0.12 * 10 + 0.1, 0],
  ] as const)('%s', (response, early, late, better, worse) => {
    const model = as(response);
    expect(utility({ time: time(45) }, model)).toBeCloseTo(early, 12);
    expect(utility({ time: time(75) }, model)).toBeCloseTo(late, 12);
    expect(utility({ service: service(80) }, model)).toBeCloseTo(better, 12);
    const shortfall = response === 'one-dimensional' ? 0.12 * -10 - 0.15 : worse;
    expect(utility({ service: service(65) }, model)).toBeCloseTo(shortfall, 12);
  });

  it('a time that must be, or may delight, counts its duration beyond the promise', () => {
    const fitted = (response: SatisfactionDimension['response']): SatisfactionModel => ({
      ...marketplaceSatisfaction,
      dimensions: {
        time: { kind: 'time', unit: 'days', terms: ['performance'], value: 'identity', response },
      },
      parameters: Object.fromEntries(
        Object.entries(marketplaceSatisfaction.parameters).filter(([name]) =>
          /performance|threshold/.test(name),
        ),
      ),
    });
    const at = (response: SatisfactionDimension['response'], actual: number) =>
      explainSatisfaction({ promised: 10, actual, unit: 'days' }, { model: fitted(response) })
        .utility;
    expect(at('must-be', 20)).toBeCloseTo(-0.43962154 * Math.log(2), 12);
    expect(at('must-be', 5)).toBe(0);
    expect(at('attractive', 20)).toBe(0);
    expect(at('attractive', 5)).toBeCloseTo(0.43962154 * Math.log(2), 12);
  });

  it('what must be is never exceeded, what may delight is never missed', () => {
    const outcome = (response: SatisfactionDimension['response'], perceived: number) =>
      predictSatisfaction(service(perceived), { model: as(response) }).outcome;
    expect(outcome('must-be', 90)).toBe('met');
    expect(outcome('must-be', 50)).toBe('below');
    expect(outcome('attractive', 90)).toBe('exceeded');
    expect(outcome('attractive', 50)).toBe('met');
  });
});

it('who still waits for what may only delight is no worse for it', () => {
  const { dimensions } = mixedSatisfaction;
  const model: SatisfactionModel = {
    ...mixedSatisfaction,
    dimensions: { ...dimensions, time: { ...dimensions.time, response: 'attractive' } as never },
  };
  expect(utility({ time: time(90, true) }, model)).toBe(0);
});

it('an effect beyond all numbers is refused', () => {
  const model: SatisfactionModel = {
    ...marketplaceSatisfaction,
    dimensions: {
      time: { kind: 'time', unit: 'days', terms: ['gain'], value: 'identity' },
    },
    parameters: {
      ...Object.fromEntries(
        Object.entries(marketplaceSatisfaction.parameters).filter(([name]) => /thr/.test(name)),
      ),
      'time.gain': { value: 10, unit: '', range: [0, 10], status: 'assumed', source: 'test' },
    },
  };
  const long = { promised: Number.MAX_VALUE, actual: 1, unit: 'days' } as const;
  expect(refusal(() => predictSatisfaction(long, { model }))).toMatchObject({
    code: 'out-of-range',
    path: 'actual',
  });
});

// Golden: Tversky & Kahneman 1992, alpha .88 and lambda 2.25.
it('the named preset TK92 has v(10) = 7.5858 and v(-10) = -17.0680', () => {
  const value = (perceived: number) =>
    explainSatisfaction({ expected: 50, perceived }, { model: tk92Satisfaction }).utility / 0.1;
  expect(value(60)).toBeCloseTo(7.5858, 4);
  expect(value(40)).toBeCloseTo(-17.068, 4);
  expect(value(50)).toBe(0);
});

it('two slopes bend at the knee', () => {
  const { 'level.gain': like } = surveySatisfaction.parameters;
  const number = (value: number) => ({ ...like, value, range: [0, 100] as const }) as never;
  const model: SatisfactionModel = {
    ...surveySatisfaction,
    dimensions: {
      level: { kind: 'level', unit: 'points', terms: ['gap'], value: 'two-slopes' },
    },
    parameters: {
      ...Object.fromEntries(
        Object.entries(surveySatisfaction.parameters).filter(([name]) => name.startsWith('t')),
      ),
      'level.gap': number(0.1),
      'level.knee': number(10),
      'level.beyond': number(0.25),
    },
  };
  const at = (perceived: number) =>
    explainSatisfaction({ expected: 50, perceived }, { model }).contributions[0]?.amount;
  expect([30, 40, 45, 50, 58, 60, 80].map(at)).toEqual([-12.5, -10, -5, 0, 8, 10, 15]);
});

describe('covariates', () => {
  const number = (value: number) =>
    ({ value, unit: 'log odds', range: [-1, 1], status: 'assumed', source: 'test' }) as const;
  const model: SatisfactionModel = {
    ...marketplaceSatisfaction,
    id: 'ours/basket',
    covariates: { items: 'identity', price: 'log' },
    parameters: {
      ...marketplaceSatisfaction.parameters,
      'covariates.items': number(-0.3),
      'covariates.price': number(-0.1),
    },
    domain: { 'covariates.items': [1, 5] },
  };
  const dimensions = { time: { promised: 10, actual: 8, unit: 'days' } } as const;

  it('add to the utility by name', () => {
    const covariates = { items: 6, price: 100 };
    const { contributions, prediction } = explainSatisfaction(
      { dimensions, covariates },
      { model },
    );
    expect(contributions.slice(-2)).toMatchObject([
      { term: 'covariates.items', amount: 6, utility: -0.3 * 6 },
      { term: 'covariates.price', amount: Math.log(100), utility: -0.1 * Math.log(100) },
    ]);
    expect(prediction.warnings).toMatchObject([{ path: 'covariates.items', value: 6 }]);
    const { contributions: plain } = explainSatisfaction(dimensions.time);
    const bare = ({ term, amount, utility }: (typeof plain)[number]) => ({ term, amount, utility });
    expect(contributions.slice(0, 4).map(bare)).toEqual(plain.map(bare));
  });

  it.each([
    [{ items: 1 }, 'missing', 'covariates.price'],
    [{ items: 1, price: 0 }, 'out-of-range', 'covariates.price'],
    [{ items: Number.NaN, price: 1 }, 'out-of-range', 'covariates.items'],
    [{ items: Infinity, price: 1 }, 'out-of-range', 'covariates.items'],
    [{ items: '1', price: 1 }, 'wrong-type', 'covariates.items'],
    [{ items: 1, price: 1, colour: 2 }, 'unknown-name', 'covariates.colour'],
  ])('refuse %o', (covariates, code, path) => {
    const input = { dimensions, covariates } as never;
    expect(refusal(() => predictSatisfaction(input, { model }))).toMatchObject({ code, path });
  });

  it('are refused by a model that knows none', () => {
    expect(
      refusal(() => predictSatisfaction({ dimensions, covariates: { items: 1 } })),
    ).toMatchObject({ code: 'unknown-name', path: 'covariates.items', expected: 'no covariates' });
  });
});

describe('a mix is refused', () => {
  const refused = (experience: unknown, model?: SatisfactionModel) =>
    refusal(() => predictSatisfaction(experience as never, { model }));

  it.each([
    [{ dimensions: {} }, 'missing', 'dimensions.time'],
    [{ dimensions: { speed: time(5) } }, 'unknown-name', 'dimensions.speed'],
    [{ dimensions: { time: service(80) } }, 'unknown-name', 'dimensions.time.expected'],
    [{ dimensions: { time: { ...time(0) } } }, 'out-of-range', 'dimensions.time.actual'],
    [{ dimensions: { cost: { promised: 1, actual: 1 } } }, 'missing', 'dimensions.cost.currency'],
    [{ dimensions: { cost: cost(-1) } }, 'out-of-range', 'dimensions.cost.actual'],
    [{ dimensions: { time: time(50, true) } }, 'out-of-range', 'dimensions.time.actual'],
    [{ dimensions: 5 }, 'wrong-type', 'dimensions'],
    [{ dimensions: {}, extra: 1 }, 'unknown-name', 'extra'],
    [{ promised: 1e-300, actual: 1e300, currency: 'EUR' }, 'out-of-range', 'actual'],
  ])('%o', (experience, code, path) => {
    expect(refused(experience)).toMatchObject({ code, path });
  });

  it('when a dimension is left out of a model that needs all', () => {
    const { partial: _, ...whole } = mixedSatisfaction;
    expect(refused({ dimensions: { time: time(50) } }, whole)).toMatchObject({
      code: 'missing',
      path: 'dimensions.cost',
    });
    expect(refused(time(50), whole)).toMatchObject({ code: 'ambiguous' });
  });

  it('when one experience could be either of two dimensions', () => {
    const { dimensions, parameters } = mixedSatisfaction;
    const price = { ...dimensions.service, kind: 'cost', unit: 'percent', terms: [] };
    const model = {
      ...mixedSatisfaction,
      dimensions: { ...dimensions, service: price },
      parameters: Object.fromEntries(
        Object.entries(parameters).filter(([name]) => !/^service.[^i]/.test(name)),
      ),
    } as SatisfactionModel;
    expect(refused(cost(50), model)).toMatchObject({ code: 'ambiguous', path: '' });
  });

  it('in another currency than a model that does not count in percent speaks of', () => {
    const { cost: percent } = mixedSatisfaction.dimensions;
    const model = {
      ...mixedSatisfaction,
      dimensions: { ...mixedSatisfaction.dimensions, cost: { ...percent, unit: 'USD' } },
    } as SatisfactionModel;
    expect(refused(cost(180), model)).toMatchObject({
      code: 'unit-mismatch',
      path: 'currency',
      value: 'EUR',
    });
    const dollars = { ...cost(180), currency: 'USD' };
    expect(predictSatisfaction(dollars, { model }).gaps.cost).toEqual({ gap: 20, unit: 'USD' });
  });

  it('when nothing that is judged matters', () => {
    const model = adjustParameters(mixedSatisfaction, 'ours', { 'time.importance': 0 });
    expect(refused(time(50), model)).toMatchObject({
      code: 'out-of-range',
      path: 'options.model.parameters.time.importance',
    });
  });
});
