import {
  dueDate,
  estimateWith,
  expectedPurchases,
  fitEstimator,
  isOverdeliverError,
  marketplaceSatisfaction,
  predictIntention,
  predictRecovery,
  predictSatisfaction,
  predictSwitching,
  predictWordOfMouth,
  probabilityAlive,
} from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  forecastPurchases,
  forecastRetention,
  highEndRetention,
} from 'overdeliver/lifetime';
import {
  recoveryDefaults,
  surveyIntentions,
  switchingDefaults,
  wordOfMouthDefaults,
} from 'overdeliver/loyalty';
import {
  mixedSatisfaction,
  predictSatisfactions,
  surveySatisfaction,
  tk92Satisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { unsaid } from '../fuzz/judge';
import { editsOf } from './mutate-json';

const history = {
  actuals: [21, 30, 44, 36, 48, 27, 33, 51, 29, 40],
  columns: {
    km: [1, 2, 4, 1, 3, 2, 3, 3, 2, 4],
    weekday: ['mon', 'mon', 'mon', 'fri', 'fri', 'mon', 'mon', 'fri', 'mon', 'mon'],
  },
};
const estimator = fitEstimator(history, { unit: 'minutes', fitShare: 1 }).model;
const buyer = { frequency: 2, recency: 30.43, age: 38.86 };
const guest = { satisfaction: 60, outcome: 'below', stage: 'long-term' } as const;
const both = {
  dimensions: {
    time: { promised: 60, actual: { mean: 50, sd: 8 }, unit: 'minutes' },
    service: { expected: 70, perceived: 40 },
  },
} as const;
const days = {
  promised: Float64Array.of(10, 10),
  actual: Float64Array.of(8, 30),
  unit: 'days',
} as const;

/** Each kind of model that is kept as JSON, and everything that it is asked. */
const models: Readonly<Record<string, readonly [unknown, (model: never) => unknown]>> = {
  'an estimator': [
    estimator,
    (model) => [
      estimateWith(model, { km: 4, weekday: 'fri' }),
      estimateWith(model, { km: 1, weekday: 'new' }),
      estimateColumns(model, { km: [2, 9], weekday: ['mon', 'fri'] }).estimates,
    ],
  ],
  'satisfaction with times': [
    marketplaceSatisfaction,
    (model) => [
      predictSatisfaction(
        { promised: 10, actual: 30, unit: 'days', stillWaiting: true },
        { model },
      ),
      predictSatisfactions(days, { model }),
    ],
  ],
  'satisfaction with levels': [
    surveySatisfaction,
    (model) => predictSatisfaction({ expected: 70, perceived: 80 }, { model }),
  ],
  'satisfaction with both': [mixedSatisfaction, (model) => predictSatisfaction(both, { model })],
  'satisfaction by powers': [tk92Satisfaction, (model) => predictSatisfaction(both, { model })],
  purchases: [
    cdnowPurchases,
    (model) => [
      probabilityAlive(model, buyer),
      expectedPurchases(model, buyer, 39),
      expectedPurchases(model, null, 39),
      forecastPurchases(model, buyer, { periods: 4 }),
    ],
  ],
  'order values': [
    cdnowOrderValues,
    (model) => [
      expectedOrderValue(model, { frequency: 2, value: 22 }),
      expectedOrderValue(model, null),
    ],
  ],
  retention: [highEndRetention, (model) => forecastRetention(model, { periods: 9, renewals: 2 })],
  intentions: [surveyIntentions, (parameters) => predictIntention(guest, { parameters })],
  switching: [
    switchingDefaults,
    (parameters) =>
      predictSwitching(
        { expected: 70, outcome: 'exceeded', stage: 'first-use' },
        { promised: 90, credibility: 0.8, market: 65 },
        { parameters },
      ),
  ],
  'word of mouth': [wordOfMouthDefaults, (parameters) => predictWordOfMouth(guest, { parameters })],
  recovery: [
    recoveryDefaults,
    (parameters) =>
      predictRecovery(guest, { failed: 40, distributive: 80, apologies: 2 }, { parameters }),
  ],
  'a calendar': [
    {
      zone: 'Europe/Berlin',
      open: { monday: ['09:00-12:30', '13:30-18:00'], friday: ['09:00-15:00'] },
      holidays: ['2026-05-01', '2026-12-25'],
      specialHours: { '2026-12-24': ['09:00-12:00'] },
    },
    (calendar) =>
      dueDate(calendar, new Date('2026-12-23T17:00:00Z'), { promise: 6, unit: 'open-hours' }),
  ],
};

/** A share or a chance outside 0 to 1, or a survival that rises; null for neither. */
function senseless(answer: unknown, path = ''): string | null {
  if (typeof answer === 'number') {
    const isChance =
      /alive|probability|chance|retention|survival|repurchase|recommend|complain|outcomes/.test(
        path,
      );
    return isChance && !/logOdds|points/.test(path) && !(answer >= 0 && answer <= 1 + 1e-9)
      ? `${path} is ${answer}`
      : null;
  }
  if (Object(answer) !== answer || /contributions|warnings|model/.test(path)) return null;
  for (const [key, inner] of Object.entries(answer as object)) {
    const found = senseless(inner, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

describe.each(Object.entries(models))(
  'JSON of %s with one number or list edited',
  (_, [model, ask]) => {
    it('is refused, or answers with numbers that make sense', () => {
      const faults = editsOf(JSON.parse(JSON.stringify(model))).flatMap(({ edit, json }) => {
        try {
          const answer = ask(json as never);
          const wrong = unsaid(answer) ?? senseless(answer);
          return wrong ? [`${edit}: ${wrong}`] : [];
        } catch (error) {
          return isOverdeliverError(error) ? [] : [`${edit}: ${error}`];
        }
      });
      expect(faults).toEqual([]);
    });
  },
);
