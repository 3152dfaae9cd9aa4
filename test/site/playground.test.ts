import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { capabilityFromSamples, planPromise } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { openPlayground } from './open-playground';

const { code, context, page, settled, textOf, throwsNothing, visit } = openPlayground();

describe('the code', () => {
  it('is copied by a click', async () => {
    await context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit('#1/promise');
    await page().getByRole('button', { name: 'Copy the code' }).click();
    await expect.poll(() => textOf('.play-code [role=status]')).toBe('Copied.');
    expect(await page().evaluate(() => navigator.clipboard.readText())).toBe(await code());
    await context().clearPermissions();
  });

  it('says so where the browser does not let it', async () => {
    await visit('#1/promise');
    await page().evaluate(() => {
      navigator.clipboard.writeText = async () => {
        throw new Error('not allowed');
      };
    });
    await page().getByRole('button', { name: 'Copy the code' }).click();
    await expect
      .poll(() => textOf('.play-code [role=status]'))
      .toContain('select the text instead');
  });
});

it('says in its own words why there is no promise', async () => {
  await visit('#1/promise');
  const faultOf = async (durations: string) => {
    await page().locator('#play-durations').fill(durations);
    return textOf('.play-fault');
  };
  expect(await faultOf('1 2 3')).toContain('Numbers so far: 3. It takes at least 9 for');
  expect(await faultOf('1 2 -3')).toBe('Number 3 is -3: a duration is 0 or more.');
});

it('goes by the keyboard alone', async () => {
  await visit('');
  await page().locator('#play-tab-orders').focus();
  await page().keyboard.press('ArrowRight');
  expect(await page().locator('#play-tab-promise').getAttribute('aria-selected')).toBe('true');
  await page().locator('#play-durations').waitFor();
  await page().keyboard.press('Tab');
  await page().keyboard.press('Control+A');
  await page().keyboard.insertText('10 20 30 40 50 60 70 80 90');
  const plan = (keepRate: number) => {
    const durations = [10, 20, 30, 40, 50, 60, 70, 80, 90];
    return planPromise(capabilityFromSamples(durations, { unit: 'minutes' }), { keepRate }).promise;
  };
  expect(await textOf('[data-test=promise]')).toBe(`${plan(0.9)} minutes`);
  for (let i = 0; i < 3; i += 1) await page().keyboard.press('Tab');
  expect(await page().evaluate(() => document.activeElement?.id)).toBe('play-keep');
  await page().keyboard.press('Home');
  expect(await textOf('[data-test=promise]')).toBe(`${plan(0.5)} minutes`);

  await page().locator('#play-tab-promise').focus();
  await page().keyboard.press('Home');
  await page().locator('#play-csv').waitFor();
  for (let i = 0; i < 4; i += 1) await page().keyboard.press('Tab');
  expect(await page().evaluate(() => document.activeElement?.id)).toBe('play-csv');
  await page().keyboard.insertText('order,started,finished\n1,2026-03-05T10:00Z,2026-03-05T11:00Z');
  await page().keyboard.press('Tab');
  await page().keyboard.press('Enter');
  await page().locator('#play-col-started').waitFor();
  expect(await page().locator('#play-col-started').inputValue()).toBe('started');
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
      if (tab === 'orders') await page().locator('.play-next').waitFor();
      await settled();
      for (const width of [390, 1280]) {
        await page().setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page().emulateMedia({ colorScheme });
          await page().waitForFunction(
            (dark) => document.documentElement.classList.contains('dark') === dark,
            colorScheme === 'dark',
          );
          expect(await page().evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          await page().screenshot({
            path: join(shots, `${tab}-${width}-${colorScheme}.png`),
            fullPage: true,
          });
          if (width === 390) expect(await axeFaults()).toEqual([]);
        }
      }
    },
  );

  async function axeFaults(): Promise<string[]> {
    await page().evaluate(axe.source);
    return page().evaluate(async () => {
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

throwsNothing();
