import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import {
  byWeek,
  capabilityFromSamples,
  formExpectation,
  judgeOutcome,
  planPromise,
  predictIntention,
  predictSatisfaction,
  toMultipleOf,
} from 'overdeliver';
import {
  backtestPromises,
  ordersFromRows,
  promisesAsMade,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import Papa from 'papaparse';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pizzeriaCsv } from '../../docs/.vitepress/playground/orders/pizzeria';
import {
  readAddress,
  settingsFrom,
  writeAddress,
} from '../../docs/.vitepress/playground/shared/address';
import { percent, shown } from '../../docs/.vitepress/playground/shared/numbers';
import { runBlock } from '../docs/run-block';
import { openBrowser } from './browser';
import { serveSite } from './serve';

let url: string;
let context: BrowserContext;
let page: Page;
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

async function visit(hash: string, size = { width: 1280, height: 900 }): Promise<void> {
  await page.setViewportSize(size);
  // Another part behind # alone would not load the page anew.
  await page.goto('about:blank');
  await page.goto(url + hash);
  await page.locator('.play-tab').waitFor();
}
const textOf = async (selector: string) =>
  (await page.locator(selector).first().textContent())?.trim() ?? '';
const code = () => textOf('.play-code code');
const settled = () => page.locator('.play-progress').waitFor({ state: 'detached' });

