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
