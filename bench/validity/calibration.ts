import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fitSatisfaction, type Parameter, type SatisfactionModel } from 'overdeliver';
import {
  explainChange,
  recalibrateSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';

const named = { id: 'bench', setting: 'bench', data: 'bench', licence: '' };
const runs = 200;

/** The truth of the simulations: orders of some days, judged with two covariates. */
const truth: Readonly<Record<string, number>> = {
  'time.performance': -0.5,
  'time.gain': 0.1,
  'time.loss': 0.4,
  'time.stillWaiting': 1.2,
  'covariates.items': -0.2,
  'covariates.price': -0.1,
  'threshold.1': -4.2,
  'threshold.2': -3.4,
  'threshold.3': -2.6,
  'threshold.4': -1.6,
};
const model: SatisfactionModel = {
  version: 1,
  id: 'bench/truth',
  setting: 'simulated',
  answers: { min: 1, max: 5 },
  dimensions: {
    time: {
      kind: 'time',
      unit: 'days',
      terms: ['performance', 'gain', 'loss', 'stillWaiting'],
      value: 'capped',
    },
  },
  covariates: { items: 'identity', price: 'log' },
  parameters: Object.fromEntries(
    Object.entries({ ...truth, 'time.cap': 5 }).map(([name, value]) => [
      name,
      { value, unit: '', range: [-100, 100], status: 'assumed', source: 'simulated' },
    ]),
  ),
};

/** Customers who answer as the truth has it. */
function simulate(rows: number, seed: number) {
  const next = uniforms(seed);
  const column = (of: () => number) => Float64Array.from({ length: rows }, of);
  const promised = column(() => 5 + 15 * next());
  const actual = promised.map((days) => days * (0.4 + 0.9 * next()));
  const stillWaiting = Uint8Array.from(actual, (days, i) =>
    days > (promised[i] as number) && next() < 0.4 ? 1 : 0,
  );
  const items = column(() => 1 + Math.floor(3 * next()));
  const price = column(() => Math.exp(3 + 2 * next()));
  const cap = (gap: number) => Math.min(Math.max(gap, 0), 5);
  const design = [
    actual.map(Math.log),
    actual.map((days, i) => cap((promised[i] as number) - days)),
    actual.map((days, i) => -cap(days - (promised[i] as number))),
    Float64Array.from(stillWaiting, (waits) => -waits),
    items,
    price.map(Math.log),
  ];
  const weights = Object.values(truth);
  const cuts = weights.slice(6);
  const answers = Array.from({ length: rows }, (_, i) => {
    const u = design.reduce((sum, x, j) => sum + (weights[j] as number) * (x[i] as number), 0);
    const p = next();
    const latent = u + Math.log(p / (1 - p));
    return 1 + cuts.filter((cut) => latent > cut).length;
  });
  const time = { promised, actual, stillWaiting, unit: 'days' as const };
  return { columns: { dimensions: { time }, covariates: { items, price } }, answers, design };
}

/** Whether intervals hold the truth as often as they say, and estimates lie around it. */
function coverage(): readonly Row[] {
  const names = Object.keys(truth);
  const held = new Map(names.map((name) => [name, 0]));
  const errors = new Map(names.map((name) => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    const { columns, answers } = simulate(1500, 1000 + run);
    const fit = fitSatisfaction(columns, answers, { ...named, form: model, folds: 0 });
    for (const name of names) {
      const [low, high] = fit.intervals[name] ?? [Number.NaN, Number.NaN];
      const value = truth[name] as number;
      if (low <= value && value <= high) held.set(name, (held.get(name) as number) + 1);
      errors.get(name)?.push((fit.model.parameters[name]?.value as number) - value);
    }
  }
  const shares = [...held.values()].map((count) => count / runs);
  const biases = [...errors.values()].map((all) => {
    const mean = all.reduce((sum, x) => sum + x, 0) / runs;
    const sd = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (runs - 1));
    return Math.abs(mean) / (sd / Math.sqrt(runs));
  });
  const name = '200 simulated tables of 1,500 rows, ten parameters';
  return [
    row('calibration', name, 'least coverage of a 95% interval', Math.min(...shares)),
    row('calibration', name, 'greatest coverage', Math.max(...shares)),
    row('calibration', name, 'greatest mean error over its standard error', Math.max(...biases)),
  ];
}

/** Time and numbers beside statsmodels, where it is there. */
function peer(): readonly Row[] {
  const { columns, answers, design } = simulate(12_000, 7);
  const script = fileURLToPath(new URL('ordered_model.py', import.meta.url));
  const input = JSON.stringify({ columns: design.map((column) => [...column]), answers });
  const time = (folds: number) => {
    const start = performance.now();
    const fit = fitSatisfaction(columns, answers, { ...named, form: model, folds });
    return { fit, seconds: (performance.now() - start) / 1000 };
  };
  time(0);
  const median = (folds: number) =>
    [1, 2, 3, 4, 5].map(() => time(folds).seconds).sort((a, b) => a - b)[2] as number;
  const { fit } = time(0);
  const name = 'fit 12,000 rows, 6 terms';
  const own = [
    row('calibration', name, 'milliseconds', 1000 * median(0)),
    row('calibration', name, 'milliseconds, forms compared in five folds', 1000 * median(5)),
  ];
  const theirs = spawnSync('/usr/bin/python3', [script], { input, maxBuffer: 1e9 });
  if (theirs.status !== 0) {
    process.stderr.write('skipped: /usr/bin/python3 with statsmodels is not there\n');
    return own;
  }
  const found = JSON.parse(theirs.stdout.toString()) as {
    seconds: number;
    logLikelihood: number;
    b: number[];
  };
  const ours = Object.keys(truth).slice(0, 6);
  const apart = ours.map((term, j) =>
    Math.abs((fit.model.parameters[term]?.value as number) - (found.b[j] as number)),
  );
  const logLikelihood = fit.model.fit?.logLikelihood as number;
  return [
    ...own,
    row('calibration', name, 'statsmodels, milliseconds', 1000 * found.seconds),
    row('calibration', name, 'ratio to statsmodels', median(0) / found.seconds),
    row(
      'calibration',
      name,
      'with forms compared, ratio to statsmodels',
      median(5) / found.seconds,
    ),
    row('calibration', name, 'greatest difference of a coefficient', Math.max(...apart)),
    row(
      'calibration',
      name,
      'log likelihood above statsmodels',
      logLikelihood - found.logLikelihood,
    ),
  ];
}

/**
 * 50 rows from settings in which answers begin elsewhere than in the survey, and follow it half as strongly, the other
 * way, or not at all: an ordinal logit of their own, not the form that recalibration has.
 */
function recalibration(): readonly Row[] {
  const settings = [
    ['half as strong', 0.5, (k: number) => -2.4 + 0.5 * k],
    ['half as strong, answers at either end', 0.5, (k: number) => -0.3 + 0.1 * k],
    ['the other way', -0.5, (k: number) => -2.4 + 0.5 * k],
    ['at random', 0, (k: number) => Math.log((k + 1) / (9 - k))],
  ] as const;
  return settings.flatMap(([setting, strength, start]) => {
    let helped = 0;
    let held = 0;
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      const next = uniforms(5000 + run);
      const expected = Float64Array.from({ length: 50 }, () => 50 + 40 * next());
      const perceived = expected.map((level) => Math.min(100, level - 20 + 40 * next()));
      const starts = Array.from({ length: 9 }, (_, k) => start(k));
      const answers = Array.from(perceived, (level, i) => {
        const g = level - (expected[i] as number);
        const u = 0.12145936 * level + (g > 0 ? -0.01245883 * g : 0.026893163 * -g);
        const p = next();
        const latent = strength * (u - 8) + Math.log(p / (1 - p));
        return 1 + starts.filter((from) => latent > from).length;
      });
      const { scale, helps } = recalibrateSatisfaction({ expected, perceived }, answers, {
        ...named,
        model: surveySatisfaction,
      });
      if (helps) helped++;
      if (scale.low <= strength && scale.high >= strength) held++;
      sum += scale.value;
    }
    const name = `200 settings of 50 rows, ${setting}`;
    return [
      row('calibration', name, 'mean scale', sum / runs),
      row(
        'calibration',
        name,
        'share of 95% intervals of the scale that hold the truth',
        held / runs,
      ),
      row('calibration', name, 'share in which recalibrating helps', helped / runs),
    ];
  });
}

