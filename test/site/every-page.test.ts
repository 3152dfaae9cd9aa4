import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { pages } from './pages';
import { serveSite } from './serve';

let url: string;
let context: BrowserContext;
const close: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const site = await serveSite();
  const browser = await openBrowser({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 800 },
  });
  close.push(browser.close, site.close);
  url = site.url;
  context = browser.context;
});
afterAll(async () => {
  for (const one of close) await one();
});

interface Visit {
  readonly path: string;
  /** Errors in the console, requests to elsewhere, and what makes the page wider than a phone. */
  readonly faults: readonly string[];
  /** The kilobytes of its scripts, as they are and as they are sent. */
  readonly raw: number;
  readonly sent: number;
}

async function visit(page: Page, path: string): Promise<Visit> {
  const faults: string[] = [];
  page.removeAllListeners();
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) {
      faults.push(`asks ${request.url()}`);
    }
  });
  await page.goto(url + path);
  const { wide, raw, sent } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const all = scrollWidth > clientWidth ? [...document.querySelectorAll('main *')] : [];
    const scripts = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => /\.js($|\?)/.test(name));
    const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0) / 1000;
    return {
      wide: all
        .filter((element) => element.getBoundingClientRect().right > clientWidth)
        .map((element) => `wider than a phone: ${element.outerHTML.slice(0, 120)}`)
        .slice(-3),
      raw: sum(scripts.map(({ decodedBodySize }) => decodedBodySize)),
      sent: sum(scripts.map(({ encodedBodySize }) => encodedBodySize)),
    };
  });
  return { path, faults: [...faults, ...wide], raw, sent };
}

const visits: Visit[] = [];

it('shows every page on a phone', async () => {
  const left = [...pages];
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      const page = await context.newPage();
      for (let path = left.shift(); path; path = left.shift()) visits.push(await visit(page, path));
      await page.close();
    }),
  );
  expect(visits).toHaveLength(pages.length);
});

it('is as wide as the phone, without errors and without asking elsewhere', () => {
  expect(visits.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

it('has at most 200 kB of scripts in a page that is only read, as they are; as they are sent in one that computes', () => {
  const computes = ['/quick-start', '/playground'];
  const weights = visits
    .map(({ path, raw, sent }) => ({
      path,
      raw,
      sent,
      counted: computes.includes(path) ? sent : raw,
    }))
    .sort((a, b) => b.counted - a.counted);
  console.info('the heaviest pages, kB:', weights.slice(0, 3));
  expect(weights[0]?.counted).toBeGreaterThan(50);
  expect(weights.filter(({ counted }) => counted > 200)).toEqual([]);
});
