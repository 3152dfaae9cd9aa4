import { readFileSync } from 'node:fs';

/** The text of a file in `examples/data`. */
export const textOf = (name: string): string =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8').trim();
