import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { german, openPlayground } from './open-playground';

const { code, page, paste, settled, textOf, throwsNothing, visit } = openPlayground();

describe('orders of one’s own', () => {
  it('asks for what a German export does not tell, and reads it then', async () => {
    await visit('');
    await paste(german);
    expect(await page().locator('#play-col-started').inputValue()).toBe('Bestellt am');
    expect(await page().locator('#play-col-finished').inputValue()).toBe('Geliefert am');
    expect(await page().locator('#play-dateOrder').count()).toBe(0);
    await page().locator('[data-test=run]').click();
    expect(await textOf('[data-test=open]')).toContain('of which century');
    await page().locator('#play-zone').fill('Europe/Berlin');
    await page().locator('#play-yearsFrom').selectOption('2000');
    await page().locator('[data-test=run]').click();
    await page().locator('.play-next').waitFor();
    await settled();
    expect(await page().locator('.play-faults').count()).toBe(0);
    expect(await textOf('[data-test=policy-yours] [data-test=mean]')).toBe('6');
    expect(await page().locator('.play-chart').count()).toBe(2);
    expect(await code()).toContain('orders.length; // => 240');
    expect(await page().evaluate(() => location.hash)).not.toContain('0034');
  });

  it('lists rows that cannot be read, with line, column and reason', async () => {
    await visit('');
    const rows = german.split('\r\n').slice(0, 60);
    rows[3] = '0034043416109404255799;31.02.25;05.03.25;06.03.25;1,5';
    rows[4] = '0034043416109404255798;05.01.25;bald;11.01.25;1,5';
    rows[5] = '0034043416109404255797;06.01.25;08.01.25;12.01.25;1,5;und mehr';
    await paste(rows.join('\n'));
    await page().locator('#play-zone').fill('Europe/Berlin');
    await page().locator('#play-yearsFrom').selectOption('2000');
    await page().locator('[data-test=run]').click();
    await page().locator('.play-faults').waitFor();
    const cells = await page()
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

  it('takes a word that many rows hold for nothing, once told', async () => {
    await visit('');
    const rows = german.split('\r\n').slice(0, 101);
    for (const i of [90, 95, 98])
      rows[i] = rows[i]?.replace(/;[^;]*(;[^;]*;[^;]*)$/, ';offen$1') ?? '';
    await paste(rows.join('\n'));
    await page().locator('#play-zone').fill('Europe/Berlin');
    await page().locator('#play-yearsFrom').selectOption('2000');
    await page().locator('[data-test=run]').click();
    await page().locator('.play-next').waitFor();
    await settled();
    expect(await page().locator('.play-faults tbody tr').count()).toBe(1);
    expect(await textOf('.play-faults tbody td')).toBe('91 and 2 more');
    await page().getByRole('button', { name: 'It means that nothing is there yet' }).click();
    await page().locator('.play-faults').waitFor({ state: 'detached' });
    await page().locator('.play-next').waitFor();
    await settled();
    expect(await page().locator('#play-missing').inputValue()).toBe('-, NULL, n/a, offen');
    expect(await code()).toContain('orders.length; // => 100');
  });

  it('finds the header below a title, and says that something was changed since', async () => {
    await visit('');
    const title = ['Auswertung;;;;', 'Stand 01.03.25;;;;', ''];
    await paste([...title, ...german.split('\r\n').slice(0, 101), ';;;;'].join('\r\n'));
    expect(await textOf('.play-form [role=status]')).toContain('from line 4');
    expect(await page().locator('#play-col-started').inputValue()).toBe('Bestellt am');
    await page().locator('#play-zone').fill('Berlin');
    await page().locator('#play-yearsFrom').selectOption('2000');
    await page().locator('[data-test=run]').click();
    await page().locator('.play-fault').waitFor();
    expect(await textOf('.play-fault')).toContain('options.zone is "Berlin"');
    await page().locator('#play-zone').fill('Europe/Berlin');
    await page().locator('[data-test=run]').click();
    await page().locator('.play-next').waitFor();
    await settled();
    await page().locator('#play-next-by').selectOption('rolling');
    await expect.poll(() => textOf('[data-test=next]')).toBe('7 days');
    expect(await code()).toContain('skipFirstNLines: 3');
    await page().locator('#play-orders-keep').fill('0.8');
    expect(await textOf('.play-notice')).toContain('look back again');
    expect(await code()).toContain('keepRate: 0.9');
  });

  it('reads a file that is dropped', async () => {
    await visit('');
    const data = await page().evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'orders.csv', { type: 'text/csv' }));
      return transfer;
    }, german);
    await page().dispatchEvent('.play-source', 'dragover', { dataTransfer: data });
    expect(await page().locator('.play-source.over').count()).toBe(1);
    await page().dispatchEvent('.play-source', 'drop', { dataTransfer: data });
    await page().locator('#play-col-started').waitFor();
    expect(await page().locator('#play-col-started').inputValue()).toBe('Bestellt am');
    expect(await textOf('.play-source [role=status]')).toMatch(/^orders\.csv, \d+ kB$/);
    expect(await page().locator('.play-source.over').count()).toBe(0);
  });

  it('says what is missing where there is no table', async () => {
    await visit('');
    await page().locator('#play-csv').fill('nothing');
    await page().getByRole('button', { name: 'Read what I pasted' }).click();
    expect(await textOf('.play-fault')).toContain('There is no row below a header');
  });

  it('says what a look back at a single order lacks', async () => {
    await visit('');
    await paste('order,started,finished\n1,2026-03-05T10:00Z,2026-03-05T11:00Z');
    expect(await textOf('.play-form [role=status]')).toBe('1 row, 3 columns.');
    await page().locator('[data-test=run]').click();
    await page().locator('.play-fault').waitFor();
    expect(await textOf('.play-fault')).toContain('It takes some dozen finished orders.');
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
    await page().evaluate(() => {
      const seen = { longest: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          seen.longest = Math.max(seen.longest, duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    await page().locator('input[type=file]').setInputFiles(file);
    await page().locator('#play-zone').fill('UTC');
    await page().locator('[data-test=run]').click();
    await page()
      .getByText(/Living through the orders: [1-9]/)
      .waitFor();
    // It answers meanwhile.
    await page().locator('#play-by').selectOption('week');
    const longest = () =>
      page().evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
    console.info(`longest task of the page, ms: ${await longest()}`);
    expect(await longest()).toBeLessThan(200);
    expect(page().workers()).toHaveLength(1);
    await page().locator('[data-test=stop]').click();
    await page().locator('.play-progress').waitFor({ state: 'detached', timeout: 500 });
    // Chromium gives a worker that was ended two seconds to end by itself.
    await expect.poll(() => page().workers().length, { timeout: 10_000 }).toBe(0);
    expect(await page().locator('[data-test=run]').isEnabled()).toBe(true);
    // The measure sees a task that is too long.
    await page().evaluate(() => {
      setTimeout(() => {
        for (const end = performance.now() + 250; performance.now() < end; );
      });
    });
    await expect.poll(longest, { timeout: 5000 }).toBeGreaterThan(200);
  });
});

throwsNothing();
