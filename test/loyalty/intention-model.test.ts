import { surveyIntentions } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';

const entries = Object.entries(surveyIntentions.parameters);

describe('surveyIntentions', () => {
  it('has five terms to each intention', () => {
    const terms = ['base', 'satisfaction', 'below', 'exceeded', 'longTerm'];
    expect(entries.map(([name]) => name)).toEqual([
      ...terms.map((term) => `repurchase.${term}`),
      ...terms.map((term) => `recommend.${term}`),
      ...terms.map((term) => `complain.${term}`),
    ]);
  });

  it.each(entries)('%s lies in its range and says where from', (name, of) => {
    expect(of.value).toBeGreaterThanOrEqual(of.range[0]);
    expect(of.value).toBeLessThanOrEqual(of.range[1]);
    expect(of.unit).toContain('log odds');
    expect(of.source.length).toBeGreaterThan(3);
    const fitted = /^re.*\.(base|satisfaction)$/.test(name);
    expect(of.status).toBe(fitted ? 'fitted' : 'assumed');
    if (fitted) expect(of.standardError).toBeGreaterThan(0);
    else expect(of).not.toHaveProperty('standardError');
  });

  // Printed as `fits` of loyalty/index-survey-1 by /usr/bin/python3 bench/fit/fit.py ../shared/data.
  it('holds the numbers of the fit', () => {
    const fitted = entries.filter(([, of]) => of.status === 'fitted');
    expect(fitted.map(([name, of]) => [name, of.value, of.standardError])).toEqual([
      ['repurchase.base', -2.3357902, 0.48900248],
      ['repurchase.satisfaction', 4.657837, 0.72142301],
      ['recommend.base', -3.2397425, 0.48122333],
      ['recommend.satisfaction', 6.1887859, 0.71168569],
    ]);
    expect(fitted.every(([, { source }]) => /robust standard error/.test(source))).toBe(true);
    expect(surveyIntentions.fit).toMatchObject({ n: 250, converged: true, licence: 'GPL-3' });
    // Fitted by quasi-likelihood, item by item, which adds up to nothing.
    expect(surveyIntentions.fit?.logLikelihood).toBeUndefined();
  });

  it('is plain JSON and frozen', () => {
    expectSurvivesJson(surveyIntentions);
    expect(Object.isFrozen(surveyIntentions)).toBe(true);
    expect(Object.isFrozen(surveyIntentions.parameters)).toBe(true);
    expect(entries.every(([, of]) => Object.isFrozen(of) && Object.isFrozen(of.range))).toBe(true);
  });
});
