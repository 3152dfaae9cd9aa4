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

/** Of the engines that SQL is tested on the one that needs no server and is asked at once: mutants would be sent to each. */
const quickEngine = `import { startSqlite } from './sqlite';
export const engines = [startSqlite()];`;

/**
 * With a mutant active nobody asks what a test reaches, and a loop that counts takes several times as long. Without one the runner
 * counts: Stryker's own looks the test and the mutant up each time, which takes longer than what is counted.
 */
const countByRunner = (contents) =>
  contents.replace(
    'stryCov_9fa48 = cover;',
    'stryCov_9fa48 = cover = ns.activeMutant === undefined ? ns.count : () => {};',
  );

/** Each module keeps its own `import.meta.url` in the one script. */
const asScript = (room) => ({
  name: 'as-script',
  setup({ onLoad }) {
    if (room !== 'input')
      onLoad({ filter: /src\/input\/once\.ts$/ }, () => ({ contents: onceATest, loader: 'js' }));
    onLoad({ filter: /test\/sql\/engines\/engines\.ts$/ }, () => ({
      contents: quickEngine,
      resolveDir: resolve('test/sql/engines'),
      loader: 'ts',
    }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', url);
      return { contents: countByRunner(contents), loader: 'ts' };
    });
  },
});

/** What a package exports, bound once and not copied for each module that imports it. */
const packages = new Map();
const asPackages = {
  name: 'as-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('overdeliver') ? null : { path, namespace: 'package' },
    );
    onLoad({ filter: /.*/, namespace: 'package' }, async ({ path }) => {
      const offered = await import(path);
      packages.set(path, offered);
      const names = Object.keys(offered).filter((name) => /^[\w$]+$/.test(name));
      const values = names.map((name, i) => `offered_${i} = offered[${JSON.stringify(name)}]`);
      const exported = names.map((name, i) => `offered_${i} as ${name}`);
      return {
        contents: `const offered = packages.get(${JSON.stringify(path)}), ${values.join(', ')};
          export { ${exported.join(', ')} };`,
      };
    });
  },
};

const textOf = (room, tests) => {
  const load = (path) => `require(${JSON.stringify(path)});`;
  const library = [resolve('src/index.ts'), ...filesUnder(`src/${room}`, '.ts')];
  const first = [resolve('test/core/sizes.ts'), ...library];
  const files = tests.map((path) => `[${JSON.stringify(path)}, () => { ${load(path)} }]`);
  return `${first.map(load).join('\n')}\nmodule.exports = new Map([${files.join(',\n')}]);`;
};

/**
 * The library and test files as one script. The function given back loads the library anew, with nothing left of the time
 * before, and returns by test file what reads it.
 */
export async function scriptOf(room, tests) {
  const { outputFiles } = await build({
    stdin: { contents: textOf(room, tests), resolveDir: '.' },
    alias: { overdeliver: resolve('src') },
    plugins: [asPackages, asScript(room)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  });
  const script = new Script(`(function (packages, module) {${outputFiles[0].text}\n})`);
  const evaluate = script.runInThisContext();
  return () => {
    const module = { exports: {} };
    evaluate(packages, module);
    return module.exports;
  };
}
