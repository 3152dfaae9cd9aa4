import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

// npm run mutate -- ROOM [--anew] [--store] [further options of Stryker]
// Mutates a room, says which mutants no test noticed, and keeps the counts for bench/README.md with --store. Without a room it only
// holds the lists of equivalent mutants against the code as it is.

interface Mutant {
  readonly status: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
}
interface Position {
  readonly line: number;
  readonly column: number;
}
interface Report {
  readonly files: Readonly<Record<string, { source: string; mutants: readonly Mutant[] }>>;
}
/** Mutants that no test can notice: the line of code without its indentation, what becomes of a part of it, and why. */
interface Equivalent {
  readonly file: string;
  readonly code: string;
  readonly mutants: readonly string[];
  readonly why: string;
}
interface Unnoticed {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** `before -> after` of the part that changes. */
  readonly mutant: string;
  readonly status: string;
}

function readJson<Json>(path: string, otherwise?: Json): Json {
  if (otherwise !== undefined && !existsSync(path)) return otherwise;
  const json: Json = JSON.parse(readFileSync(path, 'utf8'));
  return json;
}

const oneLine = (code: string) => {
  const text = code.replace(/\s+/g, ' ').trim();
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};

/** The text from one position to another; lines and columns count from 1. */
function textBetween(lines: readonly string[], start: Position, end: Position): string {
  const part = lines.slice(start.line - 1, end.line);
  part[part.length - 1] = part.at(-1)?.slice(0, end.column - 1) ?? '';
  return [part[0]?.slice(start.column - 1), ...part.slice(1)].join('\n');
}

function unnoticedOf(report: Report, room: string): Unnoticed[] {
  return Object.entries(report.files).flatMap(([path, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ status, replacement, location: { start, end } }) => ({
        file: path.slice(`src/${room}/`.length),
        line: start.line,
        code: oneLine(lines[start.line - 1] ?? ''),
        mutant: `${oneLine(textBetween(lines, start, end))} -> ${oneLine(replacement)}`,
        status,
      }));
  });
}

/** Says which listed lines the code no longer has. */
function checkLists(): void {
  const folder = '.ci/mutation/equivalent';
  for (const name of readdirSync(folder)) {
    const equivalents = readJson<readonly Equivalent[]>(`${folder}/${name}`);
    for (const { file, code } of equivalents) {
      const path = `src/${name.replace('.json', '')}/${file}`;
      const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (source.split('\n').map(oneLine).includes(code)) continue;
      console.log(`${folder}/${name} names what is gone: ${file}: ${code}`);
      process.exitCode = 1;
    }
  }
}

const [room, ...options] = process.argv.slice(2);
if (!room) {
  checkLists();
  process.exit();
}
if (!existsSync(`src/${room}`)) throw new Error('Say which room of src to mutate.');
const anew = options.includes('--anew');
const own = ['--anew', '--store', '--no-run'];
const start = Date.now();
if (!options.includes('--no-run')) {
  const further = options.filter((option) => !own.includes(option));
  const { status } = spawnSync(
    'npx',
    ['stryker', 'run', '.ci/mutation/stryker.mjs', ...(anew ? ['--force'] : []), ...further],
    { stdio: 'inherit', env: { ...process.env, MUTATED_ROOM: room } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
const minutes = (Date.now() - start) / 60_000;

const report = readJson<Report>(`reports/mutation/${room}.json`);
const list = `.ci/mutation/equivalent/${room}.json`;
const equivalents = readJson<readonly Equivalent[]>(list, []);
const unnoticed = unnoticedOf(report, room);
const isMutant =
  ({ file, code }: Equivalent, mutant: string) =>
  (one: Unnoticed) =>
    one.file === file && one.code === code && one.mutant === mutant;
const isListed = (mutant: Unnoticed) =>
  equivalents.some((one) => one.mutants.some((text) => isMutant(one, text)(mutant)));

let heading = '';
for (const { file, line, code, mutant, status } of unnoticed.filter((one) => !isListed(one))) {
  if (heading !== `${file}:${line}`) console.log(`\n${file}:${line}  ${code}`);
  heading = `${file}:${line}`;
  console.log(`  ${status === 'Survived' ? 'survived   ' : 'not reached'}  ${mutant}`);
}
for (const one of equivalents)
  for (const text of one.mutants.filter((text) => !unnoticed.some(isMutant(one, text)))) {
    console.log(`${list} names what is noticed or gone: ${one.file}: ${one.code} -> ${text}`);
    process.exitCode = 1;
  }

const all = Object.values(report.files).flatMap(({ mutants }) => mutants);
const count = (...statuses: string[]) =>
  all.filter(({ status }) => statuses.includes(status)).length;
const noticed = count('Killed', 'Timeout');
const mutants = noticed + unnoticed.length;
const equivalent = unnoticed.filter(isListed).length;
const kept = `bench/results/mutation/${room}.json`;
const before = readJson<{ minutes?: number }>(kept, {});
const counts = {
  mutants,
  noticed,
  equivalent,
  unnoticed: unnoticed.length - equivalent,
  /** Of a run of all mutants; one that takes up an earlier run is quicker. */
  minutes: anew && !options.includes('--no-run') ? Number(minutes.toFixed(1)) : before.minutes,
};
const percent = (of: number) => `${((100 * noticed) / of).toFixed(1)}%`;
console.log(room, counts, percent(mutants), 'without equivalents', percent(mutants - equivalent));
if (options.includes('--store')) {
  mkdirSync('bench/results/mutation', { recursive: true });
  writeFileSync(kept, `${JSON.stringify(counts, null, 2)}\n`);
}
