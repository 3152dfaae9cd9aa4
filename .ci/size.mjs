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

// Every room reads rows, lists and records that may be hostile (about 1.5 kB). Capability carries families and estimators, satisfaction its fits, survey the cues;
// live and response carry the hours of calendar, and response the plans of promise and the intentions of loyalty.
const larger = {
  backtest: '43.2 kB',
  calendar: '13.8 kB',
  capability: '29.2 kB',
  expectation: '25.6 kB',
  journey: '14.8 kB',
  ledger: '13.6 kB',
  lifetime: '15.8 kB',
  live: '27.3 kB',
  loyalty: '17.8 kB',
  promise: '15.5 kB',
  response: '21.4 kB',
  satisfaction: '28.7 kB',
  simulation: '25.7 kB',
  survey: '20.7 kB',
};

export default [
  ceiling('a plan from samples', 'index.js', '8.8 kB', '{ capabilityFromSamples, planPromise }'),
  ...rooms.map((room) => ceiling(room, `${room}.js`, larger[room] ?? '12 kB')),
  // No app pays this: a bundler keeps what is used. It shows when a room drags another one in twice.
  ceiling('the root', 'index.js', '96 kB'),
  ceiling('all modules and zod, as one file for a page', 'browser.js', '179 kB'),
];
