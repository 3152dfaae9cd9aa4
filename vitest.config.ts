import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('./src', import.meta.url));

/** What the public functions stand on, beside numerics: no branch of it goes untested. */
const arithmetic = [
  'calendar/{business-days,by-day,calendar-days,open-spans}',
  'capability/convolution',
  'capability/estimator/{design,effects,normal-equations}',
  'expectation/{first-outside,form-rows,local-level}',
  'journey/{change-point,mann-kendall,sen-slopes}',
  'ledger/{run-length,shift}',
  'lifetime/{bg-nbd,bg-nbd-likelihood,gamma-gamma,purchases-by-period,shifted-beta-geometric}',
  'live/{effects,incidence,load,pool,slopes,visits}',
  'loyalty/intention-rows',
  'response/{knapsack,quiet-hours}',
  'satisfaction/{ordinal,utility}',
  'satisfaction/fit/{likelihood,quadratic,scores}',
  'survey/{alpha,mean}',
];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^overdeliver$/, replacement: `${src}/index.ts` },
      { find: /^overdeliver\/(\w+)$/, replacement: `${src}/$1/index.ts` },
    ],
  },
  test: {
    // No file changes what another one sees, so that the library is loaded once for all of them.
    isolate: false,
    // Every core: one is left alone unless told.
    maxWorkers: '100%',
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['test/core/sizes.ts'],
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/docs/**',
            'test/package/**',
            'test/examples/examples.test.ts',
            'test/sql/engines/**',
            'test/site/**',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['test/**/*.test-d.ts'] },
        },
      },
      {
        extends: true,
        test: { name: 'docs', include: ['test/docs/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'examples', include: ['test/examples/examples.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'sql',
          include: ['test/sql/engines/**/*.test.ts'],
          globalSetup: ['test/sql/engines/servers.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'package', include: ['test/package/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'site', include: ['test/site/**/*.test.ts'] },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {
        lines: 99,
        'src/numerics/**': { 100: true },
        ...Object.fromEntries(arithmetic.map((file) => [`src/${file}.ts`, { 100: true }])),
      },
    },
  },
});
