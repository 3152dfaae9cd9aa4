import { adjustParameters, followExpectation, judgeOutcome } from 'overdeliver';
import {
  airlineExpectation,
  expectationParametersSchema,
  fitUpdating,
  formExpectation,
  steadyStateGain,
  updatingHistorySchema,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expectSurvivesJson } from '../../capability/survives-json';
import { deepFreeze } from '../../core/deep-freeze';
import { changed, denseLogLikelihood } from './dense';
import { names, panel, predictedOnly, truth } from './world';

const histories = deepFreeze(panel(5, 36, { steps: 6 }));
const fit = fitUpdating(histories, names);
const known = deepFreeze(predictedOnly(histories));
const alone = fitUpdating(known, names);

describe('the likelihood', () => {
  it('is that of normal distributions of as many dimensions as reports, computed without a filter', () => {
    expect(alone.parameters.fit?.logLikelihood).toBeCloseTo(denseLogLikelihood(known, alone), 8);
  });

  it.each([
    'experienceSd',
    'informationSd',
    'driftVariancePerDay',
    'reportSd',
    'startSd',
    'unseenVariancePerDay',
  ])('is highest at the %s that was found', (name) => {
    const here = denseLogLikelihood(known, alone);
    const [less, more] = [0.999, 1.001].map((by) =>
      denseLogLikelihood(known, changed(alone, name, by)),
    );
    expect(less).toBeLessThan(here);
    expect(more).toBeLessThan(here);
    // As far below on either side: the slope is 0.
    expect(Math.abs((more as number) - (less as number))).toBeLessThan(1e-6);
  });
});

describe('a fit', () => {
  it('is the same again, is plain JSON and leaves its histories as they were', () => {
    expect(fitUpdating(histories, names)).toEqual(fit);
    expectSurvivesJson(fit);
    const { logLikelihood, ...provenance } = fit.parameters.fit as { logLikelihood?: number };
    expect(logLikelihood).toBeLessThan(0);
    expect(provenance).toEqual({ data: 'made up', licence: 'none', n: 288, converged: true });
    expect(fit.parameters.parameters.experienceSd.source).toBe(
      'fitted on made up (none): 288 reports of 36 customers, errors robust by customer',
    );
    expect([fit.customers, fit.reports]).toEqual([36, { predicted: 144, desired: 144 }]);
  });

  it('finds the numbers of the panel, each within its interval', () => {
    expect(fit.numbers.map(({ name }) => name)).toEqual([
      'experienceSd',
      'informationSd',
      'driftVariancePerDay',
      'desiredRise',
      'desiredHalfLifeDays',
    ]);
    for (const { name, value, standardError, interval } of fit.numbers) {
      expect(Math.abs(value - truth[name]), name).toBeLessThan(3 * (standardError as number));
      expect(interval?.low, name).toBeLessThan(value);
      expect(interval?.high, name).toBeGreaterThan(value);
      expect(fit.parameters.parameters[name]).toMatchObject({
        value,
        standardError,
        status: 'fitted',
      });
    }
  });

  it('makes wider intervals for a greater confidence', () => {
    const wide = fitUpdating(known, { ...names, confidence: 0.99 });
    wide.numbers.forEach(({ value, interval }, i) => {
      const narrow = alone.numbers[i]?.interval;
      expect(value).toBe(alone.numbers[i]?.value);
      expect(interval?.low).toBeLessThan(narrow?.low as number);
      expect(interval?.high).toBeGreaterThan(narrow?.high as number);
    });
  });

  it('takes dates in any form, in any zone, and other columns', () => {
    const written = known.map(({ from, path, ...rest }, i) => ({
      ...rest,
      customer: `c${i}`,
      from: new Date(Number(from)),
      path: path.map(({ at, ...step }) => ({
        ...step,
        shop: 'Ulm',
        // The same instant, five hours and a half east of Greenwich.
        at: `${new Date(Number(at) + 5.5 * 3_600_000).toISOString().slice(0, 19)}+05:30`,
      })),
    }));
    expect(fitUpdating(written, names)).toEqual(alone);
    expect(z.parse(updatingHistorySchema, written[0]).from).toEqual(
      new Date(Number(known[0]?.from)),
    );
  });

  it('goes by the sd of an event that has its own', () => {
    const own = known.map((one) => ({
      ...one,
      path: one.path.map(({ event, ...step }) => ({
        ...step,
        ...(event?.kind === 'experience' ? { event: { ...event, sd: 9 } } : { event }),
      })),
    }));
    const { numbers, flags } = fitUpdating(own, names);
    expect(numbers[0]).toMatchObject({ name: 'experienceSd', value: 15, standardError: null });
    expect(flags[0]).toEqual({
      code: 'unseen-events',
      detail: { register: 'predicted', parameter: 'experienceSd' },
    });
  });
});

describe('the set', () => {
  it('goes wherever the default goes', () => {
    const { parameters } = fit;
    expect(
      z.safeParse(expectationParametersSchema, JSON.parse(JSON.stringify(parameters))).success,
    ).toBe(true);
    expect(steadyStateGain(30, { parameters })).not.toBe(steadyStateGain(30));
    const start = formExpectation(
      { stage: 'never-used', signals: { wordOfMouth: 60 } },
      { parameters },
    );
    const event = { kind: 'experience', perceived: 90 } as const;
    const path = followExpectation(start, [{ at: 86_400_000, event }], {
      from: 0,
      judge: judgeOutcome,
      parameters,
    });
    expect(path.end.parameters).toBe('test/updating');
  });

  it('keeps the other numbers and the weights of the set it started from', () => {
    const from = adjustParameters(airlineExpectation, 'test/airline', { tolerance: 0.3 });
    const { parameters } = fitUpdating(known, { ...names, parameters: from });
    const held: Record<string, object> = parameters.parameters;
    expect(held.tolerance).toEqual(from.parameters.tolerance);
    expect(held['long-term.base']).toEqual(from.parameters['long-term.base']);
    expect(Object.keys(held).sort()).toEqual(Object.keys(from.parameters).sort());
    expect(parameters.parameters.experienceSd.value).toBeCloseTo(
      alone.parameters.parameters.experienceSd.value,
      8,
    );
  });

  it('counts offers and needs as what lifts the desired level', () => {
    const day = 86_400_000;
    const need = { kind: 'need', need: 'safety', level: 90 } as const;
    const offer = { kind: 'competitorOffer', level: 88 } as const;
    // A tenth of what is left to 100 on top, of which as much is believed as the offer is.
    const lifted = [90, 88 + 1.2, 72 + 0.5 * (88 + 1.2 - 72)];
    const said = (i: number, predicted: number, desired: number) => ({
      predicted: predicted + ((i * 7) % 5) - 2,
      desired: desired + ((i * 5) % 7) - 3,
    });
    const told = histories.slice(0, 21).map(({ start }, i) => ({
      start,
      from: 0,
      path: [
        { at: day, reported: said(i, 60, 72) },
        {
          at: 2 * day,
          event: [need, offer, { ...offer, reliability: 0.5 }][i % 3],
          reported: said(i + 1, 60, lifted[i % 3] as number),
        },
        { at: 3 * day, reported: said(i + 2, 60, lifted[i % 3] as number) },
      ],
    }));
    const [report] = fitUpdating(told, names).strays.desired;
    expect(report?.value).toBeLessThan(2.5);
  });
});
