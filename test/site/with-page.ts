import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser';
import { serveSite } from './serve';

let url: string;
let context: BrowserContext;
const close: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const site = await serveSite();
  const browser = await openBrowser({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  close.push(browser.close, site.close);
  url = site.url;
  context = browser.context;
});
afterAll(async () => {
  for (const one of close) await one();
});

/** Opens a page of the site for the tests of a file, and closes it. */
export async function withPage<T>(path: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(url + path);
    // Where the keyboard stands first is said once the page runs.
    await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
    return await use(page);
  } finally {
    await page.close();
  }
}

export const isDark = (page: Page) =>
  page.evaluate(() => document.documentElement.classList.contains('dark'));
