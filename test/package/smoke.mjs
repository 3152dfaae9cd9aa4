// Installs the packed tarball as a stranger would, into an empty folder, and uses it there: both
// module formats, types without skipLibCheck, the oldest and the newest zod, four runtimes, which agree in their numbers.
// Everything lives in a temporary folder: the npm package `node` would shadow the real one here.
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { differences } from './compare-engines.mjs';
import { exampleCalls } from './examples.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const example = /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1];
if (example === undefined) throw new Error('README.md shows no ts block');
const subpaths = Object.keys(pkg.exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => subpath.replace('.', pkg.name));

/** What the examples use beside the library. */
const peers = ['papaparse', 'react', 'react-dom', 'tsx'];

const temporary = mkdtempSync(join(tmpdir(), 'overdeliver-smoke-'));
process.on('exit', () => rmSync(temporary, { recursive: true }));
const folder = (name) => {
  mkdirSync(join(temporary, name));
  return join(temporary, name);
};
const start = promisify(execFile);
const run = async (cwd, command, ...args) => {
  try {
    const options = { cwd, encoding: 'utf8', timeout: 240_000, maxBuffer: 2 ** 26 };
    const running = start(command, args, options);
    running.child.stdin.end();
    return (await running).stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}${error.stderr}${error.message}`);
  }
};
const done = (text) => console.log(`ok ${text}`);

const [{ filename }] = JSON.parse(
  await run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', temporary),
);

const home = folder('runtimes');
// npm 11 asks for each install script's permission, npm 10 runs them all
const allowScripts = { node: true, bun: true, deno: true };
writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, allowScripts }));
const newest = ['node', 'bun', 'deno'].map((name) => `${name}@latest`);
await run(home, 'npm', 'install', '--no-audit', '--no-fund', ...newest);
const installed = (name) => join(home, 'node_modules/.bin', name);
const commands = [
  [process.execPath],
  [installed('node')],
  [installed('bun'), 'run'],
  [installed('deno'), 'run', '--allow-all', '--no-remote'],
];
const runtimes = await Promise.all(
  commands.map(async ([command, ...args]) => {
    const name = command === process.execPath ? 'node' : command.split('/').at(-1);
    const [line] = (await run(home, command, '--version')).split('\n');
    return { name: `${name} ${line.replace(name, '').trim()}`, command, args };
  }),
);

// the same names from both formats of every subpath, and errors that either format recognises
const formats = `
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
for (const subpath of ${JSON.stringify(subpaths)}) {
  const names = Object.keys(await import(subpath)).filter((name) => name !== 'default');
  assert.ok(names.length > 0, subpath);
  for (const name of names) assert.ok(name in require(subpath), subpath + ' ' + name);
}
const cores = [await import('overdeliver/core'), require('overdeliver/core')];
assert.notEqual(cores[0].OverdeliverError, cores[1].OverdeliverError);
const builds = [await import('overdeliver'), require('overdeliver')];
for (const thrower of builds) {
  for (const judge of builds) {
    assert.throws(
      () => thrower.levelFromAnswer(11, { min: 1, max: 10 }),
      (error) => judge.isOverdeliverError(error) && error.code === 'out-of-range',
    );
  }
}
`;

/** Types and both formats with a version of zod; with the newest, examples and numbers as well. */
async function useWith(zod) {
  const app = folder(`app-zod-${zod}`);
  const write = (file, text) => writeFileSync(join(app, file), text);
  const install = (...packages) =>
    run(app, 'npm', 'install', '--no-audit', '--no-fund', ...packages);
  write('package.json', JSON.stringify({ private: true, type: 'module' }));
  await install(join(temporary, filename), `zod@${zod}`);
  const zodVersion = JSON.parse(readFileSync(join(app, 'node_modules/zod/package.json'))).version;

  const everything = subpaths.map((path, index) => `export * as all${index} from '${path}';\n`);
  write('readme.mts', example);
  write('readme.cts', example);
  write('everything.mts', everything.join(''));
  write('everything.cts', everything.join(''));
  for (const [module, moduleResolution] of [
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ]) {
    const compilerOptions = {
      ...{ module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom'], types: [] },
      ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
      noEmit: moduleResolution === 'bundler',
    };
    const files = ['readme.mts', 'everything.mts'];
    if (module === 'node16') files.push('readme.cts', 'everything.cts');
    write(`tsconfig.${moduleResolution}.json`, JSON.stringify({ compilerOptions, files }));
    await run(app, process.execPath, tsc, '--project', `tsconfig.${moduleResolution}.json`);
    done(`types, ${moduleResolution}, zod ${zodVersion}`);
  }

  write('formats.mjs', formats);
  for (const { name, command, args } of runtimes) {
    const esm = await run(app, command, ...args, 'readme.mjs');
    const cjs = await run(app, command, ...args, 'readme.cjs');
    if (esm !== cjs) throw new Error(`${name}: the formats print different things\n${esm}${cjs}`);
    await run(app, command, ...args, 'formats.mjs');
    done(`${name}, zod ${zodVersion}`);
  }
  if (zod === 'latest') {
    // Guides and examples use them.
    await install(...peers.map((name) => `${name}@${pkg.devDependencies[name]}`));
    // Recipes read the tables of examples.
    cpSync(join(app, 'node_modules/overdeliver/examples'), join(app, 'examples'), {
      recursive: true,
    });
    await Promise.all([compareRuntimes(app), runExamples(app)]);
  }
}

/** The examples, as copied out of the installed package: on this Node through tsx, on the newest as they are. */
async function runExamples(app) {
  const [here, newest] = runtimes;
  const files = ['', 'plain/'].flatMap((place) =>
    readdirSync(join(app, 'examples', place))
      .filter((file) => /\.[mc]?[jt]s$/.test(file) && file !== 'worker.mjs')
      .map((file) => place + file),
  );
  for (const [{ name, command }, ...args] of [[here, '--import', 'tsx'], [newest]]) {
    for (const file of files) {
      const printed = await run(app, command, ...args, `examples/${file}`);
      const expected = join(root, 'test/examples', `${basename(file).replace(/\.\w+$/, '')}.txt`);
      if (printed !== readFileSync(expected, 'utf8')) {
        throw new Error(`${name}: examples/${file} prints something else\n${printed}`);
      }
    }
    done(`${files.length} examples, ${name}`);
  }
}

/** Every engine's numbers against those of the Node that runs this, as a table and as errors. */
async function compareRuntimes(app) {
  for (const file of ['battery.mjs', 'report-battery.mjs']) {
    copyFileSync(join(root, 'test/package', file), join(app, file));
  }
  writeFileSync(join(app, 'examples.mjs'), exampleCalls(root));
  const reports = [];
  for (const { name, command, args } of runtimes) {
    const calls = JSON.parse(await run(app, command, ...args, 'report-battery.mjs'));
    reports.push({ name, calls });
  }
  const [reference, ...others] = reports;
  const failed = [];
  const counts = Object.values(reference.calls).map((calls) => Object.keys(calls).length);
  console.log(
    `${counts[0]} fits and searches, ${counts[1]} other calls, against ${reference.name}:`,
  );
  for (const { name, calls } of others) {
    const found = differences(reference.calls, calls);
    for (const kind of ['fits', 'others']) {
      const some = found.filter((difference) => difference.kind === kind);
      const differ = new Set(some.map((difference) => difference.name)).size;
      const worst = Math.max(0, ...some.map(({ apart }) => apart)).toExponential(1);
      console.log(`  ${name}, ${kind}: ${differ} calls differ, by ${worst} at most`);
    }
    failed.push(
      ...found.filter(({ holds }) => !holds).map((one) => JSON.stringify({ engine: name, ...one })),
    );
  }
  if (failed.length > 0) throw new Error(`engines differ\n${failed.slice(0, 20).join('\n')}`);
  done('engines agree');
}

// Two at a time, as there are processors.
await Promise.all(['4.3.0', 'latest'].map(useWith));
