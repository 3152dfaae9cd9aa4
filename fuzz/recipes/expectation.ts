import { judgeOutcome } from 'overdeliver';
import {
  airlineExpectation,
  equalWeights,
  expectationDefaults,
  rankOrderCentroid,
  rankReciprocal,
  rankSum,
} from 'overdeliver/expectation';
import type * as room from '../../src/expectation/index';
import type { Random } from '../random';
import {
  expectationEvent,
  expectationInput,
  expectationParameters,
  experience,
  expectation as formed,
} from './expectations';
import { date, later, level, levels, stage, zone } from './pieces';
import type { Recipes } from './recipe';

const method = (r: Random) => r.pick([rankOrderCentroid, rankSum, rankReciprocal, equalWeights]);
const weighting = (r: Random) => ({
  ...r.some({ method: method(r) }),
  ...expectationParameters(r),
});
const fitRow = (r: Random) => ({
  ...expectationInput(r),
  expected: level(r),
  ...r.some({ respondent: r.int(0, 30) }),
});
const updatingHistory = (r: Random) => {
  let at = date(r, 0, 60);
  const from = at;
  const path = r.list(r.int(1, 2), () => {
    at = later(at, r.real(0, 60));
    const reported = { predicted: level(r), ...r.some({ desired: level(r) }) };
    return { at, ...r.some({ event: expectationEvent(r) }), reported };
  });
  return { start: formed(r), from, path };
};
const history = (r: Random) => {
  const firstPurchase = date(r, 0, 60);
  return r.flip(0.2)
    ? { firstPurchase: null, uses: [] }
    : { firstPurchase, uses: r.list(r.int(0, 5), () => later(firstPurchase, r.real(0, 900))) };
};

export const expectation: Recipes<typeof room> = {
  classifyStage: (r) => [
    history(r),
    { asOf: date(r, 100, 300), ...r.some({ zone: zone(r) }), ...expectationParameters(r) },
  ],
  customerHistorySchema: (r) => [history(r)],
  expectationEventSchema: (r) => [expectationEvent(r)],
  experienceSchema: (r) => [experience(r)],
  expectationSchema: (r) => [formed(r)],
  expectationInputSchema: (r) => [expectationInput(r)],
  signalsSchema: (r) => [expectationInput(r).signals],
  stageSchema: (r) => [stage(r)],
  explainExpectation: (r) => [expectationInput(r), weighting(r)],
  expectationFitRowSchema: (r) => [fitRow(r)],
  expectationParametersSchema: (r) => [
    structuredClone(r.pick([expectationDefaults, airlineExpectation])),
  ],
  fitExpectation: (r) => [
    r.list(r.int(20, 40), () => fitRow(r)),
    {
      register: r.pick(['predicted', 'desired', 'adequate', 'normative'] as const),
      id: 'ours/fuzz',
      setting: 'a fuzzer',
      data: 'none',
      licence: 'none',
      resamples: 100,
      ...r.some({ seed: r.int(0, 9), priorSize: r.real(0.1, 50), folds: r.int(3, 6) }),
      ...weighting(r),
    },
  ],
  fitUpdating: (r) => [
    r.list(r.int(7, 9), () => updatingHistory(r)),
    {
      id: 'ours/fuzz',
      setting: 'a fuzzer',
      data: 'none',
      licence: 'none',
      ...r.some({ confidence: r.real(0.5, 0.99) }),
      ...expectationParameters(r),
    },
  ],
  updatingHistorySchema: (r) => [updatingHistory(r)],
  formExpectation: (r) => [
    expectationInput(r),
    r.flip(0.2) ? { parameters: airlineExpectation } : weighting(r),
  ],
  formExpectations: (r) => {
    const rows = r.int(1, 5);
    const some = () =>
      r.some({ reliability: Float64Array.from(r.list(rows, () => r.real(0.05, 1))) });
    return [
      {
        stage: r.flip() ? stage(r) : Uint8Array.from(r.list(rows, () => r.int(0, 2))),
        signals: {
          wordOfMouth: levels(r, rows),
          ...r.some({
            advertising: { level: levels(r, rows), ...some() },
            longTermExperience: levels(r, rows),
            competitorOffer: { level: levels(r, rows), ...some() },
            price: {
              amount: levels(r, rows).map((x) => x + 1),
              reference: levels(r, rows).map((x) => x + 1),
            },
          }),
        },
      },
      weighting(r),
    ];
  },
  priceLevel: (r) => [
    { amount: r.real(0.1, 500), reference: r.real(0.1, 500) },
    expectationParameters(r),
  ],
  equalWeights: (r) => [r.int(1, 12)],
  rankOrderCentroid: (r) => [r.int(1, 12)],
  rankReciprocal: (r) => [r.int(1, 12)],
  rankSum: (r) => [r.int(1, 12)],
  tiedWeights: (r) => [r.list(r.int(1, 5), () => r.int(1, 4)), method(r)],
  weightingSensitivity: (r) => [
    expectationInput(r),
    { ...r.some({ methods: { one: method(r), other: method(r) } }), ...expectationParameters(r) },
  ],
  stageWeights: (r) => [stage(r), weighting(r)],
  steadyStateGain: (r) => [r.real(0.1, 400), expectationParameters(r)],
  followExpectation: (r) => {
    let at = date(r, 0, 60);
    const from = at;
    const events = r.list(r.int(0, 5), () => {
      at = later(at, r.real(0, 200));
      return { at, event: expectationEvent(r) };
    });
    const start = formed(r);
    const known = { firstPurchase: later(from, -r.real(0, 200)), uses: [] };
    const history = {
      'never-used': r.some({ history: { firstPurchase: null, uses: [] } }),
      'first-use': { history: known },
      'long-term': r.some({ history: null }),
    }[start.stage];
    const more = { ...history, ...r.some({ zone: zone(r) }), ...expectationParameters(r) };
    return [start, events, { from, judge: judgeOutcome, ...more }];
  },
  updateExpectation: (r) => [
    formed(r),
    expectationEvent(r),
    { elapsedDays: r.real(0, 400), ...expectationParameters(r) },
  ],
  placeInZone: (r) => [formed(r), level(r)],
};
