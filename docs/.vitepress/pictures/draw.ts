import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pictureNames, pictureSpecs, readmeSpec } from './pictures.ts';
import { toSvg } from './to-svg.ts';

// Draws every picture of the site, and writes their alternative texts and sizes for Picture.vue.
const docs = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${docs}public/pictures/`;
mkdirSync(folder, { recursive: true });
const known: Record<string, { text: string; width: number; height: number }> = {};
for (const name of pictureNames) {
  const specs = pictureSpecs(name);
  for (const [look, spec] of Object.entries(specs)) {
    const svg = await toSvg(spec);
    writeFileSync(`${folder}${name}-${look}.svg`, svg);
    if (look !== 'light') continue;
    const [, width, height] = / width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    known[name] = { text: spec.description, width: Number(width), height: Number(height) };
  }
}
writeFileSync(`${folder}pictures.json`, `${JSON.stringify(known, null, 2)}\n`);

// The README shows one: it is kept in the repository, and a test holds it against what is drawn now.
mkdirSync(`${docs}pictures/`, { recursive: true });
writeFileSync(`${docs}pictures/promise.svg`, `${await toSvg(readmeSpec())}\n`);
