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

// Calibration carries 5.6 kB of satisfaction. Over half of response is the hours of calendar, the plans of promise, the
// intentions of loyalty and what these stand on; one of its functions alone takes 4 to 7 kB.
const larger = { calibration: '16.3 kB', response: '15.8 kB' };

export default [
  ceiling('a plan from samples', 'index.js', '6 kB', '{ capabilityFromSamples, planPromise }'),
  ...rooms.map((room) => ceiling(room, `${room}/index.js`, larger[room] ?? '12 kB')),
  // No app pays this: a bundler keeps what is used. It shows when a room drags another one in twice.
  ceiling('everything', 'index.js', '96 kB'),
];
