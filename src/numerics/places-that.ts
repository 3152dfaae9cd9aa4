/**
 * The places below a length that are wanted, ascending: counted first, since a list of them, or a column cut to their number, would
 * take as much memory again.
 */
export function placesThat(length: number, isWanted: (place: number) => boolean): Uint32Array {
  let size = 0;
  for (let i = 0; i < length; i++) if (isWanted(i)) size++;
  const places = new Uint32Array(size);
  for (let i = 0, at = 0; at < size; i++) if (isWanted(i)) places[at++] = i;
  return places;
}

/** All of them. */
export const placesBelow = (length: number): Uint32Array => placesThat(length, () => true);
