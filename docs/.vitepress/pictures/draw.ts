import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pictureNames, pictureSpecs } from './pictures.ts';
import { toSvg } from './to-svg.ts';

// Draws every picture of the site, and writes their alternative texts and sizes for Picture.vue.
const folder = fileURLToPath(new URL('../../public/pictures/', import.meta.url));
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
