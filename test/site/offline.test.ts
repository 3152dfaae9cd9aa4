import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenBrowser, openBrowser } from './browser';
import { pages } from './pages';
import { type ServedSite, serveSite } from './serve';
import { until } from './until';

let site: ServedSite;
let browser: OpenBrowser;

beforeAll(async () => {
  site = await serveSite();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close().catch(() => undefined);
});

it('is all there without a network once one page was loaded: pages, and the search', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${site.url}/guides/promise`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // not by a switch of the browser, which a worker may pass by: the server is gone
  await site.close();

  for (const path of [
    ...pages.slice(0, 3),
    '/guides/dates?from=card#cut-offs-holidays-special-hours',
  ]) {
    await page.goto(site.url + path);
    expect(await page.locator('h1').first().innerText(), path).not.toBe('');
  }
  const search = page.locator('.VPLocalSearchBox input');
  await until(
    () => page.keyboard.press('Control+k'),
    () => search.isVisible(),
  );
  await search.fill('churn');
  await page.locator('.VPLocalSearchBox .result').first().click();
  await page.waitForURL(/\/guides\//);
  await expect(page.goto(`${site.url}/no-such-page`)).rejects.toThrow();
});
