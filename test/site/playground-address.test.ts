import { expect, it } from 'vitest';
import {
  readAddress,
  settingsFrom,
  writeAddress,
} from '../../docs/.vitepress/playground/shared/address';
import { german, openPlayground } from './open-playground';

// The address of the playground.

const { code, page, paste, settled, textOf, throwsNothing, visit } = openPlayground();

it('holds settings and gives them back', async () => {
  await visit('#1/promise');
  await page().locator('#play-keep').fill('0.75');
  await page().waitForFunction(() => location.hash.includes('keepRate=0.75'));
  const hash = await page().evaluate(() => location.hash);
  const before = await textOf('[data-test=promise]');
  await visit(hash);
  expect(await page().locator('#play-keep').inputValue()).toBe('0.75');
  expect(await textOf('[data-test=promise]')).toBe(before);
});

it('shares what was said of a file with somebody who has the file', async () => {
  await visit('');
  await paste(german);
  await page().locator('#play-zone').fill('Europe/Berlin');
  await page().locator('#play-yearsFrom').selectOption('2000');
  await page().locator('#play-orders-keep').fill('0.8');
  await page().locator('[data-test=run]').click();
  await page().locator('.play-next').waitFor();
  await page().locator('#play-next-by').selectOption('rolling');
  await page().locator('#play-next-round').fill('2');
  await settled();
  await expect.poll(() => textOf('[data-test=next]')).toBe('8 days');
  await page().waitForFunction(() => location.hash.includes('multipleOf=2'));
  const hash = await page().evaluate(() => location.hash);
  await visit(hash);
  expect(await textOf('.play-notice')).toContain('holds settings, not orders');
  await paste(german);
  await page().locator('[data-test=run]').click();
  await page().locator('.play-next').waitFor();
  await settled();
  expect(await page().locator('#play-next-by').inputValue()).toBe('rolling');
  expect(await textOf('[data-test=next]')).toBe('8 days');
  expect(await code()).toContain('keepRate: 0.8');
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
  expect(await page().locator('[role=tabpanel]').count()).toBe(1);
});

throwsNothing();
