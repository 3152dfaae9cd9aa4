import { parentPort, workerData } from 'node:worker_threads';
import type { Failure } from './failure';
import { runCase } from './one-case';
import { progressWriter } from './progress';
import { type Target, targets } from './rooms';

/** What a worker is told. */
export interface Task {
  readonly seed: number;
  /** The first case, and the one to stop before. */
  readonly from: number;
  readonly to: number;
  /** The functions to fuzz, all of them where it is empty; and those not to. */
  readonly only: readonly string[];
  readonly without: readonly string[];
  readonly shared: SharedArrayBuffer;
  /** When to stop, in milliseconds of the epoch. */
  readonly until: number;
}

const { seed, from, to, only, without, shared, until } = workerData as Task;
const all = await targets();
const wanted = (name: string) =>
  !without.includes(name) && (only.length === 0 || only.includes(name));
const progress = progressWriter(shared);

for (let index = from; index < to && Date.now() < until; index++) {
  // In turn whatever is wanted, so that a case is the same one in any run.
  const { name } = all[index % all.length] as Target;
  if (!wanted(name)) continue;
  progress.starts(index);
  const fails = (failure: Omit<Failure, 'index'>) =>
    parentPort?.postMessage({ failure: { ...failure, index } });
  try {
    const { target, way, worked } = runCase(all, seed, index, { starts: progress.calls, fails });
    if (way === 'valid') parentPort?.postMessage({ valid: target.name, worked });
  } catch (error) {
    const what = String((error as Error).stack)
      .split('\n')
      .slice(0, 4)
      .join(' | ');
    fails({ name, kind: 'recipe', what, call: name });
  }
}
