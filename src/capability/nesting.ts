import { limits } from '../input/limits';
import { refuse } from '../input/refusal';
import type { Capability } from './capability';

/** Of how many capabilities one is made, itself included, and how deep they lie inside each other. */
export interface Nesting {
  readonly parts: number;
  readonly depth: number;
}

/** Where a capability keeps it; copies of the capability keep it too. */
export const nesting = Symbol('nesting');

/** The nesting of what is made of others; throws beyond what a question could get through. */
export function nestingOf(path: string, of: readonly Capability[]): Nesting {
  let [parts, depth] = [1, 0];
  for (const capability of of) {
    const known = (capability as { readonly [nesting]?: Nesting })[nesting];
    parts += known?.parts ?? 1;
    depth = Math.max(depth, known?.depth ?? 0);
  }
  if (depth >= limits.nested) {
    refuse(path, depth, `capabilities less than ${limits.nested} deep inside each other`);
  }
  if (parts > limits.parts) {
    refuse(path, parts, `at most ${limits.parts} capabilities in all`);
  }
  return { parts, depth: depth + 1 };
}
