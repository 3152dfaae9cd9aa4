import { capabilityFromSamples, planPromise } from 'overdeliver';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { serveSite } from './serve';

// The deliveries of the quick start.
const minutes = [
  41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44, 37, 50, 46, 43, 61,
];
const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });

let page: Page;
const close: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const site = await serveSite();
  const browser = await openBrowser({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 800 },
  });
  close.push(browser.close, site.close);
  page = await browser.context.newPage();
  await page.goto(`${site.url}/quick-start`);
});
afterAll(async () => {
  for (const one of close) await one();
});

const said = () => page.getByRole('status').textContent();

it('shows at first what the library promises at 90%', async () => {
  const { promise, chance } = planPromise(kitchen, { keepRate: 0.9 });
  expect(await said()).toContain(`Promise ${promise} minutes.`);
  expect(await said()).toContain(`${Math.round(100 * chance.estimate)} in 100 will`);
});

it('promises what the library promises at every keep rate, by keyboard, on a phone', async () => {
  const slider = page.getByRole('slider', { name: /Keep rate/ });
  await slider.focus();
  await page.keyboard.press('Home');
  for (let percent = 50; percent <= 96; percent++) {
    const { promise, chance } = planPromise(kitchen, { keepRate: percent / 100 });
    await expect.poll(said).toContain(`Promise ${promise} minutes.`);
    expect(await said()).toContain(`${Math.round(100 * chance.estimate)} in 100 will`);
    await page.keyboard.press('ArrowRight');
  }
});

it('says how many deliveries a keep rate takes that these cannot carry', async () => {
  await page.keyboard.press('End');
  await expect.poll(said).toBe('No promise: 99% takes at least 99 deliveries, and here are 24.');
});
