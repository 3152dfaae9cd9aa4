import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pictureNames, readmeSpec } from '../../docs/.vitepress/pictures/pictures';
import { toSvg } from '../../docs/.vitepress/pictures/to-svg';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));

it('the picture of the README is what is drawn now (npm run docs:pictures)', async () => {
  const file = join(docs, 'pictures/promise.svg');
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8').trim()).toBe(await toSvg(readmeSpec()));
});

it('every picture that a page shows is drawn, and every one drawn is shown', () => {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.md') && !file.startsWith('api') && !file.includes('.vitepress'),
  );
  const shown = pages.flatMap((page) =>
    [
      ...readFileSync(join(docs, page), 'utf8').matchAll(/^<!-- Picture ([\w-]+)(?:: .+)? -->$/gm),
    ].map(([, name]) => name),
  );
  expect([...new Set(shown)].sort()).toEqual([...pictureNames].sort());
});
