import pkg from '../../package.json' with { type: 'json' };

/** What package.json may know of the project. What it does not know yet, the site does not show. */
interface Known {
  readonly version: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

const known: Known = pkg;
const url = typeof known.repository === 'object' ? known.repository.url : known.repository;

export const version = known.version;

/** Where the site lives, for the sitemap and cards. */
export const homepage = known.homepage;

/** Where the sources can be read, as `https://host/owner/name`. */
export const repository = url
  ?.replace(/^git\+/, '')
  .replace(/\.git$/, '')
  .replace(/^github:/, 'https://github.com/');
