import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../../docs/.vitepress/dist', import.meta.url));

/** The address of every page of the built site. */
export const pages: readonly string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html') && file !== '404.html')
  .map((file) => `/${file.replace(/(^|\/)index\.html$|\.html$/, '$1')}`)
  .sort();

/** One of each kind, as far as they are there. */
export const kinds: readonly string[] = [
  '/',
  '/quick-start',
  '/concepts/gap',
  '/guides/dates',
  '/reference/',
  '/api/',
  '/api/live',
  '/measured/validity',
  '/playground',
].filter((page) => pages.includes(page));
