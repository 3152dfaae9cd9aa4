import { uniforms } from '../../numerics/uniforms';
import { correlationsOf } from './correlations';
import { type PathModel, pathModelOf } from './path-model';
import type { Structure } from './structure';

/** What one resample found; shares by item. */
export interface Resample {
  readonly model: PathModel;
  readonly shares: Float64Array;
}

/** The path model of respondents, each as often as drawn; null where items or constructs are the same for all. */
export function fitTo(
  columns: readonly Float64Array[],
  drawn: ArrayLike<number>,
  structure: Structure,
): Resample | null {
  const found = correlationsOf(columns, drawn);
  const model = found && pathModelOf(found, structure);
  return model && { model, shares: sharesOf(model.weights, found.deviations, structure) };
}

/** Fits to respondents drawn with replacement, as many as there are (Efron 1979). */
export function resampledFits(
  columns: readonly Float64Array[],
  structure: Structure,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): readonly Resample[] {
  const next = uniforms(seed);
  const n = (columns[0] as Float64Array).length;
  return Array.from({ length: resamples }, () => {
    const drawn = Uint32Array.from({ length: n }, () => Math.floor(n * next()));
    return fitTo(columns, drawn, structure);
  }).filter((fit) => fit !== null);
}

/** What each item's level counts in its construct's: its weight by its spread, the shares of a construct adding up to 1. */
function sharesOf(
  weights: Float64Array,
  deviations: Float64Array,
  { items }: Structure,
): Float64Array {
  const raw = weights.map((weight, k) => weight / (deviations[k] as number));
  const shares = new Float64Array(raw.length);
  for (const own of items) {
    const total = own.reduce((sum, k) => sum + (raw[k] as number), 0);
    for (const k of own) shares[k] = (raw[k] as number) / total;
  }
  return shares;
}
