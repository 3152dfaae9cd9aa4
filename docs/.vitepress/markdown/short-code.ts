import type { MarkdownRenderer } from 'vitepress';

/** Code in a sentence that is short enough to stand in one piece, as `--only live`; not in a table, whose cells are narrow. */
export function shortCode(md: MarkdownRenderer): void {
  md.core.ruler.push('short-code', ({ tokens }) => {
    let inTable = false;
    for (const { type, children } of tokens) {
      if (type === 'table_open') inTable = true;
      if (type === 'table_close') inTable = false;
      for (const child of (!inTable && children) || []) {
        if (child.type === 'code_inline' && child.content.length <= 20) {
          child.attrJoin('class', 'short');
        }
      }
    }
  });
}
