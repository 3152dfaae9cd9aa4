import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

// The site's own pages are checked where it is built.
const pages = ['.', '.changeset', '.github', 'bench', 'findings'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file)),
);

it.each(pages)('links and pictures of %s lead somewhere', (page) => {
  const text = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    if (/^https?:/.test(link)) return false;
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(broken).toEqual([]);
});

it('every finding has a line in the table, and every line a script', () => {
  const scripts = readdirSync('findings').filter((file) => file.endsWith('.sh'));
  const table = readFileSync('findings/README.md', 'utf8');
  const named = [...table.matchAll(/^\| \[([\w-]+\.sh)\]\(\1\) /gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(scripts.sort());
});

it('every finding can be run as it stands, pins what it installs, and fails where something else is seen', () => {
  const scripts = readdirSync('findings').filter((file) => file.endsWith('.sh'));
  const lacking = scripts.filter((file) => {
    const path = join('findings', file);
    const text = readFileSync(path, 'utf8').replaceAll('\\\n', '');
    const installs = [...text.matchAll(/^ *npm install (.+)$/gm)].map(([, words = '']) => words);
    const isPinned = (name: string) => name.startsWith('-') || /@\d/.test(name);
    const pins = installs.every((words) => words.split(/\s+/).every(isPinned));
    return (statSync(path).mode & 0o111) === 0 || !pins || !text.includes('exit 1');
  });
  expect(lacking).toEqual([]);
});

/** The anchors of a page's headings, as they are made from their words. */
function anchorsOf(page: string): string[] {
  const headings = readFileSync(page, 'utf8').matchAll(/^#{1,6} (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
