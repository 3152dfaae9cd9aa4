import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { docs } from '../pages';

type Place = readonly [module: string, anchor: string, kind: 'function' | 'value' | 'type'];

const file = join(docs, 'api/names.json');

/** Every exported name that only one module has. None before the API pages are made. */
const places: Readonly<Record<string, Place>> = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : {};

/** The page of a name in backticks, `planPromise` or `planPromise()`. A value with a plain word for a name may be a field. */
function placeOfName(code: string): string | undefined {
  const name = code.replace(/\(\)$/, '');
  if (!Object.hasOwn(places, name)) return undefined;
  const [module, anchor, kind] = places[name] ?? ['', '', 'value'];
  const plain = kind === 'value' && /^[a-z]+$/.test(name);
  return plain ? undefined : `/api/${module}.md#${anchor}`;
}

/** Links each name of the library in a text to where it is described; not in headings, nor in links. */
export function nameLinks(md: MarkdownRenderer): void {
  // before links are checked and get the ending of the site
  md.core.ruler.push('name-links', ({ tokens, Token, env }) => {
    if (/^api\//.test(String(env.relativePath ?? ''))) return;
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'inline' || tokens[index - 1]?.type === 'heading_open') continue;
      let inLink = 0;
      token.children = (token.children ?? []).flatMap((child) => {
        inLink += Number(child.type === 'link_open') - Number(child.type === 'link_close');
        const place = child.type === 'code_inline' && !inLink && placeOfName(child.content);
        if (!place) return [child];
        const open = new Token('link_open', 'a', 1);
        open.attrSet('href', place);
        return [open, child, new Token('link_close', 'a', -1)];
      });
    }
  });
}
