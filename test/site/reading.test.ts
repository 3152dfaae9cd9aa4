import axeCore from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { kinds } from './pages';
import { serveSite } from './serve';
import { until } from './until';

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

async function withPage<T>(path: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(url + path);
    return await use(page);
  } finally {
    await page.close();
  }
}

/** What keeps some readers out, as axe tells it, with the first places. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
      );
  });
}

declare global {
  var axe: typeof import('axe-core');
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([...kinds, '/no-such-page'])('%s keeps nobody out', (path) =>
    withPage(path, async (page) => {
      await page.emulateMedia({ colorScheme });
      const isDark = () => page.evaluate(() => document.documentElement.classList.contains('dark'));
      await expect.poll(isDark).toBe(colorScheme === 'dark');
      expect(await barriers(page)).toEqual([]);
    }),
  );
});

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('by keyboard', () => {
  it('the first stop leads past the menus to the text', () =>
    withPage('/guides/promise', async (page) => {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to content');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inText = await page.evaluate(
        () => document.querySelector('#VPContent')?.contains(document.activeElement) ?? false,
      );
      expect(inText).toBe(true);
    }));

  it('the search opens, is asked and leads to a page', () =>
    withPage('/', async (page) => {
      await until(
        () => page.keyboard.press('Control+k'),
        () => page.locator('.VPLocalSearchBox input').isVisible(),
      );
      await page.keyboard.type('holiday');
      await page.locator('.VPLocalSearchBox .result').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/guides\/dates/);
      await expect.poll(() => page.locator('h1').first().innerText()).toMatch(/By when\?/);
    }));

  it('the theme of light or dark can be changed', () =>
    withPage('/guides/promise', async (page) => {
      const appearance = page.locator('.VPNavBar .VPSwitchAppearance').first();
      const before = await appearance.getAttribute('aria-checked');
      await appearance.focus();
      await until(
        () => page.keyboard.press('Space'),
        async () => (await appearance.getAttribute('aria-checked')) !== before,
      );
    }));
});
