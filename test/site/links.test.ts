import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dist, pages } from './pages';

const fileOf = (page: string) =>
  join(dist, page.endsWith('/') ? `${page}index.html` : `${page}.html`);
const html = new Map(pages.map((page) => [page, readFileSync(fileOf(page), 'utf8')]));
const idsOf = (text: string) => new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const ids = new Map([...html].map(([page, text]) => [page, idsOf(text)]));

/** The links of a page within the site, as page and anchor. */
function linksOf(page: string): (readonly [string, string])[] {
  return [...(html.get(page) ?? '').matchAll(/<a\b[^>]* href="([^"]*)"/g)].flatMap(
    ([, href = '']) => {
      const url = new URL(href.replaceAll('&amp;', '&'), `http://site${page}`);
      return url.host === 'site' ? [[url.pathname, decodeURIComponent(url.hash.slice(1))]] : [];
    },
  );
}

it.each(pages)('every link of %s has its place', (page) => {
  const broken = linksOf(page).filter(([target, anchor]) => {
    const known = ids.get(target) ?? (/\.(txt|md|svg)$/.test(target) ? new Set() : undefined);
    return !known || (anchor !== '' && !known.has(anchor));
  });
  expect(broken).toEqual([]);
});

it('has pages of guides and of the API', () => {
  expect(pages).toEqual(expect.arrayContaining(['/', '/guides/promise', '/api/', '/api/promise']));
});

it('links a name in a guide to where it is described, but not in a heading', () => {
  const guides = [...html].filter(([page]) => page.startsWith('/guides/'));
  const named = /<a href="\/api\/promise#planpromise"[^>]*><code>planPromise/;
  expect(guides.some(([, text]) => named.test(text))).toBe(true);
  const inHeading = /<h[1-6][^>]*>(?:(?!<\/h)[\s\S])*<a href="\/api\//;
  expect(guides.filter(([, text]) => inHeading.test(text)).map(([page]) => page)).toEqual([]);
});

it('describes each page in a sentence of its own', () => {
  const descriptions = [...html.values()].map(
    (text) => /<meta name="description" content="([^"]*)"/.exec(text)?.[1] ?? '',
  );
  expect(descriptions.filter((text) => text.length < 20)).toEqual([]);
  expect(new Set(descriptions).size).toBe(pages.length);
});

it('names no address that nobody owns yet', () => {
  const hosts =
    /https?:\/\/(?:www\.)?(example\.(?:com|org)|overdeliver\.\w+|github\.com\/overdeliver)/;
  expect([...html].filter(([, text]) => hosts.test(text)).map(([page]) => page)).toEqual([]);
});

it('has the guides as one text for language models, and a list of all pages', () => {
  const list = readFileSync(join(dist, 'llms.txt'), 'utf8');
  expect(list).toContain('](/guides/promise.md)');
  expect(list).toContain('](/api/promise.md)');
  const text = readFileSync(join(dist, 'llms-full.txt'), 'utf8');
  expect(text).toContain('# What should I promise?');
  expect(text.length).toBeLessThan(600_000);
});
