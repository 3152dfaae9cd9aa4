import type { UpdatingHistory } from 'overdeliver/expectation';
import { airlineExpectation, expectationDefaults, fitUpdating } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { once } from '../../../src/input/once';
import { factorCholesky, invertCholesky } from '../../../src/numerics/cholesky';
import { deepFreeze } from '../../core/deep-freeze';
import { given, tuned } from '../given';
import { names } from './world';

const day = 86_400_000;
const noise = [1, -2, 3, -1, 2, -3, 0, 2, -1, 3, -2, 1, -3, 0, 1, -1];

interface Once {
  readonly mean: number;
  readonly variance: number;
  readonly seen: readonly (readonly [days: number, level: number])[];
  readonly reported: number;
}

/** A level that moves by gains of `v / (v + sd^2)`, where v grows with time. */
function follow({ mean, variance, seen }: Omit<Once, 'reported'>, sd: number, drift: number) {
  let [m, v] = [mean, variance];
  for (const [days, level] of seen) {
    v += days * drift;
    const gain = v / (v + sd * sd);
    m += gain * (level - m);
    v *= 1 - gain;
  }
  return m;
}

/** Sixteen customers who met one thing or two, and then said once what they expect. */
const customers = noise.map((off, i): Once => {
  const moved = {
    mean: 60,
    variance: 60 + 15 * i,
    seen: [
      [5 + ((i * 7) % 40), 20 + ((i * 37) % 75)] as const,
      ...(i % 2 === 0 ? [[10 + ((i * 11) % 60), 30 + ((i * 23) % 65)] as const] : []),
    ],
  };
  return { ...moved, reported: follow(moved, 12, 1.5) + off };
});

const historyOf = ({ mean, variance, seen, reported }: Once): UpdatingHistory => {
  let at = 0;
  return {
    start: {
      stage: 'first-use',
      predicted: { mean, variance },
      desired: 90,
      adequate: 40,
      promised: null,
      dominantFactor: 'wordOfMouth',
      dominantNeed: null,
      parameters: 'test',
    },
    from: 0,
    path: seen.map(([days, perceived], i) => {
      at += days * day;
      const event = { kind: 'experience', perceived } as const;
      return { at, event, ...(i === seen.length - 1 ? { reported: { predicted: reported } } : {}) };
    }),
  };
};
const histories = deepFreeze(customers.map(historyOf));
const told = once(() => {
  const fit = fitUpdating(histories, names);
  const [experience, information, drift] = fit.numbers;
  const [report, ...strays] = fit.strays.predicted;
  const learnt = [experience, drift, report] as NonNullable<typeof experience | typeof report>[];
  return {
    fit,
    experience,
    information,
    drift,
    strays,
    learnt,
    found: learnt.map(({ value }) => Math.log(value)),
  };
});

/** The log density of each report, by the logarithms of sd, drift and noise. */
const densities = ([sd, growth, spread]: readonly number[]) =>
  customers.map((one) => {
    const off = one.reported - follow(one, Math.exp(sd as number), Math.exp(growth as number));
    const variance = Math.exp(2 * (spread as number));
    return -(Math.log(2 * Math.PI * variance) + (off * off) / variance) / 2;
  });
const total = (at: readonly number[]) => densities(at).reduce((sum, x) => sum + x, 0);
const h = 1e-3;
const near = (...steps: readonly number[]) =>
  told().found.map((x, i) => x + h * (steps[i] as number));
const unit = (i: number, by: number) => [0, 1, 2].map((j) => (i === j ? by : 0));

