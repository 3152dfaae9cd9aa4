import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pictureNames, pictureSpecs } from './pictures.ts';
import { toSvg } from './to-svg.ts';

// Draws every picture of the site, light and dark, and writes their alternative texts for Picture.vue.
const folder = fileURLToPath(new URL('../../public/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });
const texts: Record<string, string> = {};
for (const name of pictureNames) {
  const specs = pictureSpecs(name);
  for (const [theme, spec] of Object.entries(specs)) {
    writeFileSync(`${folder}${name}-${theme}.svg`, await toSvg(spec));
  }
  texts[name] = specs.light.description;
}
writeFileSync(`${folder}texts.json`, `${JSON.stringify(texts, null, 2)}\n`);

// The README shows one, on any page: it is kept in the repository, on a ground of its own.
const readme = fileURLToPath(new URL('../../pictures/', import.meta.url));
mkdirSync(readme, { recursive: true });
const { light } = pictureSpecs('promise');
writeFileSync(`${readme}promise.svg`, `${await toSvg({ ...light, background: '#ffffff' })}\n`);
