import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import llms from 'vitepress-plugin-llms';
import { headOf } from './head';
import { components } from './markdown/components';
import { nameLinks } from './markdown/name-links';
import { outsideLinks } from './markdown/outside-links';
import { scrollTables } from './markdown/scroll-tables';
import { shortCode } from './markdown/short-code';
import { titleRows } from './markdown/title-rows';
import { listed, nav, sidebar } from './nav';
import { writeWorker } from './offline/write-worker';
import { firstSentence } from './pages';
import { homepage, repository } from './project';
import { search } from './search/options';

const src = fileURLToPath(new URL('../../src', import.meta.url));

export default defineConfig({
  lang: 'en',
  title: 'overdeliver',
  description:
    'Manage customer expectations: what they expect, what to promise, how they feel, what they do.',
  cleanUrls: true,
  lastUpdated: false,
  // a guide links to many pages of the API, which are long
  router: { prefetchLinks: false },
  ...(homepage ? { sitemap: { hostname: homepage } } : {}),
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(md) {
      md.use(components).use(outsideLinks).use(nameLinks).use(titleRows);
      md.use(scrollTables).use(shortCode);
    },
  },
  async transformPageData(page, { siteConfig }) {
    if (page.description) return undefined;
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(`${siteConfig.srcDir}/${page.filePath}`, 'utf8').catch(() => '');
    const description = page.frontmatter.hero?.tagline ?? firstSentence(text);
    return description ? { description } : undefined;
  },
  transformHead: headOf,
  buildEnd: ({ outDir, site }) => writeWorker(outDir, site.base),
  themeConfig: {
    nav,
    sidebar,
    outline: [2, 3],
    search,
    logo: { src: '/mark.svg', alt: '', width: 24, height: 24 },
    ...(repository
      ? {
          socialLinks: [{ icon: 'github', link: repository }],
          editLink: { pattern: `${repository}/edit/main/docs/:path`, text: 'Edit this page' },
        }
      : {}),
    notFound: {
      title: 'No such page',
      quote: 'It may have moved. The search above finds most things by the word you would use.',
      linkText: 'To the start',
      linkLabel: 'To the start',
    },
  },
  vite: {
    // pages that compute run the library as it stands, not as it was last built
    resolve: {
      alias: [
        { find: /^overdeliver$/, replacement: `${src}/index.ts` },
        { find: /^overdeliver\/(\w+)$/, replacement: `${src}/$1/index.ts` },
      ],
    },
    build: { chunkSizeWarningLimit: 2000 },
    plugins: [
      // @ts-expect-error It has the types of vitest's vite, VitePress those of its own, an older one.
      llms({
        ...(homepage ? { domain: homepage.replace(/\/$/, '') } : {}),
        // what every function takes would be four fifths of the whole text, and neither measurements nor what was different once
        // help anybody to use it; their pages are linked in llms.txt
        ignoreFilesPerOutput: { llmsFullTxt: ['api/**', 'measured/**', 'changelog.md'] },
        sidebar: listed,
      }),
    ],
  },
});
