import { marketplaceSatisfaction, type SatisfactionModel } from 'overdeliver';
import {
  imageSatisfaction,
  mixedSatisfaction,
  outcomeDefaults,
  surveySatisfaction,
  tk92Satisfaction,
  valueSatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';

const models = [marketplaceSatisfaction, surveySatisfaction, valueSatisfaction, imageSatisfaction];
const statuses = ['published', 'fitted', 'assumed'];

describe.each([...models, mixedSatisfaction, tk92Satisfaction, outcomeDefaults])('$id', (set) => {
  it.each(Object.entries(set.parameters))('%s lies in its range and says where from', (_, of) => {
    const [min, max] = of.range;
    expect(min).toBeLessThanOrEqual(max);
    expect(of.value).toBeGreaterThanOrEqual(min);
    expect(of.value).toBeLessThanOrEqual(max);
    expect(statuses).toContain(of.status);
    expect(of.source.length).toBeGreaterThan(3);
    expect(of.unit.length).toBeGreaterThan(3);
    if (of.status !== 'fitted') expect(of).not.toHaveProperty('standardError');
  });

  it('is frozen at every depth, and plain JSON', () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(set)).toBe(true);
    expectSurvivesJson(set);
  });
});

describe.each(models)('$id', ({ parameters, answers, domain, fit }) => {
  it('has ascending thresholds, one fewer than answers, and a domain of ranges', () => {
    const thresholds = thresholdsOf(parameters).map(([value]) => value as number);
    expect([...thresholds].sort((one, other) => one - other)).toEqual(thresholds);
    expect(new Set(thresholds).size).toBe(answers.max - answers.min);
    for (const [min, max] of Object.values(domain ?? {})) expect(min).toBeLessThan(max);
  });

  it('was fitted on named data, to convergence, with an error to every number', () => {
    expect(fit?.converged).toBe(true);
    expect(fit?.n).toBeGreaterThan(100);
    expect(fit?.data).toBeTruthy();
    expect(fit?.licence).toBeTruthy();
    for (const { status, standardError } of Object.values(parameters)) {
      expect(status).toBe('fitted');
      expect(standardError).toBeGreaterThan(0);
    }
  });
});

function thresholdsOf(parameters: SatisfactionModel['parameters']) {
  return Object.entries(parameters)
    .filter(([name]) => name.startsWith('threshold.'))
    .map(([, { value, standardError }]) => [value, standardError]);
}

// Printed by /usr/bin/python3 bench/fit/fit.py ../shared/data.
describe('the numbers of the fit', () => {
  const numbers = ({ parameters }: SatisfactionModel) =>
    Object.entries(parameters)
      .filter(([name]) => !name.startsWith('threshold.'))
      .map(([name, { value, standardError }]) => [name, value, standardError]);

  it('of the survey with value, and with value and image', () => {
    expect(numbers(valueSatisfaction)).toEqual([
      ['level.performance', 0.096203558, 0.0086747423],
      ['covariates.value', 0.02273409, 0.0065954136],
    ]);
    expect(valueSatisfaction.fit).toMatchObject({ n: 750, logLikelihood: -1137.5572 });
    expect(thresholdsOf(valueSatisfaction.parameters).at(-1)).toEqual([11.255575, 0.64667898]);
    expect(numbers(imageSatisfaction)).toEqual([
      ['level.performance', 0.077054537, 0.0095211097],
      ['covariates.value', 0.020062852, 0.0065262879],
      ['covariates.image', 0.031308416, 0.007813683],
    ]);
    expect(imageSatisfaction.fit).toMatchObject({ n: 750, logLikelihood: -1128.9267 });
    expect(thresholdsOf(imageSatisfaction.parameters).at(-1)).toEqual([11.971761, 0.67870613]);
  });

  it('of the marketplace', () => {
    expect(numbers(marketplaceSatisfaction)).toEqual([
      ['time.performance', -0.43962154, 0.033183512],
      ['time.gain', 0.19589989, 0.064865977],
      ['time.loss', 0.39338951, 0.1105717],
      ['time.stillWaiting', 1.7890939, 0.18148302],
      ['time.cap', 2, 0.286],
    ]);
    expect(marketplaceSatisfaction.fit).toMatchObject({ n: 11_492, logLikelihood: -12717.409 });
    expect(thresholdsOf(marketplaceSatisfaction.parameters)).toEqual([
      [-3.2377383, 0.16273572],
      [-2.8537652, 0.16110176],
      [-2.1382014, 0.15937034],
      [-1.0821692, 0.15863143],
    ]);
  });

  it('of the survey, which has nobody waiting', () => {
    expect(numbers(surveySatisfaction)).toEqual([
      ['level.performance', 0.12145936, 0.0079183392],
      ['level.gain', -0.01245883, 0.010426532],
      ['level.loss', -0.026893163, 0.015671248],
    ]);
    expect(surveySatisfaction.fit).toMatchObject({ n: 750, logLikelihood: -1146.5686 });
  });

  it('of the noticeable difference, which are assumed', () => {
    const { noticeablePoints, noticeableShare } = outcomeDefaults.parameters;
    expect([noticeablePoints.value, noticeableShare.value]).toEqual([5, 0.1]);
    expect([noticeablePoints.status, noticeableShare.status]).toEqual(['assumed', 'assumed']);
  });
});

it('a fitted number says of what kind its standard error is', () => {
  for (const { parameters } of [marketplaceSatisfaction, surveySatisfaction]) {
    const kinds = Object.entries(parameters).filter(([, { source }]) => !/robust/.test(source));
    // That of the cap is read off its likelihood profile.
    expect(kinds.every(([name]) => name === 'time.cap')).toBe(true);
  }
});
