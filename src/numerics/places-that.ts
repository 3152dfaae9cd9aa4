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

/** What a column holds at some places; a loop, since `from` takes ten times as long. */
export function take<Column extends Float64Array | Int32Array | Uint8Array>(
  column: Column,
  places: ArrayLike<number>,
): Column {
  const taken = new (column.constructor as new (n: number) => Column)(places.length);
  for (let i = 0; i < places.length; i++) taken[i] = column[places[i] as number] as number;
  return taken;
}
