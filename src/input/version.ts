import { reading } from './reading';
import { refuse } from './refusal';

/** Refuses stored data of another version, before anything in them is taken for damage. */
export function checkVersion(path: string, json: unknown, known = 1, oldest = known): void {
  const { version } = reading(path, json, () => ({
    version: (Object(json) as { readonly version?: unknown }).version,
  }));
  if (typeof version !== 'number') return;
  if (!Number.isInteger(version) || version < oldest || version > known) {
    refuse(
      path === '' ? 'version' : `${path}.version`,
      version,
      oldest === known ? `version ${known}` : `version ${oldest} or ${known}`,
      'unknown-version',
    );
  }
}
