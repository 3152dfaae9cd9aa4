import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { memoryCases } from './memory/cases';
import { type Bench, type Row, report, row } from './report';

/**
 * What columnar functions and fits take at most beyond what was there, as a multiple of their input: each in a process of its
 * own, of 1,000,000 rows (fits to rows that are objects: 100,000), or as many as come after `-- --rows`. `-- --case predict`
 * runs those whose name begins so.
 */
const args = process.argv.slice(2);
const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const peakOf = fileURLToPath(new URL('memory/peak.ts', import.meta.url));

interface Measured {
  readonly input: number;
  readonly peak: number;
  /** What is held of the result. */
  readonly output: number;
}

function measured(name: string, most: number): Measured {
  const rows = after('--rows') ?? String(most);
  const node = ['--expose-gc', '--max-old-space-size=8000', '--import', 'tsx', peakOf, name, rows];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout);
}

const memory: Bench = {
  room: 'memory',
  run: () =>
    Object.entries(memoryCases).flatMap(([name, { kind, rows }]): readonly Row[] => {
      if (!name.startsWith(after('--case') ?? '')) return [];
      const { input, peak, output } = measured(name, rows);
      process.stderr.write(`  ${name}: ${(peak / input).toFixed(3)}\n`);
      return [
        row('memory', name, `${kind}: peak beyond the input / its bytes`, peak / input),
        row('memory', name, 'what it gives back / the same', output / input),
        row('memory', name, 'megabytes of input', input / 1e6),
      ];
    }),
};

await report('memory', [memory], args);
