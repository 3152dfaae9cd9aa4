import {
  adjustParameters,
  byMonth,
  type Capability,
  calibrateEstimates,
  capabilityAsOf,
  capabilityByGroup,
  capabilityFromSamples,
  classifyStage,
  dueDate,
  durationBetween,
  fitBgNbd,
  fitSatisfaction,
  formExpectation,
  isOverdeliverError,
  lifetimeValue,
  netPromoterScore,
  openLedger,
  planByBalance,
  planPromise,
  predictIntention,
  predictSatisfaction,
  recordEvent,
  reviewPromise,
  reviveCapability,
  reviveLedger,
  toMultipleOf,
  toPriceEnding,
} from 'overdeliver';
import {
  capabilityFromFamily,
  fitCapability,
  gamma,
  lognormal,
  mixCapabilities,
  pipelineCapability,
  samplesSource,
  scaleCapability,
  scaledSource,
} from 'overdeliver/capability';
import { equalWeights, rankOrderCentroid, tiedWeights } from 'overdeliver/expectation';
import { fitRetention, forecastRetention } from 'overdeliver/lifetime';
import { predictIntentions, surveyIntentions, wordOfMouthAmong } from 'overdeliver/loyalty';
import { cuiAttraction, fisherAttraction } from 'overdeliver/promise';
import { auditPractices, planBonuses } from 'overdeliver/response';
import {
  permuteExpectations,
  predictSatisfactions,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import {
  adjustedWaldInterval,
  answerLevels,
  byRole,
  cronbachAlpha,
  kanoCoefficients,
  waldInterval,
} from 'overdeliver/survey';
import { expect, it } from 'vitest';
import { nearMiss } from '../../src/input/near-miss';
import { refusal } from '../core/refusal';

const any = (value: unknown) => value as never;
const holed = (...list: unknown[]) => {
  delete list[1];
  return list;
};
const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
const fails = () => {
  throw new Error('hostile');
};
const proxy = new Proxy({}, { get: fails, has: fails, ownKeys: fails, getPrototypeOf: fails });

it.each([
  ['finised', ['started', 'finished'], ['started', 'finised'], 'finished'],
  ['Finished', ['finished'], ['Finished'], 'finished'],
  ['finished_at', ['finished'], ['finished_at'], 'finished'],
  ['is_finished', ['finished'], ['is_finished'], 'finished'],
  ['stage_name', ['stageName'], ['stage_name'], 'stageName'],
  ['lvl', ['level'], ['level', 'lvl'], 'level'],
  ['vaule', ['value'], ['value', 'vaule'], 'value'],
  ['state', ['stage'], ['stage', 'state'], undefined],
  ['user', ['uses'], ['uses', 'user'], undefined],
  ['answer', ['answers'], ['answers', 'answer'], undefined],
  ['id', ['at'], ['at', 'id'], undefined],
  ['at2', ['at'], ['at2'], undefined],
  ['note', ['value', 'n', 'at'], ['note'], undefined],
])('%s among %j of %j means %s', (name, known, given, means) => {
  expect(nearMiss(name, known, given)).toBe(means);
});

it('takes other columns of a row, and refuses a misspelt one', () => {
  const options = { asOf: new Date(2e9), unit: 'days' };
  const order = { started: new Date(0), finished: new Date(1e9), id: 7, state: 'SP' };
  expect(capabilityAsOf([order], options).n).toBe(1);
  const misspelt = { started: new Date(0), finised: new Date(1e9) };
  expect(refusal(() => capabilityAsOf([order, misspelt], options))).toMatchObject({
    code: 'unknown-name',
    path: 'orders[1].finised',
    expected: 'finished, or one of started, cancelled, lost',
  });
});

const throwingList = new Proxy([], { get: fails, has: fails, ownKeys: fails });
const odd = (ranks: object): Capability => ({
  ...kitchen,
  ranks: { ...(kitchen.ranks as object), ...ranks } as never,
});
const review = { plan: planPromise(kitchen, { keepRate: 0.5 }), elapsed: 40 };
const circular: Record<string, unknown> = {};
circular.self = circular;
const posing = any({
  satisfaction: Object.create(Float64Array.prototype),
  outcome: 'met',
  stage: 'first-use',
});
const protoForm = JSON.parse(
  '{ "answers": { "min": 1, "max": 5 }, "dimensions": { "__proto__": {} } }',
);
const withModel = (change: object) => {
  const [name, parameter] = Object.entries(surveySatisfaction.parameters)[0] as [string, object];
  const parameters = { ...surveySatisfaction.parameters, [name]: { ...parameter, ...change } };
  const model = any({ ...surveySatisfaction, parameters });
  return predictSatisfaction({ expected: 60, perceived: 70 }, { model });
};
const model = () =>
  adjustParameters(any({ id: 'a', parameters: { x: { value: 1, unit: 'm' } } }), 'b', {});
const nested = (times: number) => {
  let capability: Capability = kitchen;
  for (let i = 0; i < times; i++) capability = scaleCapability(capability, 1.01);
  return capability;
};
let json: unknown = kitchen.toJSON();
for (let i = 0; i < 6000; i++)
  json = { kind: 'scaled', version: 1, unit: 'minutes', better: 'lower', factor: 1, of: json };
const doubled = () => {
  let both: Capability = kitchen;
  for (let i = 0; i < 40; i++)
    both = mixCapabilities([
      { capability: both, weight: 1 },
      { capability: both, weight: 1 },
    ]);
};

it.each<[string, () => unknown]>([
  ['a billion ranks', () => equalWeights(1e9)],
  ['many ranks', () => rankOrderCentroid(2e5)],
  ['many tied', () => tiedWeights([1e9, 1])],
  ['a length alone', () => capabilityFromSamples({ length: 2 ** 40 }, { unit: 'm' })],
  ['6,000 inside each other', () => nested(6000)],
  ['6,000 inside each other in JSON', () => reviveCapability(json, [scaledSource, samplesSource])],
  ['40 doublings', doubled],
  ['many steps', () => pipelineCapability(Array(1000).fill(kitchen))],
  ['a step missing', () => pipelineCapability(any(holed(kitchen, kitchen, kitchen)))],
  ['the name of a family', () => fitCapability(any('lognormal'), [1, 2], { unit: 'm' })],
  ['its moments', () => capabilityFromFamily(any('gamma'), { mean: 1, sd: 1 }, { unit: 'm' })],
  ['a family as a source', () => reviveCapability(kitchen.toJSON(), any([lognormal]))],
  ['no options', () => permuteExpectations(any({}), [], any(undefined))],
  ['a parameter without a range', model],
  ['a proxy', () => capabilityFromSamples(any(proxy), { unit: 'm' })],
  ['a proxy of options', () => capabilityFromSamples([1], any(proxy))],
  [
    'a date that is none',
    () =>
      capabilityAsOf([{ started: Object.create(Date.prototype) }], {
        asOf: new Date(0),
        unit: 'days',
      }),
  ],
  ['no number to round', () => toMultipleOf(5)(Number.NaN, 'up')],
  ['a text for a quote', () => fisherAttraction(any('abc'))],
  [
    'a gamma of no shape',
    () => capabilityFromFamily(gamma, { mean: 1e-160, sd: 1 }, { unit: 'm' }),
  ],
  ['a hole among answers', () => netPromoterScore(any(holed(9, 9, 10, 8, 7, 9, 9, 9, 9, 9, 9)))],
  [
    'a hole among cohorts',
    () =>
      fitRetention(any(holed([100, 60, 40], [], [90, 50, 30])), {
        id: 'a',
        setting: 's',
        data: 'd',
        licence: 'l',
      }),
  ],
  [
    'a need of the name __proto__',
    () =>
      formExpectation({
        stage: 'never-used',
        signals: { personalNeeds: { needs: JSON.parse('{ "safety": 50, "__proto__": 90 }') } },
      }),
  ],
  [
    'purchases without time between them',
    () =>
      fitBgNbd(
        { frequency: [0, 2, 1, 3], recency: [0, 0, 2, 9], age: [9, 9, 9, 9] },
        { id: 'a', setting: 's', data: 'd', licence: 'l' },
      ),
  ],
  [
    'days with minutes',
    () =>
      planByBalance(kitchen, { attraction: cuiAttraction(7), revenue: 20, goodwillLost: () => 0 }),
  ],
  [
    'a profit beyond all numbers',
    () => planByBalance(kitchen, { attraction: () => 1e308, revenue: 20, goodwillLost: () => 0 }),
  ],
  ['ranks that say anything', () => planPromise(odd({ kept: () => 99 }), { keepRate: 0.5 })],
  [
    'ranks without numbers',
    () => planPromise(odd({ byRank: () => Number.NaN }), { keepRate: 0.5 }),
  ],
  [
    'a remainder that is none',
    () => reviewPromise(any({ ...kitchen, remaining: () => 7 }), any(review)),
  ],
  ['options that throw', () => planPromise(kitchen, any(proxy))],
  ['a snapshot that throws', () => reviveLedger(proxy)],
  ['an event that throws', () => recordEvent(openLedger(), any(proxy))],
  [
    'a parameter set that throws',
    () => forecastRetention(any({ id: 'a', parameters: proxy }), { periods: 2 }),
  ],
  ['a list that throws', () => byRole(any(throwingList))],
  ['a row that throws', () => auditPractices(any([proxy]))],
  ['answers that throw', () => cronbachAlpha(any([[1, 2], throwingList]))],
  ['a promise that throws', () => byMonth('UTC')(any(proxy))],
  ['a date that throws', () => durationBetween({ zone: 'UTC' }, any(proxy), new Date(0), 'hours')],
  ['a list of four billion holes', () => planBonuses(Array(4e9), [], any({}))],
  [
    'uses that are as many holes',
    () => classifyStage({ firstPurchase: null, uses: Array(4e9) }, { asOf: new Date(0) }),
  ],
  ['an array-like of steps', () => pipelineCapability(any({ length: 2 }))],
  ['a column that poses as one', () => predictIntentions(posing)],
  ['a dimension of the name __proto__', () => fitSatisfaction(any({}), [], any(protoForm))],
  [
    'a special day of the name __proto__',
    () =>
      dueDate({ zone: 'UTC', specialHours: JSON.parse('{ "__proto__": [] }') }, new Date(0), {
        promise: 1,
        unit: 'hours',
      }),
  ],
  ['a standard error that is no number', () => withModel({ standardError: Number.NaN })],
  ['a unit that is an object', () => withModel({ unit: circular })],
  ['an interval of no counts', () => waldInterval(1, 2, Number.NaN, 0.9)],
  ['an interval of no confidence', () => adjustedWaldInterval(1, 2, 9, any(1n))],
  [
    'an interval of your own that is none',
    () => netPromoterScore(Array(30).fill(9), { interval: any(() => null) }),
  ],
  ['counts beyond all numbers', () => kanoCoefficients({ attractive: 1e308 })],
  ['a multiple beyond all numbers', () => toMultipleOf(0.1)(1e308, 'down')],
  ['the writing of a ledger without it', () => openLedger().toJSON.call(undefined as never)],
  [
    'an estimate too small to be written',
    () => calibrateEstimates({ estimates: [1, 2], actuals: [1, 2] }, { unit: 'm' })(5e-324),
  ],
  [
    'groups in an array-like',
    () =>
      capabilityByGroup(any({ 0: { value: 1, path: ['a'] }, length: 1 }), {
        unit: 'm',
        levels: ['state'],
      }),
  ],
  [
    'answers beyond all numbers',
    () =>
      cronbachAlpha(
        [
          [2, 6],
          [1e308, 7],
          [5, 2],
          [4, 4],
        ],
        { leastAnswers: 3 },
      ),
  ],
  ['a price ending beyond all numbers', () => toPriceEnding(3, 10)(Number.MAX_VALUE, 'up')],
  ['a plan that throws', () => dueDate({ zone: 'UTC' }, new Date(0), any(proxy))],
  [
    'a domain that is none',
    () =>
      predictIntention(
        { satisfaction: 0, outcome: 'below', stage: 'first-use' },
        { parameters: any({ ...surveyIntentions, domain: { satisfaction: null } }) },
      ),
  ],
  ['groups that throw', () => wordOfMouthAmong(any(throwingList))],
  [
    'purchases that throw',
    () => lifetimeValue(any(throwingList), { margin: 3, discountRate: 0.1 }),
  ],
  ['a rank without a finite quantity', () => scaleCapability(kitchen, 1e308).ranks?.byRank(1)],
])('%s is refused at once, with an error of ours', (_, call) => {
  let error: unknown;
  try {
    call();
  } catch (caught) {
    error = caught;
  }
  expect(isOverdeliverError(error), String(error)).toBe(true);
});

it('says which level answers for a group that has no outcome', () => {
  const rows = [
    { value: 9, path: ['SP', 'south'], id: 1 },
    { value: 11, path: ['RJ', 'south'], id: 2 },
  ];
  const byGroup = capabilityByGroup(rows, { unit: 'days', levels: ['state', 'region'] });
  expect(byGroup(['Sp', 'south']).warnings).toEqual([
    {
      code: 'unseen-group',
      detail: { level: 'state', group: 'Sp', answeredBy: 'region', similar: 'SP' },
    },
  ]);
  expect(byGroup(['SP', 'south']).warnings).toEqual([]);
});

it('lists the kinds there are where a kind is none of them', () => {
  const instrument = any({ id: 'a', items: [{ id: 'q', kind: 'essay', text: 'Why?' }] });
  expect(refusal(() => answerLevels(instrument, {}))).toMatchObject({
    code: 'unknown-name',
    path: 'instrument.items[0].kind',
    expected: expect.stringMatching(/^one of \w+, /),
  });
});

it('says of a symbol that names are text', () => {
  const dimensions = any({ [Symbol('time')]: {} });
  expect(refusal(() => predictSatisfactions(any({ dimensions })))).toMatchObject({
    path: 'dimensions.Symbol(time)',
    expected: 'names that are text',
  });
});
