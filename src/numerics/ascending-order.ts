import { radixSort } from './radix-sort';

/** The places of the numbers in ascending order, equal ones as they stand. */
export const ascendingOrder = (numbers: Float64Array): Uint32Array =>
  ascendingWithPlaces(numbers).places;

/** Both: the numbers in ascending order, and where each of them was. */
export function ascendingWithPlaces(numbers: Float64Array) {
  const places = new Uint32Array(numbers.length);
  for (let i = 0; i < places.length; i++) places[i] = i;
  return radixSort(numbers, places);
}
