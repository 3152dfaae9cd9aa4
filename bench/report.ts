import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import bounds from './bounds.json' with { type: 'json' };
import { tableByCase, tableOf } from './tables';

/** What every benchmark returns: one row per figure. */
export interface Row {
  readonly room: string;
  readonly case: string;
  readonly metric: string;
  readonly value: number;
  /** The bound of bounds.json it is held against; null for a figure without one. */
  readonly bound: string | null;
  /** Whether the bound holds; null without one. */
  readonly holds: boolean | null;
}

/** What a run gave, as `--store` keeps it in results/KIND/ROOM.json; the pages on validity and speed are made of these. */
export interface Results {
  readonly node: string;
  readonly cores: number;
  readonly rows: readonly Row[];
}

/** One benchmark: a room and what it measures there. */
export interface Bench {
  readonly room: string;
  readonly run: (args: readonly string[]) => readonly Row[] | Promise<readonly Row[]>;
}

interface Bound {
  readonly min?: number;
  readonly max?: number;
}

/** A figure beside its bound, looked up as `room/case/metric`, or as that of any case (or world) of its room. */
export function row(room: string, caseName: string, metric: string, value: number): Row {
  const all: Record<string, Bound> = bounds;
  const keys = [caseName, 'any case', 'any world'].map((of) => `${room}/${of}/${metric}`);
  const bound = keys.map((key) => all[key]).find((one) => one !== undefined);
  const { min = -Infinity, max = Infinity } = bound ?? {};
  return {
    room,
    case: caseName,
    metric,
    value,
    bound: bound === undefined ? null : boundText(bound),
    holds: bound === undefined ? null : value >= min && value <= max,
  };
}

function boundText({ min, max }: Bound): string {
  if (min === undefined) return `<= ${max}`;
  return max === undefined ? `>= ${min}` : `${min} to ${max}`;
}

/** What a run measures, and the folder of its results. */
export type Kind = 'speed' | 'validity' | 'soak' | 'memory';

/**
 * Runs benchmarks as the command line asks: a table, a shorter one with a line a case after `--by-case`, or JSON
 * after `--json`; one room after `--only`. With `--store` what each room gave is kept; some of its cases, after `--case` or
 * `--subject`, take the place of the same lines alone.
 */
export async function report(
  kind: Kind,
  benches: readonly Bench[],
  args: readonly string[],
): Promise<void> {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const rows: Row[] = [];
  for (const bench of benches) {
    if (only !== undefined && bench.room !== only) continue;
    process.stderr.write(`${bench.room} ...\n`);
    rows.push(...(await bench.run(args)));
  }
  const isPart = args.includes('--case') || args.includes('--subject');
  if (args.includes('--store')) store(kind, rows, isPart);
  const table = args.includes('--by-case') ? tableByCase : tableOf;
  process.stdout.write(
    args.includes('--json') ? `${JSON.stringify(rows, null, 2)}\n` : table(rows),
  );
  if (rows.some(({ holds }) => holds === false)) process.exitCode = 1;
}

function store(kind: Kind, rows: readonly Row[], isPart: boolean): void {
  const folder = new URL(`results/${kind}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const room of new Set(rows.map((one) => one.room))) {
    const file = new URL(`${room}.json`, folder);
    const ofRoom = rows.filter((one) => one.room === room);
    const here = { node: process.version, cores: cpus().length };
    const old = isPart && existsSync(file) ? resultsIn(file) : { ...here, rows: [] };
    if (old.node !== here.node || old.cores !== here.cores) {
      throw new Error(`${file} is of Node ${old.node} on ${old.cores} cores: store all cases`);
    }
    const results: Results = { ...here, rows: replaced(old.rows, ofRoom) };
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  }
}

const resultsIn = (file: URL): Results => JSON.parse(readFileSync(file, 'utf8'));

/** Lines with others in place of those of the same case and metric; what is new stands at the end. */
function replaced(old: readonly Row[], rows: readonly Row[]): readonly Row[] {
  const nameOf = (one: Row) => `${one.case}/${one.metric}`;
  const byName = new Map([...old, ...rows].map((one) => [nameOf(one), one]));
  return [...byName.values()];
}
