/**
 * A generator of uniform random numbers above 0 and below 1, the same ones for the same seed, a whole number
 * from 0 to 2^53 - 1: each (k + 1/2) / 2^52, so that any quantile function takes it. sfc32 (Doty-Humphrey,
 * PractRand), of which two draws make one number; the seed's low and high 32 bits fill its second and third
 * word, 12 draws mix them.
 */
export function uniforms(seed: number): () => number {
  let a = 0;
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;
  const draw = () => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn;
  };
  // Those that mix.
  for (let i = 0; i < 12; i++) draw();
  return () => ((draw() >>> 6) * 2 ** 26 + (draw() >>> 6) + 0.5) / 2 ** 52;
}