/** What a shop's export may look like: semicolons, German dates with two digits of the year, decimal commas, parcels of 22 digits. */
const german = [
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

async function paste(csv: string): Promise<void> {
  await page.locator('#play-csv').fill(csv);
  await page.getByRole('button', { name: 'Read what I pasted' }).click();
  await page.locator('[data-test=run]').waitFor();
}

describe('computes what the library computes in Node', () => {
  it('of orders, with code that is true', async () => {
    await visit('#1/orders?sample=pizzeria');
    await settled();
    await page.locator('.play-next').waitFor();
    await settled();
    const csv = pizzeriaCsv();
    const { data } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    const { orders } = ordersFromRows(data, {
      columns: {
        id: 'order',
        started: 'ordered',
        finished: 'delivered',
        cancelled: 'cancelled',
        due: 'promised',
        group: 'area',
      },
      features: ['km'],
      zone: 'Europe/Berlin',
    });
    const { policies } = backtestPromises(orders, {
      unit: 'minutes',
      keepRate: 0.9,
      from: '2025-02-22T00:00:00Z',
      by: byWeek('Europe/Berlin'),
      policies: {
        yours: promisesAsMade(),
        rolling: quotesFromHistory({ days: 60 }),
        live: quotesFromPromiser(),
      },
    });
    for (const [name, { kept, quote }] of Object.entries(policies)) {
      const row = `[data-test=policy-${name}]`;
      expect(await textOf(`${row} [data-test=kept]`)).toBe(percent(kept.share));
      expect(await textOf(`${row} [data-test=mean]`)).toBe(shown(quote.mean));
    }
    const file = join(tmpdir(), `overdeliver-orders-${process.pid}.csv`);
    writeFileSync(file, csv);
    const text = await code();
    expect(text).toContain("readFileSync('orders.csv', 'utf8')");
    const there = text.replace("'orders.csv'", JSON.stringify(file));
    await runBlock({ file: 'playground, orders', line: 1, code: there, run: true });
  });

  it('of a promise, with code that is true', async () => {
    await visit('#1/promise?keepRate=0.8&durations=31+42+53+64+35+46+57+38+49+50');
    const durations = [31, 42, 53, 64, 35, 46, 57, 38, 49, 50];
    const kitchen = capabilityFromSamples(durations, { unit: 'minutes' });
    const plan = planPromise(kitchen, { keepRate: 0.8, round: toMultipleOf(5) });
    expect(await textOf('[data-test=promise]')).toBe(`${plan.promise} minutes`);
    expect(await textOf('[data-test=chance]')).toContain(percent(plan.chance.estimate));
    await runBlock({ file: 'playground, promise', line: 1, code: await code(), run: true });
  });

  it('of a customer, with code that is true', async () => {
    await visit('#1/customer?stage=first-use&perceived=90&advertising=-1&firstImpression=60');
    const signals = { wordOfMouth: 80, ownJudgement: 70, firstImpression: 60 };
    const expectation = formExpectation({ stage: 'first-use', signals });
    const { mean } = expectation.predicted;
    const { outcome } = judgeOutcome(expectation, { perceived: 90 });
    const { score } = predictSatisfaction({ expected: mean, perceived: 90 });
    const deeds = predictIntention({ satisfaction: score, outcome, stage: 'first-use' });
    expect(outcome).toBe('exceeded');
    expect(await textOf('[data-test=predicted]')).toBe(shown(mean));
    expect(await textOf('[data-test=outcome]')).toContain('exceeded');
    expect(await textOf('[data-test=satisfaction]')).toContain(shown(score));
    expect(await textOf('[data-test=repurchase]')).toBe(percent(deeds.repurchase));
    await runBlock({ file: 'playground, customer', line: 1, code: await code(), run: true });
  });
});

describe('orders of one’s own', () => {
  it('asks for what a German export does not tell, and reads it then', async () => {
    await visit('');
    await paste(german);
    expect(await page.locator('#play-col-started').inputValue()).toBe('Bestellt am');
    expect(await page.locator('#play-col-finished').inputValue()).toBe('Geliefert am');
    expect(await page.locator('#play-dateOrder').count()).toBe(0);
    await page.locator('[data-test=run]').click();
    expect(await textOf('[data-test=open]')).toContain('of which century');
    await page.locator('#play-zone').fill('Europe/Berlin');
    await page.locator('#play-yearsFrom').selectOption('2000');
    await page.locator('[data-test=run]').click();
    await page.locator('.play-next').waitFor();
    await settled();
    expect(await page.locator('.play-faults').count()).toBe(0);
    expect(await textOf('[data-test=policy-yours] [data-test=mean]')).toBe('6');
    expect(await page.locator('.play-chart').count()).toBe(2);
    expect(await code()).toContain('orders.length; // => 240');
    expect(await page.evaluate(() => location.hash)).not.toContain('0034');
  });

  it('lists rows that cannot be read, with line, column and reason', async () => {
    await visit('');
    const rows = german.split('\r\n').slice(0, 60);
    rows[3] = '0034043416109404255799;31.02.25;05.03.25;06.03.25;1,5';
    rows[4] = '0034043416109404255798;05.01.25;bald;11.01.25;1,5';
    rows[5] = '0034043416109404255797;06.01.25;08.01.25;12.01.25;1,5;und mehr';
    await paste(rows.join('\n'));
    await page.locator('#play-zone').fill('Europe/Berlin');
    await page.locator('#play-yearsFrom').selectOption('2000');
    await page.locator('[data-test=run]').click();
    await page.locator('.play-faults').waitFor();
    const cells = await page
      .locator('.play-faults tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      );
    expect(cells.map(([line, column]) => [line, column])).toEqual([
      ['4', 'Bestellt am'],
      ['5', 'Geliefert am'],
      ['6', 'the row'],
    ]);
    expect(cells[0]?.[3]).toContain('there is no such day');
    expect(cells[1]?.[2]).toBe('"bald"');
    await settled();
  });

  it('finds the header below a title, and says that something was changed since', async () => {
    await visit('');
    const title = ['Auswertung;;;;', 'Stand 01.03.25;;;;', ''];
    await paste([...title, ...german.split('\r\n').slice(0, 101), ';;;;'].join('\r\n'));
    expect(await textOf('.play-form [role=status]')).toContain('from line 4');
    expect(await page.locator('#play-col-started').inputValue()).toBe('Bestellt am');
    await page.locator('#play-zone').fill('Berlin');
    await page.locator('#play-yearsFrom').selectOption('2000');
    await page.locator('[data-test=run]').click();
    await page.locator('.play-fault').waitFor();
    expect(await textOf('.play-fault')).toContain('options.zone is "Berlin"');
    await page.locator('#play-zone').fill('Europe/Berlin');
    await page.locator('[data-test=run]').click();
    await page.locator('.play-next').waitFor();
    await settled();
    expect(await textOf('[data-test=next]')).toBe('7 days');
    expect(await code()).toContain('skipFirstNLines: 3');
    await page.locator('#play-orders-keep').fill('0.8');
    expect(await textOf('.play-notice')).toContain('look back again');
    expect(await code()).toContain('keepRate: 0.9');
  });

  it('says what is missing where there is no table', async () => {
    await visit('');
    await page.locator('#play-csv').fill('nothing');
    await page.getByRole('button', { name: 'Read what I pasted' }).click();
    expect(await textOf('.play-fault')).toContain('There is no row below a header');
  });
});

describe('200,000 rows', () => {
  it('are read and looked back at while the page answers, and stop at once', async () => {
    await visit('');
    const start = Date.UTC(2024, 0, 1);
    const date = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
    const lines = Array.from({ length: 200_000 }, (_, i) => {
      const started = start + i * 240_000;
      const took = (20 + ((i * i * 31) % 100)) * 60_000;
      return `P-${i},${i % 3 ? 'north' : 'south'},${date(started)},${date(started + took)},${(i % 7) + 1}`;
    });
    const file = join(tmpdir(), `overdeliver-many-${process.pid}.csv`);
    writeFileSync(file, `order,area,ordered,delivered,km\n${lines.join('\n')}`);
    await page.evaluate(() => {
      const seen = { longest: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          seen.longest = Math.max(seen.longest, duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('#play-zone').fill('UTC');
    await page.locator('[data-test=run]').click();
    await page.getByText(/Living through the orders: [1-9]/).waitFor();
    // It answers meanwhile.
    await page.locator('#play-by').selectOption('week');
    const longest = () =>
      page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
    console.info(`longest task of the page, ms: ${await longest()}`);
    expect(await longest()).toBeLessThan(200);
    expect(page.workers()).toHaveLength(1);
    await page.locator('[data-test=stop]').click();
    await page.locator('.play-progress').waitFor({ state: 'detached', timeout: 500 });
    await expect.poll(() => page.workers().length, { timeout: 2000 }).toBe(0);
    expect(await page.locator('[data-test=run]').isEnabled()).toBe(true);
    // The measure sees a task that is too long.
    await page.evaluate(() => {
      setTimeout(() => {
        for (const end = performance.now() + 250; performance.now() < end; );
      });
    });
    await expect.poll(longest, { timeout: 5000 }).toBeGreaterThan(200);
  });
});

describe('the address', () => {
  it('holds settings and gives them back', async () => {
    await visit('#1/promise');
    await page.locator('#play-keep').fill('0.75');
    await page.waitForFunction(() => location.hash.includes('keepRate=0.75'));
    const hash = await page.evaluate(() => location.hash);
    const before = await textOf('[data-test=promise]');
    await visit(hash);
    expect(await page.locator('#play-keep').inputValue()).toBe('0.75');
    expect(await textOf('[data-test=promise]')).toBe(before);
  });

  it('leaves out what is too long for it', () => {
    const defaults = { durations: '1', keepRate: 0.9 };
    const long = { durations: '38, '.repeat(2000), keepRate: 0.8 };
    expect(writeAddress('promise', long, defaults)).toBe('#1/promise?keepRate=0.8');
    const most = { durations: '3, '.repeat(1333), keepRate: 0.9 };
    const { values } = readAddress(writeAddress('promise', most, defaults));
    expect(settingsFrom(defaults, values).settings).toEqual(most);
  });

  it.each([
    ['of another version', '#9/promise?keepRate=0.5', 'another version'],
    ['that was cut off', '#1/pro%', 'cannot be read'],
    ['of a part that is not there', '#1/weather', 'there is not'],
    ['with settings that are not there', '#1/promise?keepRate=high&mood=1', 'keepRate, mood'],
  ])('is refused kindly, %s', async (_, hash, message) => {
    await visit(hash);
    expect(await textOf('.play-notice')).toContain(message);
    expect(await page.locator('[role=tabpanel]').count()).toBe(1);
  });
});

it('goes by the keyboard alone', async () => {
  await visit('');
  await page.locator('#play-tab-orders').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#play-tab-promise').getAttribute('aria-selected')).toBe('true');
  await page.locator('#play-durations').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('10 20 30 40 50 60 70 80 90');
  const plan = (keepRate: number) => {
    const durations = [10, 20, 30, 40, 50, 60, 70, 80, 90];
    return planPromise(capabilityFromSamples(durations, { unit: 'minutes' }), { keepRate }).promise;
  };
  expect(await textOf('[data-test=promise]')).toBe(`${plan(0.9)} minutes`);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('play-keep');
  await page.keyboard.press('Home');
  expect(await textOf('[data-test=promise]')).toBe(`${plan(0.5)} minutes`);

  await page.locator('#play-tab-promise').focus();
  await page.keyboard.press('Home');
  await page.locator('#play-csv').waitFor();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('play-csv');
  await page.keyboard.insertText('order,started,finished\n1,2026-03-05T10:00Z,2026-03-05T11:00Z');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#play-col-started').waitFor();
  expect(await page.locator('#play-col-started').inputValue()).toBe('started');
});

describe('is fit to be seen', () => {
  const shots = join(process.cwd(), 'temp/screenshots');
  mkdirSync(shots, { recursive: true });
  const tabs = {
    orders: '#1/orders?sample=pizzeria',
    promise: '#1/promise',
    customer: '#1/customer',
  };
  it.each(Object.entries(tabs))(
    '%s: on a phone and a desk, light and dark, for everybody',
    async (tab, hash) => {
      await visit(hash, { width: 390, height: 844 });
      if (tab === 'orders') await page.locator('.play-next').waitFor();
      await settled();
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.waitForFunction(
            (dark) => document.documentElement.classList.contains('dark') === dark,
            colorScheme === 'dark',
          );
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          await page.screenshot({
            path: join(shots, `${tab}-${width}-${colorScheme}.png`),
            fullPage: true,
          });
          if (width === 390) expect(await axeFaults()).toEqual([]);
        }
      }
    },
  );

  async function axeFaults(): Promise<string[]> {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run('.playground');
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .join(' ')
            .slice(0, 300)}`,
      );
    });
  }
});

it('throws nothing, and asks nothing of anybody else', () => {
  expect(faults).toEqual([]);
});
