import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };

const bundle = (contents: string, plugins: Plugin[] = []) =>
  build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    external: ['zod', 'date-fns', '@date-fns/tz'],
    metafile: true,
    write: false,
    minify: true,
    logLevel: 'error',
    plugins,
  });

/** The rooms whose code an app carries that imports these names from the built package. */
async function roomsBehind(names: string): Promise<string[]> {
  const { metafile } = await bundle(`export ${names} from './dist/index.js';`);
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([file, { bytesInOutput }]) => /^dist\/internal\//.test(file) && bytesInOutput > 0)
    .map(([file]) => basename(file, '.js'))
    .sort();
}

it('a plan from samples carries nothing from the rooms above it', async () => {
  const below = ['capability', 'core', 'input', 'numerics', 'promise'];
  const rooms = await roomsBehind('{ capabilityFromSamples, planPromise }');
  expect(rooms).toEqual(expect.arrayContaining(['capability', 'promise']));
  expect(rooms.filter((room) => !below.includes(room))).toEqual([]);
});

it('the file for pages offers what all modules do, and stands on nothing outside it', async () => {
  const modules = Object.keys(pkg.exports).filter(
    (path) => path.startsWith('./') && !/json$/.test(path),
  );
  const names = await Promise.all(
    modules.map(async (path) => Object.keys(await import(`../../dist/${path.slice(2)}.js`))),
  );
  const page: string = '../../dist/browser.js';
  expect(Object.keys(await import(page)).sort()).toEqual(names.flat().sort());
  const { metafile } = await bundle("export * from './dist/browser.js';");
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
});

it('an app carries the parts of zod that read, not its languages or its JSON schemas', async () => {
  const { metafile } = await build({
    entryPoints: ['src/browser.ts'],
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    minify: true,
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const languages = inputs.filter(
    ([file, part]) => /zod.*locales/.test(file) && part.bytesInOutput > 0,
  );
  expect(languages).toEqual([]);
});

it('the root offers what most apps need, and no more', async () => {
  const root = await import('overdeliver');
  expect(Object.keys(root).length).toBeLessThanOrEqual(60);
});

it.each(readdirSync('dist/internal').filter((file) => file.endsWith('.js')))(
  'an app that uses nothing of %s carries nothing of it',
  async (file) => {
    // package.json's `sideEffects` would drop the file whole; here each statement has to show that it may go.
    const kept: Plugin = {
      name: 'kept',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^kept$/ }, () => ({
          path: resolve('dist/internal', file),
          sideEffects: true,
        })),
    };
    const { outputFiles } = await bundle("import 'kept';", [kept]);
    const statements = outputFiles
      .map(({ text }) => text.replace(/import[^;]*;/g, '').trim())
      .join('');
    expect(statements).toBe('');
  },
);
