// Rollup names the declarations that several modules share by a hash. They move to a folder and lose it:
// `dist/level-C1Hsxjz6.d.ts` becomes `dist/types/level.d.ts`.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const pkg = JSON.parse(readFileSync('package.json', 'utf8'));
const modules = Object.keys(pkg.exports).map((subpath) => subpath.slice(2));
const shared = /^(.+)-[\w-]{8}$/;

function nameTypes(extension) {
  const stems = readdirSync('dist')
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length));
  const places = new Map();
  for (const stem of stems) {
    const name = shared.exec(stem)?.[1];
    if (name === undefined || modules.includes(stem)) continue;
    const namesakes = [...places.values()].filter((place) => place.replace(/-\d+$/, '') === name);
    places.set(stem, namesakes.length === 0 ? name : `${name}-${namesakes.length + 1}`);
  }
  for (const stem of stems) {
    const isShared = places.has(stem);
    const text = readFileSync(`dist/${stem}${extension}`, 'utf8');
    const renamed = text.replace(
      /(?<=(?:from |import |import\()'\.\/)[\w-]+(?=\.c?js')/g,
      (name) => {
        const place = places.get(name);
        if (place === undefined) return isShared ? `../${name}` : name;
        return isShared ? place : `types/${place}`;
      },
    );
    writeFileSync(`dist/${stem}${extension}`, renamed);
  }
  for (const [stem, place] of places) {
    renameSync(`dist/${stem}${extension}`, `dist/types/${place}${extension}`);
  }
}

mkdirSync('dist/types', { recursive: true });
nameTypes('.d.ts');
nameTypes('.d.cts');

// The report of the public surface is one of all modules.
mkdirSync('temp', { recursive: true });
const all = modules.filter((name) => name !== '' && name !== 'package.json');
writeFileSync(
  'temp/modules.d.ts',
  all.map((name) => `export * from '../dist/${name}.js';\n`).join(''),
);
