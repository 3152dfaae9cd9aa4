import axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { kinds, pages } from './pages';
import { isDark, withPage } from './with-page';

/** What keeps some readers out, as axe tells it by all of its rules or by some, with the first places. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run({
      resultTypes: ['violations'],
      ...(runOnly && { runOnly }),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
      );
  }, rules);
}

declare global {
  var axe: typeof import('axe-core');
}

// The pages of the API are of one make and long: two stand for them.
const read = pages.filter((page) => !page.startsWith('/api/') || kinds.includes(page));

it.each([...read, '/no-such-page'])('%s keeps nobody out, light or dark', (path) =>
  withPage(path, async (page) => {
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => isDark(page)).toBe(true);
    expect(await barriers(page, ['color-contrast'])).toEqual([]);
  }),
);

it.each(kinds)('on a phone %s keeps nobody out', (path) =>
  withPage(path, async (page) => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await barriers(page)).toEqual([]);
  }),
);
