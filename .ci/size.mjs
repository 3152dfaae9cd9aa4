import { readFileSync } from 'node:fs';

// Minified and gzipped, without zod (a peer) and the date libraries, which an app shares.
const ceiling = (name, path, limit, use) => ({
  name,
  path: `../dist/${path}`,
  limit,
  ignore: ['date-fns', '@date-fns/tz'],
  gzip: true,
  ...(use && { import: use }),
  modifyEsbuildConfig: (config) => ({ ...config, logLevel: 'error' }),
});

const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const rooms = Object.keys(exports)
  .filter((subpath) => subpath !== '.' && subpath !== './package.json')
  .map((subpath) => subpath.slice(2));

// Every room reads rows, lists and records that may be hostile (about 1.5 kB). Capability carries families and estimators, and
// backtest these; expectation, journey, loyalty, satisfaction and survey carry their fits; live and response carry the hours of
// calendar, and response the plans of promise and the intentions of loyalty; sql carries the models that it writes down.
const larger = {
  backtest: '61.2 kB',
  calendar: '16.5 kB',
  capability: '41.4 kB',
  chart: '21 kB',
  english: '16.9 kB',
  expectation: '34.9 kB',
  journey: '25.7 kB',
  ledger: '15.4 kB',
  lifetime: '18 kB',
  live: '31.1 kB',
  loyalty: '26 kB',
  promise: '16.7 kB',
  response: '23 kB',
  satisfaction: '31 kB',
  simulation: '27.1 kB',
  sql: '36.2 kB',
  survey: '26 kB',
};

export default [
  // What an app pays for one answer: none of it drags in how the numbers are learnt.
  ceiling('a plan from samples', 'index.js', '9.8 kB', '{ capabilityFromSamples, planPromise }'),
  ceiling('an expectation', 'expectation.js', '9.9 kB', '{ formExpectation }'),
  ceiling('gaps of a journey', 'journey.js', '8.6 kB', '{ touchpointGaps }'),
  ceiling('an intention', 'loyalty.js', '6 kB', '{ predictIntention }'),
  ceiling('an estimate', 'capability.js', '5.7 kB', '{ estimateWith }'),
  ...rooms.map((room) => ceiling(room, `${room}.js`, larger[room] ?? '12 kB')),
  // No app pays this: a bundler keeps what is used. It shows when a room drags another one in twice.
  ceiling('the root', 'index.js', '112.6 kB'),
  ceiling('all modules and zod, as one file for a page', 'browser.js', '260.9 kB'),
];
