// A test runner for Stryker that starts no worker for a mutant, as Vitest's own does (.75 seconds each at best, and there are
// thousands): the room's tests and what they import are one script, evaluated anew for each mutant.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { filesUnder, scriptOf } from './script.mjs';
import { readTests, runTest, within } from './tests.mjs';

/** How often each mutant was reached since the last time that was asked; no room has as many. */
const reached = new Uint32Array(2 ** 16);
const shared = {
  count(...mutants) {
    for (const mutant of mutants) reached[Number(mutant)]++;
  },
};
function takeReached() {
  const hits = [...reached.entries()].filter(([, times]) => times > 0);
  reached.fill(0);
  return Object.fromEntries(hits);
}
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = shared;

/** Milliseconds of a processor, with mutants in the code and none of them active. */
const longest = 300;

/** Milliseconds for what a file of tests does while it is read, or a loop without end there would cost a new process. */
const longestRead = 30_000;

/** How long each test took without a mutant, in a file of the sandbox that all processes read. */
const durationsFile = 'mutation-durations.json';

function testRunner({ room, testFolders }, logger) {
  let files;
  let load;
  let durations;

  const read = (readers, path) => readTests(path, () => within(longestRead, readers.get(path)));

  /** The tests that noticed mutants, the last one first: what noticed one is likely to notice the next, which stands near it. */
  let noticing = [];
  const rankOf = (id) => (noticing.includes(id) ? noticing.indexOf(id) : Infinity);
  const byRank = (a, b) => (a.rank === b.rank ? a.time - b.time : a.rank - b.rank);

  /** After those the files with the least to run first, and in each the quickest test, until one fails. */
  const runUntilFailure = async (testFilter) => {
    const wanted = new Set(testFilter ?? Object.keys(durations));
    const toRun = new Map();
    for (const id of wanted) {
      const path = resolve(id.slice(0, id.indexOf('#')));
      const { time, rank } = toRun.get(path) ?? { time: 0, rank: Infinity };
      toRun.set(path, { path, time: time + durations[id], rank: Math.min(rank, rankOf(id)) });
    }
    const readers = load();
    const results = [];
    for (const { path } of [...toRun.values()].sort(byRank)) {
      const tests = (await read(readers, path))
        .filter(({ id }) => wanted.has(id))
        .map((test) => ({ test, time: durations[test.id], rank: rankOf(test.id) }));
      for (const { test, time } of tests.sort(byRank)) {
        const result = await runTest(test, 5000 + 30 * Math.round(time));
        results.push(result);
        if (result.status !== TestStatus.Failed) continue;
        if (time < 50) noticing = [test.id, ...noticing.filter((id) => id !== test.id)].slice(0, 9);
        return results;
      }
    }
    return results;
  };

  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async init() {
      process.env.VITEST = 'true';
      // What expect asks Vitest's worker for.
      globalThis.__vitest_worker__ = { config: { snapshotOptions: {} } };
      process.env.MUTATION_RUN = 'true';
      files = testFolders.flatMap((path) => filesUnder(path, '.test.ts'));
      load = await scriptOf(room, files);
    },

    /** Left out are tests that need more examples than a property gets here, and the slow ones, which wander far. */
    async dryRun() {
      const mutantCoverage = { static: {}, perTest: {} };
      const whileRead = new Map();
      const tests = [];
      for (const path of files) {
        // Anew for each file, so that little is kept of what others asked for.
        const readers = load();
        Object.assign(mutantCoverage.static, takeReached());
        tests.push(...(await read(readers, path)));
        whileRead.set(path, takeReached());
      }
      const passed = [];
      for (const test of tests) {
        globalThis.mutationTest = test.id;
        const start = process.cpuUsage().user;
        const result = await runTest(test);
        const milliseconds = (process.cpuUsage().user - start) / 1000;
        const hits = takeReached();
        if (result.status === TestStatus.Success && milliseconds <= longest) {
          passed.push({ test, result, milliseconds });
          // What a file reaches while it is read, each of its tests reaches.
          mutantCoverage.perTest[test.id] = { ...whileRead.get(test.path), ...hits };
        } else {
          logger.info(`Left out: ${test.id} ${result.failureMessage ?? `${milliseconds} ms`}`);
        }
      }
      const took = passed.map(({ test, milliseconds }) => [test.id, milliseconds]);
      writeFileSync(durationsFile, JSON.stringify(Object.fromEntries(took)));
      const results = passed.map(({ result }) => result);
      return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
    },

    async mutantRun({ activeMutant, testFilter, hitLimit }) {
      durations ??= JSON.parse(readFileSync(durationsFile, 'utf8'));
      Object.assign(shared, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      const tests = await runUntilFailure(testFilter).catch((error) => {
        const id = testFilter?.[0] ?? Object.keys(durations)[0];
        const failureMessage = `While it is loaded: ${error?.message ?? error}`;
        return [{ id, name: id, timeSpentMs: 0, status: TestStatus.Failed, failureMessage }];
      });
      shared.activeMutant = undefined;
      const tooOften = determineHitLimitReached(shared.hitCount, hitLimit);
      return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests });
    },
  };
}
testRunner.inject = [commonTokens.options, commonTokens.logger];

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'one-script', testRunner),
];
