import {
  calibrateEstimates,
  capabilityByGroup,
  capabilityFromSamples,
  estimateWith,
  fitEstimator,
  planPromise,
  reviveCapability,
} from 'overdeliver';
import {
  capabilityFromFamily,
  censoredSource,
  familySource,
  lognormal,
  mixtureSource,
  poweredSource,
  rollEstimates,
  scaledSource,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';
import { relativeError } from '../numerics/relative-error';

const unit = 'minutes';
const history = {
  estimates: [30, 20, 40, 25, 50],
  actuals: [33, 30, 40, 30, 45],
  spreads: [0.1, 0.4, 0.1, 0.2, 0.1],
};

/** Estimates with errors that are as large as their spreads say, or as their size does. */
function trips(n: number, seed: number, spreadOf?: (estimate: number) => number) {
  const next = uniforms(seed);
  const estimates = Array.from({ length: n }, () => 5 + 60 * next());
  const spreads = estimates.map((x) => spreadOf?.(x) ?? 0.05 + 0.4 * next());
  const actuals = estimates.map(
    (x, i) => x * Math.exp((spreads[i] as number) * normalQuantile(next())),
  );
  return { estimates, spreads, actuals };
}

it('a calibration says what its margins go by', () => {
  const { spreads, ...alike } = history;
  const goesBy = (past: typeof alike, more = {}) => {
    const { by, usualSpread } = calibrateEstimates(past, { unit, ...more });
    return [by, usualSpread];
  };
  const groups = ['north', 'south', 'north', 'south', 'north'];
  expect(goesBy(alike)).toEqual([[], null]);
  // The fifth root of .1 * .4 * .1 * .2 * .1.
  expect(goesBy(history)).toEqual([['spread'], expect.closeTo(0.00008 ** 0.2, 12)]);
  expect(goesBy({ ...alike, ...{ groups } }, { learnSpread: true })).toEqual([
    ['learnt-spread', 'group'],
    null,
  ]);
  // To the last bit, so that nothing is taken to a power.
  const mixed = { ...history, groups, spreads: [0.3, 0.3, 0.3, 0.3, 0.3] };
  expect(goesBy(mixed)).toEqual([['spread', 'group'], 0.3]);
});

describe('spreads', () => {
  // By hand: log ratios over spreads, the k-th smallest times the spread asked for.
  it('give each estimate a margin of its own', () => {
    const arrival = calibrateEstimates(history, { unit });
    const scores = history.actuals
      .map(
        (actual, i) =>
          Math.log(actual / (history.estimates[i] as number)) / (history.spreads[i] as number),
      )
      .sort((a, b) => a - b);
    for (const spread of [0.05, 0.1, 0.3]) {
      scores.forEach((score, k) => {
        const found = arrival({ estimate: 40, spread }).quantile((k + 1) / 5);
        expect(relativeError(found, 40 * Math.exp(spread * score))).toBeLessThan(1e-12);
      });
      const capability = arrival({ estimate: 40, spread });
      const values = scores.map((score) => 40 * Math.exp(spread * score));
      const mean = values.reduce((sum, x) => sum + x, 0) / 5;
      expect(relativeError(capability.mean(), mean)).toBeLessThan(1e-12);
      const over = values.reduce((sum, x) => sum + Math.max(0, x - 43), 0) / 5;
      expect(Math.abs(capability.expectedOvershoot(43) - over)).toBeLessThan(1e-11);
      expect(capability.chance(43)).toBe(values.filter((x) => x <= 43).length / 5);
    }
  });

  it('have the mean of weighted ratios, and of those under way', () => {
    const weights = [1, 2, 3, 4, 5];
    const weighted = calibrateEstimates(history, { unit, weights })({ estimate: 40, spread: 0.2 });
    const values = history.actuals.map((actual, i) => {
      const ratio = actual / (history.estimates[i] as number);
      return 40 * ratio ** (0.2 / (history.spreads[i] as number));
    });
    const sum = values.reduce((total, x, i) => total + x * (weights[i] as number), 0);
    expect(relativeError(weighted.mean(), sum / 15)).toBeLessThan(1e-12);
    const finished = [true, false, true, true, true];
    const censored = calibrateEstimates(history, { unit, finished })({ estimate: 40, spread: 0.2 });
    expect(censored.ranks).toBeNull();
    expect(censored.chanceInterval?.(44).low).toBeLessThan(censored.chance(44));
    expect(censored.chanceInterval?.(44, 41).low).toBeLessThan(
      censored.chanceInterval?.(44).low ?? 0,
    );
    const long = { ...history, actuals: [33, 90, 40, 30, 45] };
    const hidden = calibrateEstimates(long, { unit, finished })({ estimate: 40, spread: 0.2 });
    expect(hidden.identified).toBe(0.8);
    expect(hidden.stillUnderWay?.oldest).toBeCloseTo(40 * 4.5 ** 0.5, 9);
  });

  it('that are all alike change nothing', () => {
    const alike = calibrateEstimates({ ...history, spreads: [1, 1, 1, 1, 1] }, { unit });
    const { spreads: _, ...plain } = history;
    const without = calibrateEstimates(plain, { unit })(40);
    expect(alike({ estimate: 40, spread: 1 }).toJSON()).toEqual(without.toJSON());
    // Nothing was taken to a power, as far as a source may tell.
    const stored = JSON.parse(JSON.stringify(without));
    const revived = reviveCapability(stored, [scaledSource, censoredSource]);
    expect(revived.quantile(0.8)).toBe(without.quantile(0.8));
    // Only how they compare counts, not how small they are.
    const spreads = history.spreads.map((x) => x * 1e-5);
    const tiny = calibrateEstimates({ ...history, spreads }, { unit });
    const asked = { estimate: 40, spread: 0.3 };
    expect(
      relativeError(
        tiny({ ...asked, spread: 3e-6 }).quantile(0.8),
        calibrateEstimates(history, { unit })(asked).quantile(0.8),
      ),
    ).toBeLessThan(1e-12);
    const tenfold = calibrateEstimates(
      { ...history, spreads: history.spreads.map((x) => 10 * x) },
      { unit },
    );
    const once = calibrateEstimates(history, { unit })({ estimate: 40, spread: 0.3 });
    expect(
      relativeError(tenfold({ estimate: 40, spread: 3 }).quantile(0.8), once.quantile(0.8)),
    ).toBeLessThan(1e-12);
  });

  it('keep promises at the wanted rate, and in narrow and wide ones alike', () => {
    const past = trips(2000, 1);
    const later = trips(4000, 2);
    const arrival = calibrateEstimates(past, { unit });
    const kept = later.estimates.map((estimate, i) => {
      const spread = later.spreads[i] as number;
      return (later.actuals[i] as number) <= arrival({ estimate, spread }).quantile(0.9);
    });
    const share = (of: (i: number) => boolean) => {
      const some = kept.filter((_, i) => of(i));
      return some.filter(Boolean).length / some.length;
    };
    expect(Math.abs(share(() => true) - 0.9)).toBeLessThan(0.03);
    expect(Math.abs(share((i) => (later.spreads[i] as number) < 0.15) - 0.9)).toBeLessThan(0.04);
    expect(Math.abs(share((i) => (later.spreads[i] as number) > 0.35) - 0.9)).toBeLessThan(0.04);
  });

  it('keep the finite-sample guarantee', () => {
    const past = trips(19, 3);
    const plan = planPromise(calibrateEstimates(past, { unit })({ estimate: 20, spread: 0.2 }), {
      keepRate: 0.9,
    });
    expect(plan.guarantee).toMatchObject({ kind: 'finite-sample', rank: 18, n: 19 });
  });

  it('come from an estimator as they are', () => {
    const km = Array.from({ length: 60 }, (_, i) => 1 + (i % 9));
    const actuals = km.map((x, i) => 10 + 2 * x + ((i * 7) % 5) * x);
    const { model, heldOut } = fitEstimator({ actuals, columns: { km } }, { unit });
    const arrival = calibrateEstimates(heldOut, { unit });
    const [near, far] = [1, 9].map((x) => {
      const estimate = estimateWith(model, { km: x });
      return arrival(estimate).quantile(0.9) / estimate.estimate;
    });
    expect(far).not.toBeCloseTo(near as number, 3);
    const hours = calibrateEstimates(heldOut, { unit: 'hours' });
    expect(refusal(() => hours(estimateWith(model, { km: 1 })))).toMatchObject({
      code: 'unit-mismatch',
      path: 'estimate.unit',
    });
  });

  it('survive JSON', () => {
    const made = calibrateEstimates(history, { unit })({ estimate: 40, spread: 0.3 });
    const sources = [scaledSource, poweredSource, censoredSource];
    const revived = reviveCapability(JSON.parse(JSON.stringify(made)), sources);
    expect(revived.quantile(0.8)).toBe(made.quantile(0.8));
    const broken = JSON.parse(JSON.stringify(made));
    broken.of.exponent = 0;
    expect(refusal(() => reviveCapability(broken, sources))).toMatchObject({
      code: 'out-of-range',
      path: 'json.of.exponent',
    });
  });

  it.each([
    [40, 'wrong-type', 'estimate'],
    [null, 'wrong-type', 'estimate'],
    [{ estimate: 40 }, 'missing', 'estimate.spread'],
    [{ estimate: 40, spread: 0 }, 'out-of-range', 'estimate.spread'],
    [{ estimate: 40, spread: 1e6 }, 'out-of-range', 'estimate.spread'],
    [{ estimate: -1, spread: 0.1 }, 'out-of-range', 'estimate.estimate'],
    [{ estimat: 40, spread: 0.1 }, 'unknown-name', 'estimate.estimat'],
  ])('refuses the estimate %j', (estimate, code, path) => {
    const arrival = calibrateEstimates(history, { unit });
    expect(refusal(() => arrival(estimate as never))).toMatchObject({ code, path });
  });

  it('says what an estimate is where there is none', () => {
    const expected = 'an object with estimate, spread, as the history has them';
    const arrival = calibrateEstimates(history, { unit });
    for (const none of [40, null, undefined]) {
      expect(refusal(() => arrival(none as never)).expected).toMatch(none ? expected : /number/);
    }
    const both = () => calibrateEstimates(history, { unit, learnSpread: true });
    expect(refusal(both)).toMatchObject({ path: 'options.learnSpread', value: true });
  });

  it.each([
    [{ spreads: [0.1, 0.4, 0.1, 0.2] }, 'length-mismatch', 'history.spreads'],
    [{ spreads: [0.1, 0.4, 0, 0.2, 0.1] }, 'out-of-range', 'history.spreads[2]'],
    [{ spreads: [0.1, 0.4, 1e-9, 0.2, 0.1] }, 'out-of-range', 'history.spreads[2]'],
    [
      { actuals: [33, 30, 1e306, 30, 45], spreads: [1, 1, 1e-2, 1, 1] },
      'out-of-range',
      'history.spreads[2]',
    ],
    [{ estimates: [], actuals: [], spreads: [] }, 'not-enough-data', 'history.actuals'],
    [{ groups: ['a', 'b', 'a', 'a', 7] }, 'wrong-type', 'history.groups[4]'],
    [{ groups: ['a'] }, 'length-mismatch', 'history.groups'],
  ])('refuses a history with %j', (part, code, path) => {
    const call = () => calibrateEstimates({ ...history, ...part } as never, { unit });
    expect(refusal(call)).toMatchObject({ code, path });
  });
});

it('a continuous ratio that came back from JSON has a mean too', () => {
  const of = capabilityFromFamily(lognormal, { mean: 1, sd: 0.3 }, { unit }).toJSON();
  const json = { kind: 'powered', version: 1, unit, better: 'lower', exponent: 2, of };
  const revived = reviveCapability(json, [poweredSource, familySource(lognormal)]);
  // E X^2 = mean^2 + sd^2.
  expect(relativeError(revived.mean(), 1.09)).toBeLessThan(1e-4);
  // Its square is a lognormal too, with twice the mean and the spread of the logarithm.
  const { parameters } = capabilityFromFamily(lognormal, { mean: 1, sd: 0.3 }, { unit });
  const [logMean, logSd] = [2 * parameters.logMean, 2 * parameters.logSd];
  for (const t of [2, 3]) {
    const over = lognormal.distribution({ logMean, logSd }).excess(t);
    expect(relativeError(revived.expectedOvershoot(t), over)).toBeLessThan(1e-3);
  }
});

it('one of 200,000 ratios that is far off counts for what it is', () => {
  const samples = new Float64Array(200_000).fill(1);
  samples[7] = 1e6;
  const of = capabilityFromSamples(samples, { unit });
  const json = { kind: 'powered', version: 1, unit, better: 'lower', exponent: 2 };
  const inner = { kind: 'of', version: 1, unit, better: 'lower' };
  const sources = [poweredSource, { kind: 'of', revive: () => of }];
  const { mean } = reviveCapability({ ...json, of: inner }, sources);
  expect(relativeError(mean(), (199_999 + 1e12) / 200_000)).toBeLessThan(1e-12);
});

describe('groups', () => {
  const { spreads: _, ...plain } = history;
  const groups = ['SP', 'SP', 'RJ', 'RJ', 'RJ'];

  it('borrow from all, as capabilityByGroup has it', () => {
    const state = calibrateEstimates({ ...plain, groups }, { unit, shrinkage: 2 });
    const rows = plain.actuals.map((actual, i) => ({
      value: actual / (plain.estimates[i] as number),
      path: [groups[i] as string],
    }));
    const same = capabilityByGroup(rows, { unit, levels: ['state'], shrinkage: 2 });
    for (const group of ['SP', 'RJ']) {
      const [ours, theirs] = [state({ estimate: 40, group }), same([group])];
      expect(relativeError(ours.n, theirs.n)).toBeLessThan(1e-12);
      for (const p of [0.1, 0.5, 0.8, 1]) {
        expect(relativeError(ours.quantile(p), 40 * theirs.quantile(p))).toBeLessThan(1e-12);
      }
    }
    // Made once.
    expect(state({ estimate: 40, group: 'SP' }).quantile(0.5)).toBe(
      state({ estimate: 40, group: 'SP' }).quantile(0.5),
    );
  });

  it('answer for themselves with a shrinkage of 0, and for nobody with a great one', () => {
    const own = calibrateEstimates({ ...plain, groups }, { unit, shrinkage: 0 });
    expect(own({ estimate: 1, group: 'SP' }).ranks?.n).toBe(2);
    expect(own({ estimate: 1, group: 'SP' }).quantile(1)).toBe(1.5);
    const all = calibrateEstimates({ ...plain, groups }, { unit, shrinkage: 1e305 });
    expect(all({ estimate: 1, group: 'SP' }).ranks?.n).toBe(5);
  });

  it('that are not known, or of which none has finished, are answered by all', () => {
    const finished = [false, false, true, true, true];
    const state = calibrateEstimates({ ...plain, groups }, { unit, finished });
    const unseen = state({ estimate: 40, group: 'SO' });
    const detail = { level: 'group', group: 'SO', answeredBy: 'all' };
    expect(unseen.warnings).toMatchObject([{ code: 'unseen-group', detail }]);
    const similar = state({ estimate: 40, group: 'rj' }).warnings[0];
    expect(similar).toMatchObject({ detail: { similar: 'RJ' } });
    expect(state({ estimate: 40, group: 'SP' }).toJSON()).toEqual(
      calibrateEstimates(plain, { unit, finished })(40).toJSON(),
    );
  });

  it('take weights, flags and spreads, each its own', () => {
    const options = {
      unit,
      weights: [1, 2, 3, 4, 5],
      finished: [1, 1, 1, 0, 1],
      lost: [0, 0, 0, 0, 0],
      shrinkage: 0,
    };
    const state = calibrateEstimates({ ...history, groups }, options);
    const alone = calibrateEstimates(
      { estimates: [40, 25, 50], actuals: [40, 30, 45], spreads: [0.1, 0.2, 0.1] },
      { unit, weights: [3, 4, 5], finished: [1, 0, 1] },
    );
    const asked = { estimate: 40, spread: 0.2, group: 'RJ' };
    expect(relativeError(state(asked).quantile(0.4), alone(asked).quantile(0.4))).toBeLessThan(
      1e-12,
    );
  });

  it('of which the longest is under way are known no further', () => {
    const long = { ...plain, actuals: [33, 30, 40, 30, 95], groups };
    const finished = [1, 1, 1, 1, 0];
    const { identified } = calibrateEstimates(long, { unit, finished, shrinkage: 0 })({
      estimate: 40,
      group: 'RJ',
    });
    expect(identified).toBeCloseTo(2 / 3, 12);
  });

  it('survive JSON', () => {
    const made = calibrateEstimates(
      { ...history, groups },
      { unit },
    )({ estimate: 40, spread: 0.3, group: 'SP' });
    const sources = [scaledSource, poweredSource, mixtureSource, censoredSource];
    const revived = reviveCapability(JSON.parse(JSON.stringify(made)), sources);
    expect(revived.quantile(0.8)).toBe(made.quantile(0.8));
  });

  it('are asked for, and do not go with late entries', () => {
    const state = calibrateEstimates({ ...plain, groups }, { unit });
    expect(refusal(() => state(40))).toMatchObject({ code: 'wrong-type', path: 'estimate' });
    expect(refusal(() => state({ estimate: 40 }))).toMatchObject({
      code: 'missing',
      path: 'estimate.group',
    });
    expect(refusal(() => state({ estimate: 40, group: 7 as never }))).toMatchObject({
      code: 'wrong-type',
      path: 'estimate.group',
    });
    const entered = [1, 0, 0, 0, 0];
    const late = () => calibrateEstimates({ ...plain, groups }, { unit, entered });
    expect(refusal(late)).toMatchObject({ code: 'ambiguous', path: 'options.entered' });
    const none = calibrateEstimates({ ...plain, groups }, { unit, entered: [0, 0, 0, 0, 0] });
    expect(none({ estimate: 40, group: 'SP' }).identified).toBe(1);
  });
});

describe('a spread that is learnt', () => {
  const spreadOf = (estimate: number) => 0.05 + 0.5 * Math.exp(-estimate / 20);
  const { spreads: _, ...past } = trips(2000, 4, spreadOf);

  it('is wide for the estimates that are far off', () => {
    const learnt = calibrateEstimates(past, { unit, learnSpread: true });
    for (const estimate of [8, 20, 45]) {
      const true90 = Math.exp(spreadOf(estimate) * normalQuantile(0.9));
      expect(learnt(estimate).quantile(0.9) / estimate / true90).toBeGreaterThan(0.9);
      expect(learnt(estimate).quantile(0.9) / estimate / true90).toBeLessThan(1.1);
    }
    expect(learnt(20).ranks?.n).toBe(1000);
    // Beyond the estimates seen it stays.
    const margin = (estimate: number) => learnt(estimate).quantile(0.9) / estimate;
    expect(relativeError(margin(1e4), margin(1e5))).toBeLessThan(1e-12);
  });

  it('bends where both small and large estimates are far off', () => {
    const middling = trips(1500, 6, (estimate) => 0.03 + 0.3 * Math.abs(Math.log(estimate / 20)));
    const { estimates, actuals } = middling;
    const learnt = calibrateEstimates({ estimates, actuals }, { unit, learnSpread: true });
    const margins = [6, 20, 60].map((x) => learnt(x).quantile(0.9) / x - 1);
    const [small, middle, large] = margins as [number, number, number];
    expect(middle).toBeLessThan(0.85 * Math.min(small, large));
  });

  it('loses less than ratios alone', () => {
    const later = trips(2000, 5, spreadOf);
    const loss = (learnSpread: boolean) => {
      const arrival = calibrateEstimates(past, { unit, learnSpread });
      return later.estimates.reduce((sum, estimate, i) => {
        const over = (later.actuals[i] as number) - arrival(estimate).quantile(0.9);
        return sum + Math.max(0.9 * over, -0.1 * over);
      }, 0);
    };
    expect(loss(true)).toBeLessThan(0.985 * loss(false));
  });

  it('follows a straight line where estimates are few kinds', () => {
    const two = Array.from({ length: 40 }, (_, i) => (i % 4 < 2 ? 10 : 20));
    const actuals = two.map((x, i) => x * (1 + (x === 10 ? 0.5 : 0.1) * Math.sin(i)));
    const learnt = calibrateEstimates({ estimates: two, actuals }, { unit, learnSpread: true });
    expect(learnt(10).quantile(0.9) / 10).toBeGreaterThan(learnt(20).quantile(0.9) / 20);
  });

  it('is learnt from rows that are over and count, and do not calibrate', () => {
    const [estimates, actuals] = [past.estimates.slice(0, 40), past.actuals.slice(0, 40)];
    const exponentOf = (options: object, changed?: number, factor = 1) => {
      const given = actuals.map((x, i) => factor * (i === changed ? 5 * x : x));
      const learnt = calibrateEstimates(
        { estimates, actuals: given },
        { unit, learnSpread: true, ...options },
      );
      return (learnt(8).toJSON() as unknown as { of: { exponent: number } }).of.exponent;
    };
    const flags = (at: number, of: number) => actuals.map((_, i) => (i === at ? of : 1 - of));
    for (const [options, row] of [
      [{}, 7],
      [{ finished: flags(6, 0) }, 6],
      [{ lost: flags(6, 1) }, 6],
      [{ weights: flags(6, 0) }, 6],
    ] as const) {
      expect(exponentOf(options, row)).toBe(exponentOf(options));
      expect(exponentOf(options, 8)).not.toBe(exponentOf(options));
    }
    // By how much all are too low says nothing of how far off each is.
    expect(relativeError(exponentOf({}, undefined, 3), exponentOf({}))).toBeLessThan(1e-9);
  });

  it('changes nothing where estimates are all alike', () => {
    const alike = { estimates: [10, 10, 10, 10], actuals: [9, 12, 10, 14] };
    const learnt = calibrateEstimates(alike, { unit, learnSpread: true })(10);
    expect(learnt.toJSON()).toEqual(
      calibrateEstimates({ estimates: [10, 10], actuals: [12, 14] }, { unit })(10).toJSON(),
    );
  });

  it('leaves flags, weights and groups to the rows that calibrate', () => {
    const small = { ...history, spreads: undefined, groups: ['a', 'b', 'a', 'a', 'b'] };
    const options = {
      unit,
      learnSpread: true,
      weights: [1, 2, 3, 4, 5],
      finished: [1, 1, 0, 1, 1],
    };
    expect(calibrateEstimates(small, options)({ estimate: 40, group: 'a' }).n).toBeGreaterThan(0);
    expect(capabilityFromSamples([1], { unit }).n).toBe(1);
  });

  it.each([
    [history, {}, 'ambiguous', 'options.learnSpread'],
    [{ estimates: [1, 1], actuals: [0, 1] }, {}, 'out-of-range', 'history.actuals[0]'],
    [
      { estimates: [1, 1], actuals: [1, 1] },
      { finished: [1] },
      'length-mismatch',
      'options.finished',
    ],
    [{ estimates: [1], actuals: [1] }, {}, 'not-enough-data', 'history.actuals'],
    [
      { estimates: [1], actuals: [1] },
      { learnSpreads: true },
      'unknown-name',
      'options.learnSpreads',
    ],
  ])('refuses %j with %j', (given, more, code, path) => {
    const call = () => calibrateEstimates(given, { unit, learnSpread: true, ...more });
    expect(refusal(call)).toMatchObject({ code, path });
  });
});

describe('a stream', () => {
  const some = (...actuals: number[]) => ({ estimates: actuals.map((x) => x + 1), actuals });

  it('keeps the latest', () => {
    const one = rollEstimates(null, some(1, 2, 3), { last: 4 });
    const two = rollEstimates(one, some(4, 5), { last: 4 });
    expect(two).toEqual(some(2, 3, 4, 5));
    expect(rollEstimates(two, some(), { last: 2 })).toEqual(some(4, 5));
    expect(JSON.parse(JSON.stringify(two))).toEqual(two);
    const spread = { ...some(1, 2), spreads: [0.1, 0.2] };
    expect(rollEstimates(null, spread, { last: 4 })).toEqual(spread);
  });

  it('keeps the latest of each group, and their spreads', () => {
    const past = { ...some(1, 2, 3), spreads: [0.1, 0.2, 0.3], groups: ['a', 'b', 'a'] };
    const next = { ...some(4, 5), spreads: [0.4, 0.5], groups: ['a', 'a'] };
    expect(rollEstimates(past, next, { last: 2 })).toEqual({
      ...some(2, 4, 5),
      spreads: [0.2, 0.4, 0.5],
      groups: ['b', 'a', 'a'],
    });
  });

  it('follows a level that drifts', () => {
    const next = uniforms(7);
    let past = rollEstimates(null, some(), { last: 300 });
    let [kept, all] = [0, 0];
    for (let day = 0; day < 60; day++) {
      const level = 1 + day / 60;
      const actuals = Array.from({ length: 50 }, () => 10 * level * (0.8 + 0.4 * next()));
      const estimates = actuals.map(() => 10);
      if (day >= 10) {
        const quote = calibrateEstimates(past, { unit })(10).quantile(0.9);
        kept += actuals.filter((x) => x <= quote).length;
        all += actuals.length;
      }
      past = rollEstimates(past, { estimates, actuals }, { last: 300 });
    }
    expect(kept / all).toBeGreaterThan(0.75);
  });

  it.each([
    [some(1), { ...some(2), groups: ['a'] }, { last: 1 }, 'missing', 'past.groups'],
    [{ ...some(1), spreads: [1] }, some(2), { last: 1 }, 'missing', 'finished.spreads'],
    [null, { estimates: [0], actuals: [1] }, { last: 1 }, 'out-of-range', 'finished.estimates[0]'],
    [{ estimates: [1, 2], actuals: [1] }, some(2), { last: 1 }, 'length-mismatch', 'past.actuals'],
    [null, some(1), { last: 0 }, 'out-of-range', 'options.last'],
    [null, some(1), { last: 1.5 }, 'wrong-type', 'options.last'],
    [null, some(1), { most: 3 }, 'unknown-name', 'options.most'],
  ])('refuses %j, %j, %j', (past, finished, options, code, path) => {
    const call = () => rollEstimates(past, finished, options as never);
    expect(refusal(call)).toMatchObject({ code, path, function: 'rollEstimates' });
  });
});

describe('what is too small for a number', () => {
  // .2 ** 1000 is some 1e-699: not 0 to what is above 0, or no observation would keep the quote.
  it.each([1, 0.25])('is the least number above 0, of an estimate of %s', (estimate) => {
    const actuals = [0.2, 0.8, 1, 1, 1.2];
    const spreads = [1, 1, 1, 1, 1];
    const history = { estimates: [1, 1, 1, 1, 1], actuals, spreads };
    const wide = calibrateEstimates(history, { unit })({ estimate, spread: 1000 });
    expect(wide.quantile(0.2)).toBe(Number.MIN_VALUE);
    expect(wide.chance(wide.quantile(0.2))).toBeGreaterThanOrEqual(0.2);
    expect(wide.ranks?.kept(wide.ranks.byRank(1))).toBeGreaterThanOrEqual(1);
    const none = { ...history, actuals: [0, ...actuals.slice(1)] };
    const atOnce = calibrateEstimates(none, { unit })({ estimate, spread: 1000 });
    expect([atOnce.quantile(0.2), atOnce.chance(0)]).toEqual([0, 0.2]);
  });

  it('is learnt so, too', () => {
    const history = { estimates: [1, 1, 1], actuals: [0.2, 1, 2], spreads: [0.001, 1, 1000] };
    const learnt = calibrateEstimates(history, { unit })({ estimate: 1, spread: 1 });
    expect(learnt.quantile(0.3)).toBe(Number.MIN_VALUE);
    expect(learnt.chance(0)).toBe(0);
  });
});

describe('an estimate of a value that was not fitted on', () => {
  const km = Array.from({ length: 40 }, (_, i) => 1 + ((i * 7) % 40));
  const state = km.map((_, i) => (i % 3 === 0 ? 'north' : 'south'));
  const actuals = km.map((x, i) => 20 + x + (i % 5));
  const { model, heldOut } = fitEstimator({ actuals, columns: { km, state } }, { unit });
  const arrival = calibrateEstimates(heldOut, { unit });
  // Metres for kilometres, and a state that is written otherwise.
  const far = arrival(estimateWith(model, { km: 9000, state: 'North' }));
  const warnings = ['km', 'state'].map((column) => ({ code: 'unseen-value', detail: { column } }));

  it('is warned of, by the plan and by what is left of an order as well', () => {
    expect(far.warnings).toEqual(warnings);
    expect(planPromise(far, { keepRate: 0.8 }).warnings).toEqual(warnings);
    expect(far.remaining(1e-3).warnings).toEqual(warnings);
    const within = arrival(estimateWith(model, { km: 9, state: 'north' }));
    expect(within.warnings).toEqual([]);
    expect(arrival({ estimate: 30, spread: 0.1 }).warnings).toEqual([]);
    const usual = calibrateEstimates({ estimates: [30], actuals: [33] }, { unit });
    expect(usual({ estimate: 30, unseen: ['km'] }).warnings).toEqual(warnings.slice(0, 1));
  });

  it('is warned of beside a group that was never seen', () => {
    const groups = ['a', 'a', 'b', 'b', 'a'];
    const byGroup = calibrateEstimates({ ...history, groups }, { unit });
    const codes = (group: string) =>
      byGroup({ estimate: 30, spread: 0.1, group, unseen: ['km'] }).warnings.map((one) => one.code);
    expect([codes('a'), codes('c')]).toEqual([['unseen-value'], ['unseen-value', 'unseen-group']]);
  });

  it('is asked for by names', () => {
    for (const unseen of [2, 'km', [2]]) {
      const estimate = { estimate: 30, spread: 0.1, unseen } as never;
      expect(refusal(() => arrival(estimate))).toMatchObject({
        code: 'wrong-type',
        path: 'estimate.unseen',
        expected: 'a list of names, as estimateWith gives it',
      });
    }
  });
});
