// The project's address has one place: `repository`, `homepage` and `bugs` of package.json. This fills them in, and
// brings CITATION.cff and jsr.json in line with package.json:
//   npm run address -- https://github.com/owner/name [https://site.example]
// Without an address it does the second alone, as every release does for its version.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is read of package.json; its other fields stay as they are. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly homepage?: string;
  readonly bugs?: { readonly url: string };
  readonly repository?: { readonly type: string; readonly url: string };
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** What is read of jsr.json. */
interface Jsr {
  readonly name: string;
}

/** A plain https address without its trailing slash. */
function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text.replace(/\/+$/, '')) : null;
  const isPlain = url?.protocol === 'https:' && url.username + url.search + url.hash === '';
  if (url === null || !isPlain) throw new Error(`${text} is no plain https address`);
  return url;
}

const withoutSlash = (url: URL) => url.href.replace(/\/$/, '');

/** The page of a repository: `https://host/owner/name`. */
function repositoryPage(text: string): URL {
  const url = webAddress(text.replace(/(\.git)?\/*$/, ''));
  if (!/^\/[^/]+\/[^/]+/.test(url.pathname)) {
    throw new Error(`${text} names no repository; expected https://host/owner/name`);
  }
  return url;
}

/** package.json with an address. */
export function addressed<P extends Package>(pkg: P, repository: string, homepage = repository): P {
  const page = repositoryPage(repository);
  const at = withoutSlash(page);
  return {
    ...pkg,
    homepage: withoutSlash(webAddress(homepage)),
    bugs: { url: page.host.startsWith('gitlab.') ? `${at}/-/issues` : `${at}/issues` },
    repository: { type: 'git', url: `git+${at}.git` },
  };
}

/** The page of the repository that package.json names, or null. */
export function repositoryOf({ repository }: Pick<Package, 'repository'>): string | null {
  return repository === undefined ? null : repository.url.replace(/^git\+|\.git$/g, '');
}

/** CITATION.cff with the version and the addresses of package.json. */
export function citationOf(citation: string, pkg: Package): string {
  const lines = citation
    .split('\n')
    .filter((line) => !/^(version|repository-code|url):/.test(line));
  const page = repositoryOf(pkg);
  const addresses = page === null ? '' : `repository-code: ${page}\nurl: ${pkg.homepage ?? page}\n`;
  return `${lines.join('\n').trimEnd()}\nversion: ${pkg.version}\n${addresses}`;
}

/** jsr.json with the version, modules and dependencies of package.json, and the repository's owner as its scope. */
export function jsrOf<J extends Jsr>(jsr: J, pkg: Package) {
  const page = repositoryOf(pkg);
  const owner = page === null ? undefined : new URL(page).pathname.split('/')[1]?.toLowerCase();
  const modules = Object.keys(pkg.exports).filter((path) => path !== './package.json');
  const needs = Object.entries({ ...pkg.dependencies, ...pkg.peerDependencies });
  const imports = Object.fromEntries(needs.map(([name, range]) => [name, `npm:${name}@${range}`]));
  return {
    ...jsr,
    name: owner === undefined ? jsr.name : `@${owner}/${pkg.name}`,
    version: pkg.version,
    exports: Object.fromEntries(modules.map((path) => [path, `./src${path.slice(1)}/index.ts`])),
    imports: { ...imports, 'zod/mini': `${imports.zod}/mini` },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const write = (file: string, data: unknown) =>
    writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
  const [repository, homepage] = process.argv.slice(2);
  const known: Package = read('package.json');
  const pkg = repository === undefined ? known : addressed(known, repository, homepage);
  if (pkg !== known) write('package.json', pkg);
  writeFileSync('CITATION.cff', citationOf(readFileSync('CITATION.cff', 'utf8'), pkg));
  write('jsr.json', jsrOf(read('jsr.json'), pkg));
  console.log(`repository: ${repositoryOf(pkg) ?? 'not known yet'}`);
}
