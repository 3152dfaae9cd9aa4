import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const docs = fileURLToPath(new URL('..', import.meta.url));
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const isPage = (page: string): boolean => existsSync(join(docs, `${page}.md`));

/** The pages of a folder by name, without its index. */
export const pagesIn = (folder: string): string[] =>
  existsSync(join(docs, folder))
    ? readdirSync(join(docs, folder))
        .filter((file) => file.endsWith('.md') && file !== 'index.md')
        .map((file) => `${folder}/${file.slice(0, -3)}`)
        .sort()
    : [];

/** The pages of its own folder that a page links to, in its order. */
export function linkedFrom(page: string): string[] {
  if (!isPage(page)) return [];
  const text = readFileSync(join(docs, `${page}.md`), 'utf8');
  const links = [...text.matchAll(/\]\(([\w-]+)\.md\)/g)].map(
    ([, name]) => `${dirname(page)}/${name}`,
  );
  return [...new Set(links)];
}

/** What a page calls itself: its title, or its first heading. */
export function titleOf(page: string): string {
  const text = readFileSync(join(docs, `${page}.md`), 'utf8');
  const title = /^---\n(?:.*\n)*?title: *(.+)\n(?:.*\n)*?---/.exec(text)?.[1];
  return (title ?? /^# (.+)$/m.exec(text)?.[1] ?? page).replace(/^(['"])(.*)\1$/, '$2');
}

/** The first sentence of a page's text, for search engines and cards. */
export function firstSentence(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const paragraph = body
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .find((text) => /^[A-Z"`*[]/.test(text) && !text.startsWith('```'));
  const plain = (paragraph ?? '')
    // a label before the sentence, such as "The job:"
    .replace(/^\*\*[^*]+:\*\* *(.)/, (_, first: string) => first.toUpperCase())
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    // VitePress writes it between quotes as it is
    .replaceAll('"', "'")
    .replaceAll(/\s+/g, ' ');
  // one that says hardly anything takes the next one with it
  return /^.{40,}?[.?!:](?=\s|$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
}
