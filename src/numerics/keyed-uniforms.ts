/**
 * Two uniform random numbers above 0 and below 1 for a place in a table of streams, the same ones whenever and in
 * whatever order they are asked for: sfc32 (Doty-Humphrey, PractRand) with the key, the stream and the step for its
 * three words, mixed by 15 draws as its author does; two draws make one number, as in `uniforms`. All three are whole
 * numbers, taken modulo 2^32.
 */
export function keyedUniforms(key: number, stream: number, step: number, out: Float64Array): void {
  let a = key | 0;
  let b = stream | 0;
  let c = step | 0;
  let counter = 1;
  let first = 0;
  // Two numbers of two draws each.
  for (let i = 0; i < mixing + 4; i++) {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    if (i < mixing) continue;
    if ((i - mixing) % 2 === 0) first = drawn >>> 6;
    else out[(i - mixing) >> 1] = (first * 2 ** 26 + (drawn >>> 6) + 0.5) / 2 ** 52;
  }
}

/** As many draws as its author mixes three words by. */
const mixing = 15;
