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
  [';', 'took;price', '1,5;2,5', '2,5;3,5', '0,5;4,5'],
  [';', 'took, hours;price, EUR', '1,5;2,5', '2,5;3,5'],
  [
    '\t',
    'ordered\tdelivered',
    'Jun 5, 2026, 10:00 AM\tJun 7, 2026, 1:00 PM',
    'Jun 6, 2026, 9:00 AM\tJun 7, 2026, 2:00 PM',
  ],
  [
    '|',
    'ordered|delivered',
    'Fri, 5 June 2026|Sun, 7 June 2026',
    'Sat, 6 June 2026|Sun, 7 June 2026',
  ],
])('commas in every cell do not pass for delimiters beside %j', (delimiter, header, ...cells) => {
  const names = header.split(delimiter);
  expect(shapeOf(header, ...cells)).toEqual({ delimiter, above: 0, names, rows: cells.length });
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
