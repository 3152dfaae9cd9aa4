import { readdirSync } from 'node:fs';

const room = process.env.MUTATED_ROOM;

/** Tests beside those of the room's own folder: what it offers is seen only through other rooms. */
const testedBy = {
  core: [
    'test/calendar/dates.test.ts',
    'test/calendar/zones.test.ts',
    'test/promise/rounding.test.ts',
    'test/satisfaction/warnings.test.ts',
    'test/loyalty/notes.test.ts',
    'test/promise/plan-refusals.test.ts',
  ],
  capability: [
    ...['uncertain', 'remembers'].map((name) => `test/satisfaction/${name}.test.ts`),
    ...['date-units', 'misspelt'].map((name) => `test/input/${name}.test.ts`),
    'test/promise/deviations.test.ts',
  ],
  ledger: ['test/input/date-units.test.ts'],
  promise: ['test/response/triage.test.ts'],
  loyalty: ['test/core/other-scale.test.ts'],
  survey: ['test/core/other-scale.test.ts'],
  numerics: ['chance-interval', 'late-entries-weighted', 'lost'].map(
    (name) => `test/capability/${name}.test.ts`,
  ),
  input: [
    ...['from-local-time', 'date-form', 'dates'].map((name) => `test/calendar/${name}.test.ts`),
    ...['samples-refusals', 'orders-schema', 'revive'].map(
      (name) => `test/capability/${name}.test.ts`,
    ),
    ...['orders-from-rows', 'cells', 'refusals'].map((name) => `test/backtest/${name}.test.ts`),
    ...['revive-refusals', 'schemas'].map((name) => `test/ledger/${name}.test.ts`),
    ...['refusals', 'json-schema'].map((name) => `test/survey/${name}.test.ts`),
    ...['schemas', 'fit/fit-refusals'].map((name) => `test/satisfaction/${name}.test.ts`),
    ...['options-schema', 'plan-refusals'].map((name) => `test/promise/${name}.test.ts`),
    'test/loyalty/refusals.test.ts',
  ],
};

const engineTests = [
  ...['backtest', 'estimates', 'expectation', 'intentions', 'kept-rates', 'lifetime', 'promises'],
  ...['quantiles', 'satisfaction'],
];

/** Those of texts, and of a few rows on SQLite. */
const sqlTests = [
  ...['estimates', 'grouped', 'held', 'lifetimes', 'one-sided', 'queries'],
  ...['reads', 'refusals', 'texts', 'variants'],
];

/** Those that are quick from the reading on: what simulates thousands of orders is left to `npm test`. */
const liveTests = [
  ...['capability-json', 'checksum', 'common-durations', 'common-durations-by-hand', 'effects'],
  ...['few-orders', 'groups', 'incidence', 'incidence-by-hand', 'limits', 'load', 'load-by-hand'],
  ...['many-under-way', 'memories', 'open-clock', 'orders', 'outcomes', 'pool-by-hand'],
  ...['quantiles', 'refusals', 'revived', 'schemas', 'slopes', 'slopes-by-hand'],
  ...['snapshot-refusals', 'unseen-group', 'zones'],
];

/** Those without simulations, and with fits of a few rows alone. */
const journeyTests = [
  ...['break', 'break-by-definition', 'dense-logit', 'edges', 'importance-flags'],
  ...['importance-pinned', 'importance-report', 'predict-by-hand', 'refusals', 'review', 'score'],
  ...['share-form', 'shrunk-logit', 'slopes', 'slopes-exact', 'spreads', 'touchpoint-gaps'],
  ...['touchpoint-importance-refusals', 'trend', 'trend-by-definition'],
];

/** Fits of a few rows each. */
const fitTests = [
  ...[
    'by-stage',
    'comparison',
    'errors',
    'flags',
    'learnt-set',
    'least',
    'orders',
    'prior-size',
    'refusals',
  ].map((name) => `fit/${name}`),
  ...['bounds', 'filters', 'lifts', 'once', 'once-desired', 'refusals'].map(
    (name) => `fit-updating/${name}`,
  ),
];

/** The tests of a room outside its inner rooms. */
const outer = (name) =>
  readdirSync(`test/${name}`)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${name}/${file}`);

/**
 * In place of a room's own folder: tests that share a folder of files or a database for their time do not run by themselves, and
 * hardly a test that simulates weeks of orders is quick enough, though each would be tried.
 */
const testedOnlyBy = {
  journey: journeyTests.map((name) => `test/journey/${name}.test.ts`),
  expectation: [
    ...outer('expectation'),
    ...fitTests.map((name) => `test/expectation/${name}.test.ts`),
    'test/input/date-units.test.ts',
    'test/input/schema-paths.test.ts',
  ],
  live: ['test/live/pinned', ...liveTests.map((name) => `test/live/${name}.test.ts`)],
  sql: [
    ...sqlTests.map((name) => `test/sql/${name}.test.ts`),
    ...engineTests.map((name) => `test/sql/engines/${name}.test.ts`),
  ],
};

export default {
  testRunner: 'one-script',
  plugins: ['./.ci/mutation/runner.mjs'],
  room,
  testFolders: testedOnlyBy[room] ?? [`test/${room}`, ...(testedBy[room] ?? [])],

  mutate: [`src/${room}/**/*.ts`],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 20,
  incremental: true,
  incrementalFile: `reports/mutation/${room}-incremental.json`,
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['/dist', '/coverage', '/docs/api', '/temp', '/reports'],
  disableTypeChecks: false,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  warnings: { unknownOptions: false, slow: false },
};
