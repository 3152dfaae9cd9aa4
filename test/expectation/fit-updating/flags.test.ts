import { expectationDefaults, fitUpdating, type UpdatingHistory } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../core/deep-freeze';
import { names, panel, predictedOnly, truth } from './world';

const histories = deepFreeze(predictedOnly(panel(5, 30, { steps: 6 })));
type Step = UpdatingHistory['path'][number];
const steps = (change: (step: Step, i: number, customer: number) => Step | null) =>
  histories.map((one, c) => ({
    ...one,
    path: one.path.flatMap((step, i) => change(step, i, c) ?? []),
  }));
const flagged = ({ flags }: ReturnType<typeof fitUpdating>) =>
  flags.map(({ code, detail }) => [code, detail.parameter ?? detail.register]);
const numberOf = ({ numbers }: ReturnType<typeof fitUpdating>, wanted: string) =>
  numbers.find(({ name }) => name === wanted);

describe('what reports do not tell is flagged, and keeps its value', () => {
  it('without information', () => {
    const fit = fitUpdating(
      steps((step) => (step.event?.kind === 'information' ? null : step)),
      names,
    );
    expect(flagged(fit)[0]).toEqual(['unseen-events', 'informationSd']);
    expect(numberOf(fit, 'informationSd')).toEqual({
      name: 'informationSd',
      value: 20,
      standardError: null,
      interval: null,
    });
    expect(fit.parameters.parameters.informationSd).toEqual(
      expectationDefaults.parameters.informationSd,
    );
  });

  it('without events', () => {
    const fit = fitUpdating(
      steps(({ at, reported }) => (reported ? { at, reported } : null)),
      names,
    );
    expect(flagged(fit)).toEqual([
      ['unseen-events', 'experienceSd'],
      ['unseen-events', 'informationSd'],
      ['not-told-apart', 'driftVariancePerDay'],
      ['few-reports', 'desired'],
    ]);
    expect(fit.parameters.parameters.driftVariancePerDay.status).toBe('assumed');
  });

  it('where no time passes', () => {
    const fit = fitUpdating(
      histories.map((one) => ({
        ...one,
        path: one.path.map((step) => ({ ...step, at: one.from })),
      })),
      names,
    );
    expect(flagged(fit)).toContainEqual(['not-told-apart', 'driftVariancePerDay']);
    expect(numberOf(fit, 'driftVariancePerDay')?.value).toBe(0.75);
    expect(fit.parameters.fit?.converged).toBe(true);
  });

  it('of customers who are sure at the start, whose variance sets no scale', () => {
    const sure = panel(5, 30, { steps: 6, start: { mean: 60, variance: 0, desired: 72 } });
    const held = flagged(fitUpdating(predictedOnly(sure), names)).filter(
      ([code]) => code === 'not-told-apart',
    );
    // Only their ratio is told, so that one of the two keeps its value, and either may.
    expect(held).toHaveLength(1);
    expect(['experienceSd', 'driftVariancePerDay']).toContain(held[0]?.[1]);
  });
});

it('one report each says how fast they move, but all straying is noise of the report', () => {
  const fit = fitUpdating(
    steps((step, i) => (i === 4 ? step : step.event ? { at: step.at, event: step.event } : null)),
    names,
  );
  expect(flagged(fit)).toContainEqual(['one-report-each', 'predicted']);
  expect(fit.strays.predicted.map(({ value }) => value).slice(1)).toEqual([0, 0]);
  expect(numberOf(fit, 'experienceSd')?.standardError).toBeGreaterThan(0);
});

it('customers whom nothing moves end on the bounds', () => {
  const fit = fitUpdating(
    steps((step, i, c) => ({ ...step, reported: { predicted: 60 + ((i * 7 + c * 3) % 5) - 2 } })),
    names,
  );
  expect(numberOf(fit, 'experienceSd')).toEqual({
    name: 'experienceSd',
    value: 100,
    standardError: null,
    interval: null,
  });
  expect(numberOf(fit, 'driftVariancePerDay')?.value).toBe(0);
  expect(flagged(fit)).toContainEqual(['at-boundary', 'experienceSd']);
  expect(flagged(fit)).toContainEqual(['at-boundary', 'driftVariancePerDay']);
});

it('reports without noise give the numbers of the panel, whatever the start', () => {
  const exact = { reportSd: 0, startSd: 0, unseenVariancePerDay: 0 };
  const numbers = { ...truth, predicted: exact, desired: exact };
  const fit = fitUpdating(panel(5, 20, { steps: 5, numbers }), names);
  for (const { name, value } of fit.numbers) expect(value / truth[name], name).toBeCloseTo(1, 2);
  expect(fit.strays.predicted.map(({ value }) => value)).toEqual([0.1, 0, 0]);
});

it('few customers are flagged', () => {
  const fit = fitUpdating(histories.slice(0, 8), names);
  expect(fit.flags).toContainEqual({
    code: 'few-customers',
    detail: { register: 'predicted', customers: 8 },
  });
  expect(fit.flags.at(-1)).toEqual({
    code: 'few-reports',
    detail: { register: 'desired', customers: 0, needed: 6 },
  });
});
