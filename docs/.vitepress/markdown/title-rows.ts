import type { MarkdownRenderer } from 'vitepress';

type Token = ReturnType<MarkdownRenderer['parse']>[number];

/** A row of a table with a bold text and nothing else is the title of the rows below, and goes over all columns. */
export function titleRows(md: MarkdownRenderer): void {
  md.core.ruler.push('title-rows', (state) => {
    const kept: Token[] = [];
    let row: Token[] | undefined;
    for (const token of state.tokens) {
      if (token.type === 'tr_open') row = [];
      (row ?? kept).push(token);
      if (token.type !== 'tr_close' || !row) continue;
      kept.push(...(isTitle(row) ? titleOf(row) : row));
      row = undefined;
    }
    state.tokens = kept;
  });
}

function isTitle(row: readonly Token[]): boolean {
  const [first = '', ...others] = row.filter(({ type }) => type === 'inline').map(textOf);
  return /^\*\*[^*]+\*\*$/.test(first) && others.length > 0 && others.every((text) => text === '');
}

const textOf = ({ content }: Token) => content.trim();

/** The row, the first of its cells as a heading of all columns, and the end of the row. */
function titleOf(row: readonly Token[]): Token[] {
  const columns = row.filter(({ type }) => type === 'td_open').length;
  const [tr, open, text, close] = row;
  const end = row.at(-1);
  if (!tr || !open || !text || !close || !end) throw new Error('a row without cells');
  open.tag = 'th';
  close.tag = 'th';
  open.attrs = [
    ['colspan', String(columns)],
    ['scope', 'colgroup'],
  ];
  // bold anyway
  text.children = (text.children ?? []).filter(({ type }) => !type.startsWith('strong_'));
  return [tr, open, text, close, end];
}
