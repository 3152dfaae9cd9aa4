import { defineConfig } from 'tsup';
import { roomFiles } from './.ci/room-files';
import pkg from './package.json' with { type: 'json' };

const modules = Object.keys(pkg.exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => subpath.slice(2));
const entry = Object.fromEntries(
  modules.map((name) => (name === '' ? ['index', 'src/index.ts'] : [name, `src/${name}/index.ts`])),
);

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  splitting: false,
  esbuildPlugins: [roomFiles(entry)],
  // Rollup then writes the CommonJS, in today's syntax; tsup's own way lowers ?? and ?. to helpers.
  treeshake: true,
  dts: true,
  target: 'es2022',
  clean: true,
  sourcemap: true,
});
