import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  predictJourney,
  type TouchpointImportance,
  touchpointImportance,
} from 'overdeliver/journey';
import {
  guests,
  names,
  stage,
  stages,
  touchpoints,
  truth,
} from '../../test/journey/touchpoint-world';
import { type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { readTable } from './data';

const room = 'learning';

/** Passengers with what they rated, 1 to 5; 0 says that it does not apply. */
function passengers() {
  const table = readTable('airline-passengers.csv');
  if (table === null) return null;
  const all = Object.keys(table[0] ?? {});
  const rated = all.slice(all.indexOf('arrival_delay') + 1, all.indexOf('satisfaction'));
  return table.map((passenger) => ({
    kind: passenger.customer_type as string,
    ratings: Object.fromEntries(
      rated.map((name) => {
        const answer = Number(passenger[name]);
        return [name, answer === 0 ? null : 25 * (answer - 1)];
      }),
    ),
    satisfied: passenger.satisfaction === 'Satisfied',
  }));
}

type Passenger = NonNullable<ReturnType<typeof passengers>>[number];
const kindOf = ({ kind }: Passenger) => kind;

/** Five folds, all choices made in the other four, beside scikit-learn's trees on the same folds. */
function onPassengers(): readonly Row[] {
  const rows = passengers();
  if (rows === null) return [];
  const name = 'airline-passengers.csv, five folds';
  const next = uniforms(1);
  const order = rows.map((_, i) => [i, next()] as const).sort((a, b) => a[1] - b[1]);
  const fold = new Uint8Array(rows.length);
  order.forEach(([i], place) => {
    fold[i] = place % 5;
  });
  const chance = new Float64Array(rows.length);
  for (let out = 0; out < 5; out++) {
    const kept = rows.filter((_, i) => fold[i] !== out);
    const { model } = touchpointImportance(kept, { ...names, stage: kindOf, folds: 3 });
    rows.forEach(({ kind, ratings }, i) => {
      if (fold[i] === out)
        chance[i] = predictJourney({ stage: kind, ratings }, { model }).satisfied;
    });
  }
  const answers = rows.map(({ satisfied }) => Number(satisfied));
  const auc = areaUnder(chance, answers);
  const start = performance.now();
  const whole = touchpointImportance(rows, { ...names, stage: kindOf });
  const seconds = (performance.now() - start) / 1000;
  const scored = whole.comparison.flatMap((one) => [
    row(room, name, `AUC by the fit's own folds, ${one.form}`, one.auc as number),
    row(room, name, `log loss by the fit's own folds, ${one.form}`, one.logLoss),
  ]);
  const best = whole.comparison.find(({ form }) => form === 'by-stage')?.calibration;
  return [
    row(room, name, 'AUC', auc),
    ...trees(rows, answers, fold).flatMap(([kind, theirs]) => [
      row(room, name, `AUC, ${kind}`, theirs),
      row(room, name, `AUC below ${kind}`, theirs - auc),
    ]),
    row(room, name, 'greatest miss of a decile of chances', missOfDeciles(chance, answers)),
    row(room, name, 'calibration slope', best?.slope ?? Number.NaN),
    row(room, name, 'calibration intercept', best?.intercept ?? Number.NaN),
    ...scored,
    row(room, name, 'seconds to fit and compare', seconds),
    ...whole.worths
      .filter(({ importance }) => importance > 5)
      .map(({ stage: at, touchpoint, importance }) =>
        row(room, name, `importance at ${at}, ${touchpoint}`, importance),
      ),
  ];
}

function trees(
  rows: readonly Passenger[],
  answers: readonly number[],
  fold: Uint8Array,
): readonly (readonly [string, number])[] {
  const columns = rows.map(({ kind, ratings }) => [
    kind === 'Returning' ? 1 : 0,
    ...Object.values(ratings).map((level) => (level === null ? 0 : level / 25 + 1)),
  ]);
  const theirs = byPython('gradient_boosting.py', { columns, answers, folds: [...fold] });
  return Object.entries((theirs ?? {}) as Record<string, number>);
}

/** What a script beside this one prints of what it is given; null where it does not run. */
function byPython(name: string, given: object): unknown {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const input = JSON.stringify(given);
  const theirs = spawnSync('/usr/bin/python3', [script], { input, maxBuffer: 1e9 });
  if (theirs.status === 0) return JSON.parse(String(theirs.stdout));
  process.stderr.write(`skipped: ${name} wants /usr/bin/python3 with numpy and scikit-learn\n`);
  return null;
}

/** The same fit computed a second time, in another language. */
function secondComputation(): readonly Row[] {
  const rows = guests(7, 400);
  const theirs = byPython('shrunk_logit.py', {
    stages: rows.map((guest) => guest.stage),
    ratings: rows.map(({ ratings }) => Object.values(ratings)),
    satisfied: rows.map(({ satisfied }) => Number(satisfied)),
  }) as readonly [string, number, number, number, number, number][] | null;
  if (theirs === null) return [];
  const fit = touchpointImportance(rows, { ...names, stage });
  const off = theirs.map(([at, t, worth, error, importance]) => {
    const ours = worthIn(fit, at, touchpoints[t] as string);
    return Math.max(
      Math.abs((ours.worth as number) - worth),
      Math.abs((ours.standardError as number) - error),
      Math.abs(ours.importance - importance) / 100,
    );
  });
  const name = '400 made-up guests, beside a second computation';
  return [row(room, name, 'greatest difference of worths, errors and shares', Math.max(...off))];
}

/** The chance that one who is satisfied has the greater chance of two, counted pair by pair. */
function areaUnder(chance: Float64Array, answers: readonly number[]): number {
  const yes = chance.filter((_, i) => answers[i] === 1).sort();
  const no = chance.filter((_, i) => answers[i] === 0).sort();
  let [below, same, wins] = [0, 0, 0];
  for (const p of yes) {
    while (below < no.length && (no[below] as number) < p) below++;
    same = Math.max(same, below);
    while (same < no.length && no[same] === p) same++;
    wins += below + (same - below) / 2;
  }
  return wins / (yes.length * no.length);
}

function missOfDeciles(chance: Float64Array, answers: readonly number[]): number {
  const order = [...chance.keys()].sort((a, b) => (chance[a] as number) - (chance[b] as number));
  const misses = Array.from({ length: 10 }, (_, d) => {
    const own = order.slice((d * order.length) / 10, ((d + 1) * order.length) / 10);
    return Math.abs(
      mean(own.map((i) => chance[i] as number)) - mean(own.map((i) => answers[i] as number)),
    );
  });
  return Math.max(...misses);
}

/** Two hundred made-up data sets: what intervals cover, and how far estimates are off on average. */
function recovery(): readonly Row[] {
  const sets = 200;
  return [600, 2000].flatMap((count) => {
    const name = `${sets} made-up sets of ${count} guests`;
    const fits = Array.from({ length: sets }, (_, i) =>
      touchpointImportance(guests(10_000 + i, count), { ...names, stage, folds: 3 }),
    );
    const found = stages.flatMap((at) =>
      touchpoints.flatMap((touchpoint, t) => {
        const real = truth(at)[t] as { worth: number; importance: number };
        const own = fits.map((fit) => worthIn(fit, at, touchpoint));
        return [
          own.map((one) => ({
            off: (one.worth as number) - real.worth,
            error: one.standardError,
            interval: one.interval,
            real: real.worth,
          })),
          own.map((one) => ({
            off: one.importance - real.importance,
            error: one.importanceError,
            interval: one.importanceInterval,
            real: real.importance,
          })),
        ];
      }),
    );
    const cover = found.map((all) =>
      mean(
        all.map(({ interval, real }) =>
          interval !== null && interval.low <= real && real <= interval.high ? 1 : 0,
        ),
      ),
    );
    const inErrors = found.map(
      (all) => Math.abs(mean(all.map(({ off }) => off))) / mean(all.map(({ error }) => error ?? 0)),
    );
    return [
      row(room, name, 'least coverage of a 95% interval', Math.min(...cover)),
      row(room, name, 'greatest coverage of a 95% interval', Math.max(...cover)),
      row(room, name, 'mean coverage of 95% intervals', mean(cover)),
      row(room, name, 'greatest mean error, in standard errors of a fit', Math.max(...inErrors)),
    ];
  });
}

const worthIn = ({ worths }: TouchpointImportance, at: string, touchpoint: string) =>
  worths.find(
    (one) => one.stage === at && one.touchpoint === touchpoint,
  ) as TouchpointImportance['worths'][number];

/** From how many rows on learning beats the share of each stage, and one effect for all stages. */
function byRows(): readonly Row[] {
  return [30, 100, 300, 1000, 3000].flatMap((count) => {
    const fits = Array.from({ length: 10 }, (_, i) =>
      touchpointImportance(guests(60_000 + i, count), { ...names, stage }),
    );
    const name = `made-up guests, ${count} rows`;
    const off = fits.map((fit) =>
      mean(
        stages.flatMap((at) =>
          touchpoints.map((touchpoint, t) =>
            Math.abs(
              worthIn(fit, at, touchpoint).importance - (truth(at)[t]?.importance as number),
            ),
          ),
        ),
      ),
    );
    const loss = (form: string) =>
      mean(
        fits.map(
          ({ comparison }) => comparison.find((one) => one.form === form)?.logLoss as number,
        ),
      );
    return [
      ...(['share', 'linear', 'pooled', 'by-stage'] as const).map((form) =>
        row(room, name, `log loss, ${form}`, loss(form)),
      ),
      row(room, name, 'mean error of an importance', mean(off)),
      row(
        room,
        name,
        'share recommending by stage',
        mean(fits.map(({ recommended }) => Number(recommended === 'by-stage'))),
      ),
    ];
  });
}

const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;

/** What touchpoints are worth: on airline passengers, and of made-up guests whose effects are known. */
export const learntTouchpoints = (): readonly Row[] => [
  ...onPassengers(),
  ...secondComputation(),
  ...recovery(),
  ...byRows(),
];
