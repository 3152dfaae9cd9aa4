import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const packed: { files: { path: string }[] }[] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: 'pipe',
  }),
);
const files = packed.flatMap((pack) => pack.files.map(({ path }) => path));
const built = files.filter((file) => file.startsWith('dist/'));
const text = (file: string) => readFileSync(file, 'utf8');

it('the package is few files, as each costs an app that installs or starts it', () => {
  expect(built.length).toBeGreaterThan(0);
  expect(built.length).toBeLessThanOrEqual(340);
  // With the pages and programs that come with it, which nothing loads.
  expect(files.length).toBeLessThanOrEqual(420);
});

it('every built file is named after a source, so that stack traces and differences can be read', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const names = new Set(sources.map((source) => basename(source, '.ts')));
  // two sources of a name that share their declarations are numbered
  const nameOf = (file: string) => basename(file).replace(/(-\d)?(\.d)?\.c?[jt]s(\.map)?$/, '');
  expect(built.filter((file) => !names.has(nameOf(file)))).toEqual([]);
});

it('every file that a built file imports is there', () => {
  const imports = /(?:from |import |import\(|require\()['"](\.[^'"]+)['"]/g;
  const asTypes = (path: string) => path.replace(/(c?)js$/, 'd.$1ts');
  const missing = built
    .filter((file) => /\.c?[jt]s$/.test(file))
    .flatMap((file) =>
      [...text(file).matchAll(imports)].map(([, specifier]) => {
        const path = join(dirname(file), specifier as string);
        return /\.d\.c?ts$/.test(file) ? asTypes(path) : path;
      }),
    )
    .filter((path) => !built.includes(path));
  expect([...new Set(missing)]).toEqual([]);
});

/** The text of a page outside its comments, and its blocks and spans of code. */
const prose = (file: string) =>
  text(file)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');
const pages = files.filter((file) => file.endsWith('.md'));

it('every link and picture of a page leads to a file that comes with it', () => {
  const isThere = (path: string) =>
    files.some((file) => file === path || file.startsWith(`${path}/`));
  const dead = pages.flatMap((page) =>
    [...prose(page).matchAll(/\]\(([^)\s#]+)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^\w+:/.test(link) && !isThere(join(dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  );
  expect(pages.length).toBeGreaterThan(40);
  expect(dead).toEqual([]);
});

it('every page can be read as it stands, without what the site makes of it', () => {
  const tags = pages.flatMap((page) =>
    [...prose(page).matchAll(/<[A-Z]\w*|<script|@include/g)].map(([tag]) => `${page}: ${tag}`),
  );
  expect(tags).toEqual([]);
});

it('no page that comes with the package speaks of what only the site shows', () => {
  const guides = pages.filter((page) => page.startsWith('docs/'));
  const said = guides.flatMap((page) =>
    [...prose(page).matchAll(/^.*(\*Picture: |[Oo]n the site|playground).*$/gm)].map(
      ([line]) => `${page}: ${line}`,
    ),
  );
  expect(guides.length).toBeGreaterThan(30);
  expect(said).toEqual([]);
});

it('every source map says which line of which source a built line comes from', () => {
  // The file for pages has none: it would weigh six times the file.
  const scripts = built.filter((file) => /\.c?js$/.test(file) && file !== 'dist/browser.js');
  const withoutMap = scripts.filter(
    (file) => !text(file).endsWith(`//# sourceMappingURL=${basename(file)}.map`),
  );
  expect(withoutMap).toEqual([]);
  const lines = (code: string) => code.split('\n').length;
  for (const script of scripts) {
    const map: { sources: string[]; sourcesContent: string[] } = JSON.parse(text(`${script}.map`));
    for (const [i, source] of map.sources.entries()) {
      const original = text(join(dirname(script), source));
      expect(lines(map.sourcesContent[i] as string), source).toBe(lines(original));
    }
  }
});

it.each([
  ['--input-type=module', "import { levelFromAnswer } from './dist/core.js';"],
  ['--input-type=commonjs', "const { levelFromAnswer } = require('./dist/core.cjs');"],
])('a stack trace names the source, %s', (format, load) => {
  const lines = text('src/core/level.ts').split('\n');
  const line = lines.findIndex((code) => code.includes("return door('levelFromAnswer'")) + 1;
  const code = `${load} try { levelFromAnswer(11, { min: 1, max: 10 }); } catch ({ stack }) { console.log(stack); }`;
  const stack = execFileSync(process.execPath, ['--enable-source-maps', format, '--eval', code], {
    encoding: 'utf8',
  });
  expect(stack).toContain(`src/core/level.ts:${line}:`);
});
