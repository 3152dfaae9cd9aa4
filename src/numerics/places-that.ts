/** The places below a length that are wanted, ascending: a list of them in between would take several times the memory. */
export function placesThat(length: number, isWanted: (place: number) => boolean): Uint32Array {
  const places = new Uint32Array(length);
  let size = 0;
  for (let i = 0; i < length; i++) if (isWanted(i)) places[size++] = i;
  return size === length ? places : places.slice(0, size);
}

/** All of them. */
export const placesBelow = (length: number): Uint32Array => placesThat(length, () => true);
