import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { serveSite } from './serve';

type Browser = Awaited<ReturnType<typeof openBrowser>>;

let url: string;
let context: Browser['context'];
const close: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const site = await serveSite();
  const browser = await openBrowser({ serviceWorkers: 'block' });
  close.push(browser.close, site.close);
  url = site.url;
  context = browser.context;
});
afterAll(async () => {
  for (const one of close) await one();
});

it.each(['light', 'dark'] as const)(
  'a %s page shows its pictures in its colours',
  async (colorScheme) => {
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(`${url}/quick-start`);
    const shown = page.locator('figure.picture img:visible');
    await expect.poll(() => shown.count()).toBe(1);
    expect(await shown.getAttribute('src')).toContain(`-${colorScheme}.svg`);
    await page.close();
  },
);
