import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pagesOf } from './find-blocks';
import { renderTables } from './render-tables';

const pages = [...pagesOf('.'), 'bench/README.md'];

// `npm run docs:tables` writes the tables; without it this test tells whether they are current.
it.each(pages)('%s shows the tables as the code has them', (page) => {
  const text = readFileSync(page, 'utf8');
  const current = renderTables(text);
  if (process.env.WRITE_TABLES === '1') writeFileSync(page, current);
  else expect(text).toBe(current);
});

it('refuses a table that does not exist', () => {
  expect(() => renderTables('<!-- table: nothing -->\n<!-- end -->')).toThrow('no table nothing');
});

it('refuses a table that does not end', () => {
  for (const page of ['<!-- table: needs -->\n', '<!-- table: needs -->\n<!-- /table -->']) {
    expect(() => renderTables(page)).toThrow('a table without its <!-- end -->');
  }
});
