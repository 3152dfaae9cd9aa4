import { freezeSet, type Parameter } from '../core/parameters';
import type { LearntExpectation } from './fit/fit-types';
import { expectationDefaults } from './parameters';

const source =
  'survey of an airline in the R package MKT4320BGSU (MIT), normative levels, the default counting as 30 rows; bench/validity/learning.ts';
const ratio = "no row had it: the default's share";
const noRow = "no row of this stage: the default's share";
const noBase = 'no row of this stage: no base';

/**
 * What passengers expect of an airline: weights by stage that `fitExpectation` learnt on the survey of a textbook on market
 * research, 529 answers. Up to two flights a year count as `first-use`, three or more, the uses that make a regular customer, as
 * `long-term`. Word of mouth is the airline's reputation, and what was found, the mean of 23 attributes, the first impression
 * or the long-term experience. Items asked how good the airline should be, so the levels lie higher than what passengers
 * predict. Nobody in the survey had never flown, so that stage keeps the default's weights.
 *
 * @example
 * ```ts
 * import { formExpectation } from 'overdeliver';
 * import { airlineExpectation } from 'overdeliver/expectation';
 *
 * const regular = { stage: 'long-term', signals: { wordOfMouth: 40, longTermExperience: 70 } } as const;
 * formExpectation(regular, { parameters: airlineExpectation }).predicted.mean; // => 84.66
 * ```
 */
export const airlineExpectation: LearntExpectation = /* @__PURE__ */ freezeSet({
  id: 'expectation/airline-survey-1',
  setting:
    'passengers of one airline, asked how good it should be (normative, not predicted); nobody who had never flown with it',
  fit: {
    data: 'airline survey of the R package MKT4320BGSU',
    licence: 'MIT',
    n: 529,
    converged: true,
  },
  parameters: {
    ...expectationDefaults.parameters,
    'base.level': fitted(96.06943, 2.7242509, 'points', 100),
    'never-used.base': kept(0, noBase),
    'never-used.wordOfMouth': kept(0.61111111, noRow),
    'never-used.advertising': kept(0.27777778, noRow),
    'never-used.companyPromise': kept(0.055555556, noRow),
    'never-used.pastExperience': kept(0.055555556, noRow),
    'never-used.price': kept(0.055555556, noRow),
    'never-used.ownJudgement': kept(0.11111111, noRow),
    'first-use.base': fitted(0.53581317, 0.082882571),
    'first-use.wordOfMouth': fitted(0.211214, 0.081939381),
    'first-use.advertising': kept(0.058023354, ratio),
    'first-use.companyPromise': kept(0.029011677, ratio),
    'first-use.pastExperience': kept(0.029011677, ratio),
    'first-use.price': kept(0.029011677, ratio),
    'first-use.ownJudgement': kept(0.029011677, ratio),
    'first-use.firstImpression': fitted(0.25297283, 0.076654943),
    'first-use.longTermExperience': kept(0.029011677, ratio),
    'long-term.base': fitted(0.56226933, 0.049140098),
    'long-term.wordOfMouth': onBoundary(),
    'long-term.advertising': kept(0.03367159, ratio),
    'long-term.companyPromise': kept(0.03367159, ratio),
    'long-term.pastExperience': kept(0.03367159, ratio),
    'long-term.price': kept(0.03367159, ratio),
    'long-term.ownJudgement': kept(0.16835795, ratio),
    'long-term.firstImpression': kept(0.03367159, ratio),
    'long-term.longTermExperience': fitted(0.43773067, 0.049140098),
  },
});

function fitted(value: number, standardError: number, unit = 'share', max = 1): Parameter {
  return { value, unit, range: [0, max], status: 'fitted', source, standardError };
}

/** A weight that the rows would have below 0. */
function onBoundary(): Parameter {
  return { value: 0, unit: 'share', range: [0, 1], status: 'fitted', source };
}

function kept(value: number, why: string): Parameter {
  return { value, unit: 'share', range: [0, 1], status: 'assumed', source: why };
}
