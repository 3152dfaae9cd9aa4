import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A piece of code that the documentation shows. */
export interface Block {
  readonly file: string;
  /** The line of the opening fence. */
  readonly line: number;
  readonly code: string;
  /** False for a fence that says `ts no-run`: such a block is type-checked only. */
  readonly run: boolean;
}

const fence = /^([ \t]*)(`{3,})([^\s`]*)[ \t]*(.*)\n([\s\S]*?)^\1\2[ \t]*$/gm;

/** Every ts block of a Markdown text. Other spellings of the language are refused, not passed over. */
export function markdownBlocks(file: string, text: string, firstLine = 1): Block[] {
  return [...text.matchAll(fence)].flatMap((match) => {
    const [, indent = '', , language = '', info = '', body = ''] = match;
    const line = firstLine + lineBreaks(text.slice(0, match.index));
    if (language !== 'ts') {
      if (!/^([cm]?[jt]sx?|typescript|javascript)$/i.test(language)) return [];
      throw new Error(`${file}:${line}: write ts for a block's language, not ${language}`);
    }
    if (info !== '' && info !== 'no-run') {
      throw new Error(`${file}:${line}: a ts block may say no-run, not ${info}`);
    }
    const code = indent === '' ? body : body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return [{ file, line, code, run: info === '' }];
  });
}

/** Every ts block in the doc comments of a source text. An `@example` without one is refused. */
export function sourceBlocks(file: string, source: string): Block[] {
  return [...source.matchAll(/^[ \t]*\/\*\*[\s\S]*?\*\//gm)].flatMap((comment) => {
    const text = comment[0].replace(/^[ \t]*\*(?!\/) ?/gm, '');
    const firstLine = 1 + lineBreaks(source.slice(0, comment.index));
    for (const example of text.split('@example').slice(1)) {
      if (example.includes('```ts')) continue;
      throw new Error(`${file}:${firstLine}: an @example needs a ts block`);
    }
    return markdownBlocks(file, text, firstLine);
  });
}

/** Every page of the documentation that somebody wrote. */
export function pagesOf(root: string): string[] {
  return filesOf(root, 'docs', '.md').filter((file) => !/^docs\/(api|\.vitepress)\//.test(file));
}

/** Every block of the repository's documentation, file by file. */
export function documentationBlocks(root: string): Block[] {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  return [
    ...['README.md', ...pagesOf(root)].flatMap((file) => markdownBlocks(file, read(file))),
    ...filesOf(root, 'src', '.ts').flatMap((file) => sourceBlocks(file, read(file))),
  ];
}

function filesOf(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
