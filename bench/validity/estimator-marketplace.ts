import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { calibrateEstimates, fitEstimator } from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { marketplaceOrders, timeOf } from './data';

const keepRate = 0.9;
const unit = 'days';
const day = 86_400_000;
const script = fileURLToPath(new URL('estimator_trees.py', import.meta.url));

type Columns = Readonly<Record<string, readonly number[] | readonly string[]>>;

/** What was known of delivered orders, and how long they took. A number that was not recorded is the median, in a state `unknown`. */
function deliveries(): {
  columns: Columns;
  promised: readonly number[];
  actuals: readonly number[];
} | null {
  const orders = marketplaceOrders()?.delivered;
  if (!orders) return null;
  const number = (name: string) => {
    const known = orders.flatMap(({ fields }) => (fields[name] ? [Number(fields[name])] : []));
    const median = known.sort((a, b) => a - b)[known.length >> 1] as number;
    return orders.map(({ fields }) => (fields[name] ? Number(fields[name]) : median));
  };
  const dates = orders.map(({ started }) => new Date(started));
  return {
    columns: {
      state: orders.map(({ group }) => group || 'unknown'),
      month: dates.map((date) => date.toISOString().slice(0, 7)),
      weekday: dates.map((date) => `day ${date.getUTCDay()}`),
      hour: dates.map((date) => date.getUTCHours()),
      items: number('items'),
      sellers: number('sellers'),
      price: number('price'),
      freight: number('freight'),
    },
    promised: orders.map(
      ({ fields, started }) => (timeOf(fields.promised_date) + day - started) / day,
    ),
    actuals: orders.map(({ started, ended }) => (ended - started) / day),
  };
}

/** The rows of a seeded half, and the others. */
function halves(rows: number, seed: number): [fit: number[], score: number[]] {
  const next = uniforms(seed);
  const parts: [number[], number[]] = [[], []];
  for (let i = 0; i < rows; i++) parts[next() < 0.5 ? 0 : 1].push(i);
  return parts;
}

const at = <T>(column: ArrayLike<T>, rows: ArrayLike<number>) =>
  Array.from(rows, (i) => column[i] as T);
const rowsOf = (columns: Columns, rows: ArrayLike<number>): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, at<never>(column as never, rows)]),
  );

/** Quotes of some rows by a fit on others: by one calibration for all, and by one for each state. */
function quotesOf(
  columns: Columns,
  actuals: readonly number[],
  fit: readonly number[],
  score: readonly number[],
) {
  const history = { actuals: at(actuals, fit), columns: rowsOf(columns, fit) };
  const interactions = { season: ['state', 'month'] } as const;
  const found = fitEstimator(history, { unit, interactions, holdOut: 'random' });
  const state = columns.state as readonly string[];
  const groups = at(at(state, fit), found.heldOutRows);
  const forAll = calibrateEstimates(found.heldOut, { unit });
  const byState = calibrateEstimates({ ...found.heldOut, groups }, { unit });
  const { estimates, spreads } = estimateColumns(found.model, rowsOf(columns, score));
  const estimate = (i: number) => ({
    estimate: estimates[i] as number,
    spread: spreads[i] as number,
    group: state[score[i] as number] as string,
  });
  return {
    found,
    calibrate: at(fit, found.heldOutRows),
    forAll: score.map((_, i) => forAll(estimate(i)).quantile(keepRate)),
    byState: score.map((_, i) => byState(estimate(i)).quantile(keepRate)),
  };
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
export const pinball = (actuals: readonly number[], quotes: readonly number[]) =>
  mean(
    actuals.map((y, i) =>
      Math.max(
        keepRate * (y - (quotes[i] as number)),
        (keepRate - 1) * (y - (quotes[i] as number)),
      ),
    ),
  );
export const kept = (actuals: readonly number[], quotes: readonly number[]) =>
  mean(actuals.map((y, i) => (y <= (quotes[i] as number) ? 1 : 0)));

/** What scikit-learn's boosted trees quote for the same rows, by their kind; null where it is not there. */
function treesOn(
  columns: Columns,
  actuals: readonly number[],
  rows: {
    readonly fit: readonly number[];
    readonly calibrate: readonly number[];
    readonly score: readonly number[];
  },
): Readonly<Record<string, readonly number[]>> | null {
  const input = JSON.stringify({ columns, actuals, keepRate, ...rows });
  const { status, stdout } = spawnSync('/usr/bin/python3', [script], { input, maxBuffer: 1e9 });
  if (status === 0) return JSON.parse(String(stdout));
  process.stderr.write(
    'skipped: /usr/bin/python3 with sklearn is not there (Debian: python3-sklearn)\n',
  );
  return null;
}

const seeds = [1, 2, 3];

/** Marketplace orders: fitted on a seeded half, scored on the other, beside boosted trees on the same rows. */
export function marketplaceRows(): readonly Row[] {
  const all = deliveries();
  if (all === null) return [];
  const { actuals, promised } = all;
  return [false, true].flatMap((withPromise) => {
    const columns = withPromise ? { ...all.columns, promised } : all.columns;
    const caseName = `marketplace, the other half: ${withPromise ? 'with' : 'without'} the promise`;
    const runs = seeds.map((seed) => {
      const [half, score] = halves(actuals.length, seed);
      const { calibrate, forAll, byState } = quotesOf(columns, actuals, half, score);
      const held = new Set(calibrate);
      const fit = half.filter((i) => !held.has(i));
      const came = at(actuals, score);
      const trees = treesOn(columns, actuals, { fit, calibrate, score });
      const best =
        trees && Math.min(...Object.values(trees).map((quotes) => pinball(came, quotes)));
      return { score, came, forAll, byState, best };
    });
    const states = new Map<string, number[]>();
    for (const { score, came, forAll } of runs) {
      const names = score.map((i) => all.columns.state?.[i] as string);
      for (const state of new Set(names)) {
        const places = [...names.keys()].filter((i) => names[i] === state);
        if (places.length < 300) continue;
        states.set(state, [
          ...(states.get(state) ?? []),
          kept(at(came, places), at(forAll, places)),
        ]);
      }
    }
    const ofState = [...states.values()].map((shares) => Math.abs(mean(shares) - keepRate));
    const own = runs.map(({ came, forAll }) => pinball(came, forAll));
    const figures: [string, number][] = [
      ['pinball loss at .9, days', mean(own)],
      [
        'the same, calibrated by state',
        mean(runs.map(({ came, byState }) => pinball(came, byState))),
      ],
      ['kept at .9', mean(runs.map(({ came, forAll }) => kept(came, forAll)))],
      ['farthest from .9 in a state of 300', Math.max(...ofState)],
    ];
    const best = runs.flatMap((run) => run.best ?? []);
    if (best.length === runs.length) {
      const ratios = own.map((loss, i) => loss / (best[i] as number));
      figures.push(["that of scikit-learn's best trees", mean(best)]);
      figures.push(['ratio to those trees', mean(ratios)]);
      figures.push(['the greatest such ratio of a half', Math.max(...ratios)]);
    }
    return figures.map(([metric, value]) => row('estimator', caseName, metric, value));
  });
}
