import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fitBgNbd } from 'overdeliver';
import { simulateHistories } from '../../test/lifetime/histories';
import { median } from '../pairs';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';

const room = 'lifetime';
const script = fileURLToPath(new URL('bg_nbd.py', import.meta.url));
const shop = [0.2426, 4.4135, 0.7929, 2.4258] as const;

type Histories = ReturnType<typeof simulateHistories>;

/** Customers like those of the CDNOW shop, in weeks; shops know the day of an order, here 1 / 7. */
function customers(count: number): Histories {
  const { frequency, recency, age } = simulateHistories(uniforms(7), count, shop);
  const byDay = (weeks: number) => Math.ceil(7 * weeks) / 7;
  return { frequency, recency: recency.map(byDay), age: age.map(byDay) };
}

function ours(data: Histories, runs: number) {
  const once = () => fitBgNbd(data, { id: 'lifetime/bench' });
  for (let i = 0; i < 2; i++) once();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    once();
    return performance.now() - start;
  });
  const { parameters, fit: about } = once();
  const values = Object.values(parameters).map(({ value }) => value);
  return { values, logLikelihood: about?.logLikelihood as number, milliseconds: median(times) };
}

/** The same by scipy, null where it is not there. */
function scipy(
  { frequency, recency, age }: Histories,
  runs: number,
): ReturnType<typeof ours> | null {
  const input = Buffer.concat(
    [frequency, recency, age].map(({ buffer }) => new Uint8Array(buffer)),
  );
  const { status, stdout } = spawnSync('python3', [script, String(runs)], { input });
  return status === 0 ? JSON.parse(String(stdout)) : null;
}

function fits(name: string, data: Histories, runs: number): readonly Row[] {
  const own = ours(data, runs);
  const rows = [row(room, name, 'milliseconds', own.milliseconds)];
  const theirs = scipy(data, Math.ceil(runs / 3));
  if (theirs === null) {
    process.stderr.write('skipped: python3 with scipy is not there\n');
    return rows;
  }
  const errors = own.values.map((value, i) => Math.abs(value / (theirs.values[i] as number) - 1));
  const above = own.logLikelihood - theirs.logLikelihood;
  return [
    ...rows,
    row(room, name, "greatest share by which a number differs from scipy's", Math.max(...errors)),
    row(room, name, "log likelihood above scipy's", above),
    row(
      room,
      name,
      "ratio to scipy's L-BFGS with the exact gradient",
      own.milliseconds / theirs.milliseconds,
    ),
  ];
}

export const lifetime: Bench = {
  room,
  run() {
    const few = ours(customers(2_357), 41).milliseconds;
    const many = ours(customers(1_000_000), 3).milliseconds;
    return [
      ...fits('BG/NBD, 2,357 customers', customers(2_357), 41),
      ...fits('BG/NBD, 100,000 customers', customers(100_000), 5),
      ...fits(
        'BG/NBD, 100,000 customers, no two alike',
        simulateHistories(uniforms(7), 100_000, shop),
        3,
      ),
      row(room, 'BG/NBD, 1,000,000 customers', 'ratio to 2,357 customers', many / few),
    ];
  },
};
