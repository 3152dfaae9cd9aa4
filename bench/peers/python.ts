import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Debian's, which has scipy and statsmodels. */
const python = '/usr/bin/python3';

/** A script that waits in a process of its own with its data read, so that it can take turns with ours. */
export interface PythonPeer {
  /** What it answers to the data. */
  readonly answers: readonly number[];
  /** Does the work again, and says how many milliseconds that took there. */
  readonly turn: () => Promise<number>;
  readonly end: () => void;
}

/** A script beside this file that works on columns (see turns.py), or null where Python lacks a module it needs. */
export async function pythonPeer(
  script: string,
  columns: readonly Float64Array[],
): Promise<PythonPeer | null> {
  const has = spawnSync(python, ['-c', 'import scipy, statsmodels']).status === 0;
  if (!has) return null;
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  const data = join(folder, 'columns');
  writeFileSync(data, Buffer.concat(columns.map((column) => new Uint8Array(column.buffer))));
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(python, [path, data, String(columns.length)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // One thread, as ours has.
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${script} ended early`);
    return JSON.parse(value);
  };
  const answers: readonly number[] = await next();
  return {
    answers,
    turn(): Promise<number> {
      child.stdin.write('\n');
      return next();
    },
    end() {
      child.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}