/** Periods in which only one of the two moved: which one is named? */
function change(): readonly Row[] {
  const wave = (seed: number, expected: number, perceived: number) => {
    const next = uniforms(seed);
    const rows = 300;
    const middle = Array.from({ length: rows }, () => next() + next());
    return {
      columns: {
        expected: Float64Array.from(middle, (m) => expected + 15 * (m - 1) + 10 * (next() - 0.5)),
        perceived: Float64Array.from(middle, (m) => perceived + 15 * (m - 1) + 20 * (next() - 0.5)),
      },
    };
  };
  const tells = (expected: number, perceived: number, is: (e: boolean, p: boolean) => boolean) => {
    let right = 0;
    for (let run = 0; run < 50; run++) {
      const { expectation, performance } = explainChange(
        wave(100 + run, 65, 70),
        wave(900 + run, expected, perceived),
        { model: tilted, seed: run, draws: 200 },
      );
      if (is(expectation.moved, performance.moved)) right++;
    }
    return right / 50;
  };
  // Where expectations matter: what falls short of them weighs as much as the level itself.
  const tilted: SatisfactionModel = {
    ...surveySatisfaction,
    id: 'bench/tilted',
    parameters: {
      ...surveySatisfaction.parameters,
      'level.gain': { ...(surveySatisfaction.parameters['level.gain'] as Parameter), value: 0.03 },
      'level.loss': { ...(surveySatisfaction.parameters['level.loss'] as Parameter), value: 0.12 },
    },
  };
  const name = '50 pairs of periods of 300 customers';
  return [
    row(
      'calibration',
      name,
      'only expectations rose: told',
      tells(71, 70, (e, p) => e && !p),
    ),
    row(
      'calibration',
      name,
      'only performance fell: told',
      tells(65, 65, (e, p) => !e && p),
    ),
    row(
      'calibration',
      name,
      'neither moved: told',
      tells(65, 70, (e, p) => !e && !p),
    ),
  ];
}

export const calibration: Bench = {
  room: 'calibration',
  run: () => [...coverage(), ...peer(), ...recalibration(), ...change()],
};
