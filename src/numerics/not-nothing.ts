/** A product or a power of what is not 0: the least number above 0 where it is too small for one, with its sign. */
export const notNothing = (result: number, of: number): number =>
  result === 0 && of !== 0 ? Math.sign(of) * Number.MIN_VALUE : result;
