import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What benchmarks use of d3-array. */
interface D3Array {
  readonly quickselect: (numbers: Float64Array, place: number) => Float64Array;
}

/** d3-array, or null where the packages of this folder are not installed. */
export async function d3Array(): Promise<D3Array | null> {
  try {
    const path = createRequire(import.meta.url).resolve('d3-array');
    return (await import(pathToFileURL(path).href)) as D3Array;
  } catch {
    return null;
  }
}