describe('customers who say once what they expect', () => {
  it('are followed by the gains of their own, up to noise', () => {
    const { fit, found } = told();
    expect(fit.parameters.fit?.logLikelihood).toBeCloseTo(total(found), 8);
  });

  it('are likeliest where the likelihood has no slope', () => {
    const { experience, drift } = told();
    for (const i of [0, 1, 2]) {
      const slope = (total(near(...unit(i, 1))) - total(near(...unit(i, -1)))) / (2 * h);
      expect(Math.abs(slope)).toBeLessThan(1e-3);
    }
    // Near those they were made of: 12 and 1.5.
    expect(Math.abs((experience?.value as number) - 12)).toBeLessThan(2);
    expect(Math.abs((drift?.value as number) - 1.5)).toBeLessThan(1);
  });

  it('have errors by customer, and intervals on a logarithmic scale', () => {
    const bend = Float64Array.from({ length: 9 }, (_, cell) => {
      const [i, j] = [Math.floor(cell / 3), cell % 3];
      const at = (a: number, b: number) =>
        total(near(...unit(i, a).map((x, k) => x + (unit(j, b)[k] as number))));
      return -(at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * h * h);
    });
    expect(factorCholesky(bend, 3, 0)).toBe(3);
    const covariance = invertCholesky(bend, 3);
    const slopes = [0, 1, 2].map((i) => {
      const [less, more] = [densities(near(...unit(i, -1))), densities(near(...unit(i, 1)))];
      return less.map((x, c) => ((more[c] as number) - x) / (2 * h));
    });
    const errors = [0, 1, 2].map((i) => {
      const along = customers.map((_, c) =>
        slopes.reduce(
          (sum, line, j) => sum + (covariance[i * 3 + j] as number) * (line[c] as number),
          0,
        ),
      );
      return Math.sqrt((along.reduce((sum, x) => sum + x * x, 0) * 16) / 15);
    });
    told().learnt.forEach(({ value, standardError, interval }, i) => {
      const error = errors[i] as number;
      expect((standardError as number) / value).toBeCloseTo(error, 4);
      // 1.959964, from a table of the normal distribution.
      expect(Math.log((interval?.high as number) / value)).toBeCloseTo(1.959964 * error, 3);
      expect(Math.log(value / (interval?.low as number))).toBeCloseTo(1.959964 * error, 3);
    });
  });

  it('tell nothing of information, and no other straying', () => {
    const { fit, information, strays } = told();
    const none = { standardError: null, interval: null };
    expect(information).toEqual({ name: 'informationSd', value: 20, ...none });
    expect(strays).toEqual([
      { name: 'startSd', value: 0, ...none },
      { name: 'unseenVariancePerDay', value: 0, ...none },
    ]);
    expect(fit.flags).toEqual([
      { code: 'unseen-events', detail: { register: 'predicted', parameter: 'informationSd' } },
      { code: 'one-report-each', detail: { register: 'predicted' } },
      { code: 'few-customers', detail: { register: 'predicted', customers: 16 } },
      { code: 'few-reports', detail: { register: 'desired', customers: 0, needed: 6 } },
    ]);
    expect(fit).toMatchObject({ customers: 16, reports: { predicted: 16, desired: 0 } });
    expect(fit.strays.desired).toEqual([]);
  });

  it('make a set that says where its numbers are from, and keeps the others', () => {
    const { fit, experience } = told();
    const { parameters, ...set } = fit.parameters;
    expect(set).toMatchObject({
      id: 'test/updating',
      setting: 'a made-up panel',
      fit: { data: 'made up', licence: 'none', n: 16, converged: true },
    });
    const { experienceSd, driftVariancePerDay, ...others } = parameters;
    const known = expectationDefaults.parameters;
    expect({
      experienceSd: known.experienceSd,
      driftVariancePerDay: known.driftVariancePerDay,
      ...others,
    }).toEqual(known);
    const { unit: points, range } = known.experienceSd;
    expect(experienceSd).toEqual({
      value: experience?.value,
      unit: points,
      range,
      status: 'fitted',
      source: 'fitted on made up (none): 16 reports of 16 customers, errors robust by customer',
      standardError: experience?.standardError,
    });
    expect(Object.isFrozen(parameters)).toBe(true);
  });

  it.each(['promise', 'information'] as const)('may be told by each %s instead', (kind) => {
    const { experience, found } = told();
    const heard = customers.map((one) => {
      const { path, ...rest } = historyOf(one);
      return {
        ...rest,
        path: path.map(({ event, ...step }) => {
          const level = event?.kind === 'experience' ? event.perceived : 0;
          // Without a noise of its own, said or unsaid.
          return { ...step, event: { kind, level, sd: undefined } as const };
        }),
      };
    });
    const { numbers, flags, parameters } = fitUpdating(heard, names);
    expect(numbers.map(({ name }) => name)).toEqual([
      'experienceSd',
      'informationSd',
      'driftVariancePerDay',
    ]);
    expect(numbers[0]?.value).toBe(15);
    expect(numbers[1]?.value).toBeCloseTo(experience?.value as number, 8);
    expect(parameters.fit?.logLikelihood).toBeCloseTo(total(found), 8);
    expect(flags[0]?.detail).toEqual({ register: 'predicted', parameter: 'experienceSd' });
  });

  it('are told nothing by what happens after', () => {
    const { numbers, flags, parameters } = fitUpdating(
      histories.map(({ path, ...rest }) => {
        const at = Number(path.at(-1)?.at) + 20 * day;
        return { ...rest, path: [...path, { at, event: { kind: 'information', level: 5 } }] };
      }),
      names,
    );
    expect({ numbers, flags }).toEqual({ numbers: told().fit.numbers, flags: told().fit.flags });
    expect(parameters.fit?.logLikelihood).toBe(told().fit.parameters.fit?.logLikelihood);
  });

  it('are told the same wherever the search begins, be it an end of the range', () => {
    const parameters = tuned({ experienceSd: 100, driftVariancePerDay: 0 });
    fitUpdating(histories, { ...names, parameters }).numbers.forEach(({ value }, i) => {
      expect(value).toBeCloseTo(told().fit.numbers[i]?.value as number, 6);
    });
  });

  it('leave the weights of a set as they are', () => {
    const { parameters } = fitUpdating(histories, { ...names, parameters: airlineExpectation });
    const weights = Object.entries(airlineExpectation.parameters).filter(([name]) =>
      name.includes('.'),
    );
    expect(weights.length).toBeGreaterThan(9);
    expect(parameters.parameters).toMatchObject(Object.fromEntries(weights));
  });
});

it('customers whom nothing happened to, and who say what was formed of them, tell how little that strays', () => {
  const { numbers, strays, flags } = fitUpdating(
    customers.map(({ mean, variance }) => ({
      start: given({ predicted: { mean, variance } }),
      from: 0,
      path: [{ at: 0, reported: { predicted: mean } }],
    })),
    names,
  );
  expect(numbers.map(({ value }) => value)).toEqual([15, 20, 0.75]);
  expect(strays.predicted.map(({ value }) => value)).toEqual([0.1, 0, 0]);
  expect(flags.map(({ code, detail }) => [code, detail.parameter]).slice(0, 4)).toEqual([
    ['unseen-events', 'experienceSd'],
    ['unseen-events', 'informationSd'],
    ['not-told-apart', 'driftVariancePerDay'],
    ['at-boundary', 'reportSd'],
  ]);
});
