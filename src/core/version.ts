import { refuse } from './refuse';

/** Refuses stored data of another version, before anything in them is taken for damage. */
export function checkVersion(fn: string, path: string, json: unknown): void {
  const { version } = Object(json) as { readonly version?: unknown };
  if (typeof version === 'number' && version !== 1) {
    refuse(fn, `${path}.version`, version, 'version 1', 'unknown-version');
  }
}
