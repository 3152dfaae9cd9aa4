/** The eight bytes of a number. */
const bits = new DataView(new ArrayBuffer(8));

/** The number that has as many numbers of the machine below it, from `low` on, as above it, up to `high`. */
export function halfway(low: number, high: number): number {
  const middle = (placeOf(low) + placeOf(high)) >> 1n;
  bits.setBigInt64(0, middle < 0n ? -middle : middle);
  const size = bits.getFloat64(0);
  return middle < 0n ? -size : size;
}

/** The place of a number among all numbers; that of 0 is 0. */
function placeOf(x: number): bigint {
  bits.setFloat64(0, Math.abs(x));
  const place = bits.getBigInt64(0);
  return x < 0 ? -place : place;
}
