import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { until } from './until';
import { withPage } from './with-page';

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

interface Stop {
  readonly name: string;
  /** In the window, and drawn as the one where the keyboard is. */
  readonly seen: boolean;
}

/** Where the keyboard stops, until it leaves the page. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return {
        name: `${element.getAttribute('aria-label') ?? element.textContent}`.trim().slice(0, 40),
        seen:
          outlineStyle === 'solid' &&
          outlineWidth === '2px' &&
          right > 0 &&
          left < innerWidth &&
          bottom > 0 &&
          top < innerHeight,
      };
    });
    if (stop === null) return stops;
    stops.push(stop);
    if (stops.length > 300) throw new Error('the keyboard does not leave the page');
  }
}

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

  it.each(['/', '/guides/promise', '/recipes/arrives-by', '/playground'])(
    '%s is gone through, every stop in sight and marked',
    (path) =>
      withPage(path, async (page) => {
        const stops = await tabThrough(page);
        expect(stops.length).toBeGreaterThan(20);
        expect(stops.filter(({ seen }) => !seen)).toEqual([]);
        // a title of the menu that leads nowhere and opens nothing
        expect(stops.filter(({ name }) => name === 'Start')).toEqual([]);
      }),
  );

  it('the menu of a phone is no stop while it is closed, and opens and closes', () =>
    withPage('/guides/promise', async (page) => {
      await page.setViewportSize({ width: 390, height: 800 });
      const stops = await tabThrough(page);
      expect(stops.filter(({ seen }) => !seen)).toEqual([]);
      const menu = page.locator('.VPLocalNav .menu');
      const first = page.locator('.VPSidebar').getByRole('link', { name: 'Quick start' });
      await menu.press('Enter');
      await first.waitFor();
      await page.keyboard.press('Escape');
      await first.waitFor({ state: 'hidden' });
      expect(await focused(page)).toBe('Menu');
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

  it('the search closes, and one is where one was', () =>
    withPage('/', async (page) => {
      const button = page.locator('#local-search button');
      await button.focus();
      const box = page.locator('.VPLocalSearchBox');
      await until(
        () => page.keyboard.press('Enter'),
        () => box.isVisible(),
      );
      await page.keyboard.press('Escape');
      await box.waitFor({ state: 'detached' });
      await expect.poll(() => button.evaluate((it) => it === document.activeElement)).toBe(true);
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

describe('the menu', () => {
  it('shows where one is, though its list is long', () =>
    withPage('/guides/sql-promises', async (page) => {
      const here = page.locator('.VPSidebarItem.is-active .link');
      await here.waitFor();
      const isInSight = () =>
        here.evaluate((link) => link.getBoundingClientRect().bottom <= innerHeight);
      await expect.poll(isInSight).toBe(true);
    }));

  it('opens the group of the page, whose title leads to its list', () =>
    withPage('/guides/promise', async (page) => {
      const menu = page.locator('.VPSidebar');
      await menu.getByRole('link', { name: 'By when?', exact: true }).waitFor();
      expect(await menu.getByRole('link', { name: 'A live server' }).isVisible()).toBe(false);
      await menu.getByRole('link', { name: 'Recipes' }).click();
      await page.waitForURL(/\/recipes\/$/);
      await menu.getByRole('link', { name: 'A live server' }).waitFor();
    }));
});

it.each([390, 768, 820, 960, 1024, 1280])('is as wide as a window of %d pixels', (width) =>
  withPage('/guides/promise', async (page) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    // what stands beside the menu of a tablet would be cut off, not scrolled to
    const bar = page.locator('.VPNavBar .content-body');
    const right = await bar.evaluate((it) => {
      const edges = [...it.children].map((child) => child.getBoundingClientRect().right);
      return Math.max(...edges);
    });
    expect(right).toBeLessThanOrEqual(width);
  }),
);

it('the title of some rows goes over all columns', () =>
  withPage('/recipes/', async (page) => {
    const title = page.getByRole('columnheader', { name: 'Before the order' });
    expect(await title.getAttribute('colspan')).toBe('2');
  }));
