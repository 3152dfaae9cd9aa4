import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressed, citationOf, jsrOf, type Package, repositoryOf } from '../../.ci/address';
import jsr from '../../jsr.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

const pkg: Package = manifest;
const citation = readFileSync('CITATION.cff', 'utf8');
const page = 'https://host.example/owner/name';

it('the files that name the version, the modules and the address agree with package.json', () => {
  expect(citationOf(citation, pkg)).toBe(citation);
  expect(jsrOf(jsr, pkg)).toEqual(jsr);
});

describe('an address', () => {
  it('fills homepage, bugs and repository, and nothing else', () => {
    expect(addressed(pkg, page)).toEqual({
      ...pkg,
      homepage: page,
      bugs: { url: `${page}/issues` },
      repository: { type: 'git', url: `git+${page}.git` },
    });
    expect(addressed(pkg, `${page}/`, 'https://site.example/')).toMatchObject({
      homepage: 'https://site.example',
      repository: { url: `git+${page}.git` },
    });
    expect(addressed(pkg, `${page}.git`).bugs).toEqual({ url: `${page}/issues` });
    expect(addressed(pkg, `${page}.git/`).bugs).toEqual({ url: `${page}/issues` });
    const elsewhere = addressed(pkg, 'https://gitlab.example/group/below/name');
    expect(elsewhere.bugs).toEqual({ url: 'https://gitlab.example/group/below/name/-/issues' });
  });

  it('is read back from package.json', () => {
    expect(repositoryOf(addressed(pkg, page))).toBe(page);
    expect(repositoryOf({})).toBeNull();
  });

  it.each(['owner/name', 'http://host.example/owner/name', `${page}?tab=1`, `${page}#readme`, ''])(
    'is refused as %s',
    (text) => expect(() => addressed(pkg, text)).toThrow('is no plain https address'),
  );

  it.each(['https://host.example', 'https://host.example/owner'])('is refused as %s', (text) =>
    expect(() => addressed(pkg, text)).toThrow('names no repository'),
  );
});

describe('what follows the address', () => {
  const named = addressed(pkg, page, 'https://site.example');

  it('in CITATION.cff comes and goes', () => {
    const filled = citationOf(citation, named);
    expect(filled).toContain(`\nrepository-code: ${page}\nurl: https://site.example\n`);
    expect(citationOf(filled, named)).toBe(filled);
    const { homepage: _, repository: __, ...unnamed } = named;
    expect(citationOf(filled, unnamed)).toBe(citationOf(citation, unnamed));
  });

  it('in jsr.json is the owner, as the scope', () => {
    expect(jsrOf(jsr, addressed(pkg, 'https://host.example/Owner/name')).name).toBe(
      '@owner/overdeliver',
    );
  });
});

it('npm run address writes all three files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'overdeliver-address-'));
  const files = ['package.json', 'CITATION.cff', 'jsr.json'];
  for (const file of files) copyFileSync(file, join(folder, file));
  const [tsx, script] = [resolve('node_modules/.bin/tsx'), resolve('.ci/address.ts')];
  const said = execFileSync(tsx, [script, page], { cwd: folder, encoding: 'utf8' });
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  rmSync(folder, { recursive: true });
  expect(said).toBe(`repository: ${page}\n`);
  expect(texts[0]).toContain(`"url": "git+${page}.git"`);
  expect(texts[1]).toContain(`repository-code: ${page}`);
  expect(texts[2]).toContain('"name": "@owner/overdeliver"');
});
