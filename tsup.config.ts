import { defineConfig } from 'tsup';
import pkg from './package.json' with { type: 'json' };

const publicEntries = Object.keys(pkg.exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => `src/${subpath === '.' ? '' : `${subpath.slice(2)}/`}index.ts`);

export default defineConfig({
  // Every file is an entry: each module then stays an output of its own, so that an app's bundler
  // drops what the app does not use, and the error classes exist once per format.
  entry: ['src/**/*.ts'],
  format: ['esm', 'cjs'],
  splitting: true,
  // Rollup then writes the CommonJS, in today's syntax; tsup's own way lowers ?? and ?. to helpers.
  treeshake: true,
  dts: { entry: publicEntries },
  target: 'es2022',
  clean: true,
  // Readable as it is, so not minified; maps would double the package.
  sourcemap: false,
  // Which source each output file holds, for the package tests; not published.
  metafile: true,
});
