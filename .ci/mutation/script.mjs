import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';

/** The files of a folder whose names end so; a file stands for itself. */
export const filesUnder = (path, ending) =>
  path.endsWith(ending)
    ? [resolve(path)]
    : readdirSync(path, { recursive: true })
        .filter((name) => name.endsWith(ending))
        .map((name) => resolve(path, name))
        .sort();

/** `once` of the library, but for one test: which tests reach what is made once would show with the first one alone. */
const onceATest = `export const once = (make) => {
  let test;
  let made;
  return () => {
    if (made === undefined || test !== globalThis.mutationTest) made = { value: make() };
    test = globalThis.mutationTest;
    return made.value;
  };
};`;

/** Each module keeps its own `import.meta.url` in the one script. */
const asScript = (room) => ({
  name: 'as-script',
  setup({ onLoad }) {
    if (room !== 'input')
      onLoad({ filter: /src\/input\/once\.ts$/ }, () => ({ contents: onceATest, loader: 'js' }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', url);
      return { contents, loader: 'ts' };
    });
  },
});

const textOf = (room, tests) => {
  const load = (path) => `require(${JSON.stringify(path)});`;
  const library = [resolve('src/index.ts'), ...filesUnder(`src/${room}`, '.ts')];
  const files = tests.map((path) => `[${JSON.stringify(path)}, () => { ${load(path)} }]`);
  return `${library.map(load).join('\n')}\nmodule.exports = new Map([${files.join(',\n')}]);`;
};

/**
 * The library and test files as one script. The function given back loads the library anew, with nothing left of the time
 * before, and returns by test file what reads it.
 */
export async function scriptOf(room, tests) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: textOf(room, tests), resolveDir: '.' },
    alias: { overdeliver: resolve('src') },
    plugins: [asScript(room)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const names = new Set(imports.filter(({ external }) => external).map(({ path }) => path));
  const packages = new Map();
  for (const name of names) packages.set(name, await import(name));

  const script = new Script(`(function (require, module) {${outputFiles[0].text}\n})`);
  const evaluate = script.runInThisContext();
  return () => {
    const module = { exports: {} };
    evaluate((name) => packages.get(name), module);
    return module.exports;
  };
}
