import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { docs, isPage, root } from '../pages';
import { repository } from '../project';

/** The page of the site that holds what a file outside docs/ says, by the first that is there. */
const holders: readonly (readonly [file: RegExp, ...pages: string[]])[] = [
  [/^README\.md#what-the-evidence-says$/, 'evidence'],
  [/^README\.md/, 'quick-start', 'index'],
  [/^CHANGELOG\.md/, 'changelog'],
];

/**
 * Rewrites links that leave docs/, which work where the files are read as files: to the file where package.json says where
 * the sources live; else to the page of the site that holds the same, be it a recipe for an example; else only the words stay.
 */
export function outsideLinks(md: MarkdownRenderer): void {
  md.core.ruler.push('outside-links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      if (!children) continue;
      let kept = true;
      for (const token of children) {
        const href = token.type === 'link_open' ? token.attrGet('href') : null;
        if (href !== null) {
          const target = outside(String(env.relativePath ?? ''), href);
          kept = target !== undefined;
          if (target) token.attrSet('href', target);
        }
        if (!kept && /^link_(open|close)$/.test(token.type)) {
          token.type = 'text';
          token.tag = '';
          token.content = '';
          token.nesting = 0;
        }
      }
    }
  });
}

/** Where a link leads: as it stands when it stays in the site, undefined when nothing there holds its target. */
function outside(page: string, href: string): string | undefined {
  if (/^(\w+:|#|\/)/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const inDocs = posix.join(posix.dirname(page), path);
  if (!inDocs.startsWith('..') && existsSync(join(docs, inDocs))) return href;
  // an included file, such as the changelog, speaks from the top of the repository
  const file = inDocs.startsWith('../') ? inDocs.slice(3) : path.replace(/^\.\//, '');
  if (!existsSync(join(root, file))) return href;
  const full = anchor === undefined ? file : `${file}#${anchor}`;
  if (file.startsWith('docs/')) return `/${full.slice('docs/'.length)}`;
  if (repository) return `${repository}/blob/main/${full}`;
  const example = /^examples\/([\w-]+)\.ts$/.exec(file)?.[1];
  const pages = example
    ? [`recipes/${example}`]
    : holders.flatMap(([name, ...held]) => (name.test(full) ? held : []));
  const held = pages.find(isPage);
  return held && `/${held === 'index' ? '' : `${held}.md`}`;
}
