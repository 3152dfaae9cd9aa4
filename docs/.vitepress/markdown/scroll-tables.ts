import type { MarkdownRenderer } from 'vitepress';

/** A wide table scrolls in a box of its own, by keyboard too, so that the page does not. */
export function scrollTables(md: MarkdownRenderer): void {
  md.renderer.rules.table_open = () => '<div class="table-box" tabindex="0"><table>\n';
  md.renderer.rules.table_close = () => '</table></div>\n';
}
