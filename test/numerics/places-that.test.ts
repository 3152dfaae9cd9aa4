import { expect, it } from 'vitest';
import { placesBelow, placesThat } from '../../src/numerics/places-that';

it('lists the places that are wanted, ascending', () => {
  const asked: number[] = [];
  const places = placesThat(6, (place) => asked.push(place) > 0 && place % 3 > 0);
  expect(places).toEqual(Uint32Array.of(1, 2, 4, 5));
  // Once to count, once to write.
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
  expect(placesThat(3, () => false)).toEqual(new Uint32Array(0));
});

it('lists all below a length', () => {
  expect(placesBelow(3)).toEqual(Uint32Array.of(0, 1, 2));
  expect(placesBelow(0)).toEqual(new Uint32Array(0));
});
