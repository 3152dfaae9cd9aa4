import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { serveSite } from './serve';

/** The playground in a browser, for the tests of a file; `throwsNothing` comes last. */
export function openPlayground() {
  let url: string;
  let page: Page;
  let context: BrowserContext;
  const close: (() => Promise<void>)[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    const site = await serveSite();
    const browser = await openBrowser({ serviceWorkers: 'block' });
    close.push(browser.close, site.close);
    url = `${site.url}/playground`;
    context = browser.context;
    page = await context.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('request', (request) => {
      const isOurs = request.url().startsWith(site.url) || /^(data|blob):/.test(request.url());
      if (!isOurs) faults.push(`asks ${request.url()}`);
    });
  });
  afterAll(async () => {
    for (const one of close) await one();
  });

  const textOf = async (selector: string) =>
    (await page.locator(selector).first().textContent())?.trim() ?? '';
  return {
    page: () => page,
    context: () => context,
    async visit(hash: string, size = { width: 1280, height: 900 }): Promise<void> {
      await page.setViewportSize(size);
      // Another part behind # alone would not load the page anew.
      await page.goto('about:blank');
      await page.goto(url + hash);
      await page.locator('.play-tab').waitFor();
    },
    textOf,
    code: () => textOf('.play-code code'),
    settled: () => page.locator('.play-progress').waitFor({ state: 'detached' }),
    async paste(csv: string): Promise<void> {
      await page.locator('#play-csv').fill(csv);
      await page.getByRole('button', { name: 'Read what I pasted' }).click();
      await page.locator('[data-test=run]').waitFor();
    },
    throwsNothing: () =>
      it('throws nothing, and asks nothing of anybody else', () => {
        expect(faults).toEqual([]);
      }),
  };
}

/** What a shop's export may look like: semicolons, German dates with two digits of the year, decimal commas, parcels of 22 digits. */
export const german = [
  'Sendungsnummer;Bestellt am;Geliefert am;Liefertermin;Gewicht (kg)',
  ...Array.from({ length: 240 }, (_, i) => {
    const date = (days: number) => {
      const [year = '', month, day] = new Date(Date.UTC(2025, 0, 1) + days * 86_400_000)
        .toISOString()
        .slice(0, 10)
        .split('-');
      return `${day}.${month}.${year.slice(2)}`;
    };
    const kg = `${1 + (i % 5)},${i % 10}`;
    const end = i % 40 === 39 ? '-' : date(i + 2 + (i % 3) + (i % 5));
    return `00340434161094042557${String(i).padStart(2, '0')};${date(i)};${end};${date(i + 6)};${kg}`;
  }),
].join('\r\n');
