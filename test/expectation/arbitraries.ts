import fc from 'fast-check';
import { commonNeeds, type Level } from 'overdeliver/core';
import {
  type ExpectationEvent,
  type ExpectationInput,
  type NeedsSignal,
  type PredictedFactor,
  type PriceSignal,
  predictedFactors,
  type Signal,
  type Signals,
  stageNames,
} from 'overdeliver/expectation';

// Levels and reliabilities are 0 or no smaller than a millionth: what tinier ones do has tests of its own.

export const level = fc.oneof(
  fc.constantFrom(0, 50, 100),
  fc.integer({ min: 0, max: 100 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
);
const reliability = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1e-6, max: 1, noNaN: true }));
const sd = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 60, noNaN: true }));
export const stage = fc.constantFrom(...stageNames);

const optional = { requiredKeys: ['level'] as ['level'] };
const levelSignal: fc.Arbitrary<Level | Signal> = fc.oneof(
  level,
  fc.record({ level, reliability, sd }, optional),
);
const shiftSignal: fc.Arbitrary<Level | Omit<Signal, 'sd'>> = fc.oneof(
  level,
  fc.record({ level, reliability }, optional),
);
const money = fc.double({ min: 0.01, max: 10_000, noNaN: true });
const priceSignal: fc.Arbitrary<PriceSignal> = fc.record(
  { amount: fc.oneof(fc.constant(0), money), reference: money, reliability, sd },
  { requiredKeys: ['amount', 'reference'] },
);
const needsSignal: fc.Arbitrary<NeedsSignal> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...commonNeeds, 'quiet'), level, { minKeys: 1 }),
    fc.boolean(),
    fc.option(reliability, { nil: undefined }),
  )
  .map(([needs, named, trust]) => {
    const levels = Object.values(needs);
    const ties = levels.filter((one) => one === Math.max(...levels)).length > 1;
    const dominant = named || ties ? Object.keys(needs)[0] : undefined;
    return { needs, dominant, reliability: trust };
  });

/** Any signals at all, possibly none that informs the predicted level. */
export const signals: fc.Arbitrary<Signals> = fc.record(
  {
    wordOfMouth: levelSignal,
    advertising: levelSignal,
    companyPromise: levelSignal,
    rolePerception: shiftSignal,
    pastExperience: levelSignal,
    competitorOffer: shiftSignal,
    personalNeeds: needsSignal,
    price: priceSignal,
    ownJudgement: levelSignal,
    firstImpression: levelSignal,
    longTermExperience: levelSignal,
  },
  { requiredKeys: [] },
);

/** What an expectation can be formed from. */
export const input: fc.Arbitrary<ExpectationInput> = fc
  .record({ stage, signals })
  .map(possible)
  .filter((customer) => informsPredicted(customer.signals));

/** Without what nobody at the stage can have: a first impression of what was never used. */
export function possible({ stage: at, signals: all }: ExpectationInput): ExpectationInput {
  if (at !== 'never-used') return { stage: at, signals: all };
  const { firstImpression: _, longTermExperience: __, ...others } = all;
  return { stage: at, signals: others };
}

/** Whether a signal has a reliability above 0. */
export function informsPredicted(all: Signals): boolean {
  return predictedFactors.some((factor: PredictedFactor) => {
    const signal = all[factor];
    if (signal === undefined) return false;
    return typeof signal === 'number' || (signal.reliability ?? 1) > 0;
  });
}

/** The levels that predicted is the mean of, but for the price. */
export function levelsOf(all: Signals): readonly number[] {
  return predictedFactors.flatMap((factor) => {
    if (factor === 'price') return [];
    const signal = all[factor];
    if (signal === undefined) return [];
    if (typeof signal === 'number') return [signal];
    return (signal.reliability ?? 1) > 0 ? [signal.level] : [];
  });
}

const spread = fc.option(fc.double({ min: 0.01, max: 60, noNaN: true }), { nil: undefined });
const experience = fc.record({
  kind: fc.constant('experience' as const),
  perceived: level,
  sd: spread,
  needMet: fc.option(fc.boolean(), { nil: undefined }),
});

/** Anything that moves an expectation. */
export const event: fc.Arbitrary<ExpectationEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('information' as const, 'promise' as const),
    level,
    sd: spread,
  }),
  experience,
  fc.record({
    kind: fc.constant('competitorOffer' as const),
    level,
    reliability: fc.option(reliability, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('need' as const),
    need: fc.constantFrom('safety', 'quiet'),
    level,
  }),
);

export const days = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 2000, noNaN: true }));
