import { relative } from 'node:path';
import { Script } from 'node:vm';
import { TestStatus } from '@stryker-mutator/api/test-runner';
import { collectTests, getFn, getHooks } from '@vitest/runner';

const config = {
  root: process.cwd(),
  sequence: { hooks: 'stack', shuffle: false },
  setupFiles: [],
  testTimeout: 0,
  hookTimeout: 0,
  allowOnly: true,
  tags: [],
};

const testsIn = (suite) =>
  suite.tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task) : [task]));

/** The suites around a test, the file first. */
const suitesOf = (test) => {
  const suites = [];
  for (let suite = test.suite; suite; suite = suite.suite) suites.unshift(suite);
  return [test.file, ...suites];
};

/** The tests of a file, as Vitest collects them. */
export async function readTests(path, importFile) {
  const [file] = await collectTests([path], { config, importFile });
  if (file.result?.state === 'fail') throw new Error(file.result.errors[0].message);
  const times = new Map();
  return testsIn(file).map((test) => {
    const suites = suitesOf(test);
    const name = [...suites.slice(1), test].map((task) => task.name).join(' > ');
    // Tests of one name are told apart, or only what the last one reaches would be known.
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    const id = `${relative('.', path)}#${name}${before === 0 ? '' : ` (${before + 1})`}`;
    return { test, suites, name, path, id };
  });
}

/** Only what runs as a script can be ended from without, where a mutant made a loop that does not end by itself. */
const current = new Script('runOfTheTest()');

export function within(milliseconds, run) {
  if (milliseconds === Infinity) return run();
  globalThis.runOfTheTest = run;
  return current.runInThisContext({ timeout: milliseconds });
}

/** Runs a test with the hooks around it, each as if it were the only one. */
export async function runTest({ test, suites, id, name, path }, milliseconds = Infinity) {
  const base = { id, name, fileName: path, timeSpentMs: 0 };
  if (test.mode === 'skip' || test.mode === 'todo') return { ...base, status: TestStatus.Skipped };
  const hooks = suites.map((suite) => getHooks(suite));
  const run = async (kinds) => {
    for (const of of hooks)
      for (const kind of kinds) for (const hook of of[kind]) await hook(test.context);
  };
  const start = performance.now();
  let failure;
  try {
    await run(['beforeAll', 'beforeEach']);
    await within(milliseconds, getFn(test));
  } catch (error) {
    failure = { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
  }
  await run(['afterEach', 'afterAll']);
  const timeSpentMs = performance.now() - start;
  return { ...base, timeSpentMs, ...(failure ?? { status: TestStatus.Success }) };
}
