import type { MarkdownRenderer } from 'vitepress';

/** A word of code this long would push all else in its table out of a phone: it may be broken. */
const long = /\S{26}/;

/** A wide table scrolls in a box of its own, by keyboard too, so that the page does not. */
export function scrollTables(md: MarkdownRenderer): void {
  md.renderer.rules.table_open = () => '<div class="table-box" tabindex="0"><table>\n';
  md.renderer.rules.table_close = () => '</table></div>\n';
  md.core.ruler.push('long-words', ({ tokens }) => {
    let inTable = false;
    for (const { type, children } of tokens) {
      if (type === 'table_open') inTable = true;
      if (type === 'table_close') inTable = false;
      for (const child of (inTable && children) || []) {
        if (child.type === 'code_inline' && long.test(child.content)) {
          child.attrJoin('class', 'long');
        }
      }
    }
  });
}
