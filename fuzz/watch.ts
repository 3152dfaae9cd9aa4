import { Worker } from 'node:worker_threads';
import type { Failure } from './failure';
import { progressOf, sharedProgress } from './progress';
import type { Task } from './worker';

/** Milliseconds after which a call counts as one that never ends; a busy machine is slow, not wrong. */
const hangs = 30_000;
/** A worker that holds more is stopped before the machine is. */
const resourceLimits = { maxOldGenerationSizeMb: 1500 };

/** tsx does not reach into workers by itself. */
const inTypeScript = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)});
});`;

export interface Watched {
  readonly failures: readonly Failure[];
  readonly calls: number;
  readonly cases: number;
  /** How often valid arguments of each function were answered, of how many. */
  readonly valid: ReadonlyMap<string, { readonly worked: number; readonly of: number }>;
}

/** Runs cases in a worker; one that hangs or dies is replaced by one that goes on with the next case. */
export async function watch(task: Omit<Task, 'shared'>): Promise<Watched> {
  const failures: Failure[] = [];
  const valid = new Map<string, { worked: number; of: number }>();
  let { from } = task;
  let calls = 0;
  while (from < task.to && Date.now() < task.until) {
    const shared = sharedProgress();
    const failed = await worker({ ...task, from, shared }, (message) => {
      if (message.failure) failures.push(message.failure);
      if (message.valid) {
        const { worked, of } = valid.get(message.valid) ?? { worked: 0, of: 0 };
        valid.set(message.valid, { worked: worked + (message.worked ? 1 : 0), of: of + 1 });
      }
    });
    const { index, call, calls: made } = progressOf(shared);
    calls += made;
    // One that ends by itself in time has been through all cases, though the last ones may not be of what is asked for.
    const isThrough = failed === null && Date.now() < task.until;
    from = isThrough ? task.to : Math.max(from, index) + 1;
    if (failed) failures.push({ name: call.split('(')[0] as string, ...failed, call, index });
  }
  return { failures, calls, cases: from - task.from, valid };
}

interface Message {
  readonly failure?: Failure;
  readonly valid?: string;
  readonly worked?: boolean;
}

/** Null once all cases are done; else what stopped it. */
function worker(
  task: Task,
  hears: (message: Message) => void,
): Promise<Pick<Failure, 'kind' | 'what'> | null> {
  const started = new Worker(inTypeScript, { eval: true, workerData: task, resourceLimits });
  return new Promise((resolve, reject) => {
    let last = { calls: -1, since: Date.now() };
    const stop = (failed: Pick<Failure, 'kind' | 'what'> | null) => {
      clearInterval(looking);
      // First of all, since the end of the worker is heard too and says nothing.
      resolve(failed);
      void started.terminate();
    };
    const looking = setInterval(() => {
      const { calls } = progressOf(task.shared);
      if (calls !== last.calls) last = { calls, since: Date.now() };
      else if (calls > 0 && Date.now() - last.since > hangs)
        stop({ kind: 'hang', what: 'no end in sight' });
    }, 250);
    started.on('message', hears);
    started.on('exit', () => stop(null));
    started.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        stop({ kind: 'out of memory', what: error.message });
      else {
        clearInterval(looking);
        reject(error);
      }
    });
  });
}
