import { expect, it } from 'vitest';
import { readTable } from '../../docs/.vitepress/playground/orders/read-table';

const shapeOf = (...lines: readonly string[]) => {
  const { delimiter, above, names, rows } = readTable(lines.join('\r\n'), () => {});
  return { delimiter, above, names, rows: rows.length };
};

it('decimal commas do not pass for delimiters, below a title that has none', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i};01.09.2025;19,${i % 10};420,81`);
  const names = ['Nr.', 'Eingang', 'Gewicht', 'Wert'];
  expect(shapeOf('Lieferliste', 'Stand: 01.03.2026', '', names.join(';'), ...rows)).toEqual({
    delimiter: ';',
    above: 3,
    names,
    rows: 40,
  });
});

it.each([
  [',', 'id,note\n1,"a; b; c"\n2,"d; e"'],
  [';', 'id;note\n1;a, b\n2;c'],
  ['\t', 'id\tnote\n1\ta, b\n2\tc, d'],
  ['|', 'id|note\n1|a\n2|b'],
])('cells are parted by %j', (delimiter, text) => {
  expect(shapeOf(text)).toMatchObject({ delimiter, above: 0, names: ['id', 'note'], rows: 2 });
});

it('one column is a table, and a line alone is none', () => {
  expect(shapeOf('id', '1', '2')).toMatchObject({ above: 0, names: ['id'], rows: 2 });
  expect(shapeOf('id')).toMatchObject({ rows: 0 });
});
