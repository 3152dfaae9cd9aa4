const room = process.env.MUTATED_ROOM;

/** Tests beside those of the room's own folder: what it offers is seen only through other rooms. */
const testedBy = {
  core: [
    'test/calendar/dates.test.ts',
    'test/calendar/zones.test.ts',
    'test/promise/rounding.test.ts',
    'test/satisfaction/warnings.test.ts',
    'test/loyalty/notes.test.ts',
  ],
};

export default {
  testRunner: 'one-script',
  plugins: ['./.ci/mutation/runner.mjs'],
  room,
  testFolders: [`test/${room}`, ...(testedBy[room] ?? [])],

  mutate: [`src/${room}/**/*.ts`],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: `reports/mutation/${room}-incremental.json`,
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['/dist', '/coverage', '/docs/api', '/temp', '/reports'],
  disableTypeChecks: false,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  warnings: { unknownOptions: false, slow: false },
};
