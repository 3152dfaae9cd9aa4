import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fitEstimator } from 'overdeliver';
import { normalQuantile } from '../../src/numerics/normal';
import { type Row, row } from '../report';
import { uniforms } from '../uniforms';

const script = fileURLToPath(new URL('estimator_histogram.py', import.meta.url));
const memoryScript = fileURLToPath(new URL('estimator-memory.ts', import.meta.url));

/** Orders with eight numbers, of which one acts by its logarithm, and four categories; two of them, 27 and 24, are crossed. */
export function table(n: number) {
  const next = uniforms(3);
  const numbers = Array.from({ length: 8 }, () =>
    Float64Array.from({ length: n }, () => Math.exp(0.5 * normalQuantile(next()))),
  );
  const category = (size: number) =>
    Array.from({ length: n }, () => `c${Math.floor(size * next())}`);
  const columns = {
    ...Object.fromEntries(numbers.map((column, j) => [`x${j}`, column])),
    state: category(27),
    month: category(24),
    weekday: category(7),
    hour: category(12),
  };
  const place = (name: string) => Number(name.slice(1));
  const actuals = Float64Array.from({ length: n }, (_, i) => {
    const [state, month] = [columns.state[i] as string, columns.month[i] as string];
    const crossed = 0.02 * ((place(state) * place(month)) % 7);
    const log = 2 + 0.3 * Math.log(numbers[0]?.[i] as number) + 0.1 * (numbers[1]?.[i] as number);
    return Math.exp(log + place(state) / 50 + crossed + 0.3 * normalQuantile(next()));
  });
  return { actuals, columns };
}

export const options = {
  unit: 'days',
  interactions: { season: ['state', 'month'] },
  holdOut: 'random',
} as const;

const rows = 100_000;
const runs = 5;
const caseName = `${rows.toLocaleString('en-US')} rows of 12 columns, 27 x 24 crossed`;

function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

/** How long a fit takes beside boosted trees on binned columns, and how much memory. */
export function speedRows(): readonly Row[] {
  const history = table(rows);
  fitEstimator(history, options);
  // The least of the runs, here and there: what else the machine does only adds.
  const own = Math.min(
    ...Array.from({ length: runs }, () => seconds(() => fitEstimator(history, options))),
  );
  const found = [row('estimator', caseName, 'seconds', own)];
  const columns = Object.fromEntries(
    Object.entries(history.columns).map(([name, column]) => [name, Array.from<unknown>(column)]),
  );
  const input = JSON.stringify({ columns, actuals: Array.from(history.actuals) });
  const trees = spawnSync('/usr/bin/python3', [script, String(runs)], { input, maxBuffer: 1e9 });
  if (trees.status === 0) {
    const theirs = Math.min(...(JSON.parse(String(trees.stdout)) as number[]));
    found.push(row('estimator', caseName, "seconds of scikit-learn's histogram trees", theirs));
    found.push(row('estimator', caseName, 'ratio to those', own / theirs));
  } else {
    process.stderr.write(
      'skipped: /usr/bin/python3 with sklearn is not there (Debian: python3-sklearn)\n',
    );
  }
  const memory = spawnSync(process.execPath, ['--import', 'tsx', memoryScript, String(rows)]);
  found.push(
    row('estimator', caseName, 'memory of a fit / that of its input', Number(memory.stdout)),
  );
  return found;
}
