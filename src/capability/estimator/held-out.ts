import { placesBelow } from '../../numerics/places-that';
import { uniforms } from '../../numerics/uniforms';

/** Which rows a model is fitted on, and which are held out; both ascending. */
export interface Split {
  readonly fitted: Uint32Array;
  readonly heldOut: Uint32Array;
}

/** The first rows are fitted on, the last ones held out. */
export function lastHeldOut(rows: number, fitted: number): Split {
  const all = placesBelow(rows);
  return { fitted: all.subarray(0, fitted), heldOut: all.subarray(fitted) };
}

/** Rows are held out at random, each choice of so many as likely as another (selection sampling: Knuth 2, 3.4.2 S). */
export function drawnOut(rows: number, fitted: number, seed: number): Split {
  const next = uniforms(seed);
  const split = { fitted: new Uint32Array(fitted), heldOut: new Uint32Array(rows - fitted) };
  let left = fitted;
  for (let i = 0; i < rows; i++) {
    const isFitted = next() * (rows - i) < left;
    if (isFitted) split.fitted[fitted - left--] = i;
    else split.heldOut[i - (fitted - left)] = i;
  }
  return split;
}
