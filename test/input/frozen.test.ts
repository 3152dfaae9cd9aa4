import { describe, expect, it } from 'vitest';
import { isFrozen, onceFrozen } from '../../src/input/frozen';
import { deepFreeze } from '../core/deep-freeze';

describe('isFrozen', () => {
  it('is true of plain data that is frozen through and through', () => {
    expect(isFrozen(deepFreeze({ a: [1, { b: 'x' }], c: null }))).toBe(true);
  });

  it.each([
    [{ a: 1 }],
    [Object.freeze({ a: { b: 1 } })],
    [Object.freeze({ a: () => 1 })],
    [Object.freeze({ a: new Date(0) })],
    [Object.freeze(Object.create({ a: 1 }))],
    [
      Object.freeze({
        get a() {
          return 1;
        },
      }),
    ],
  ])('is false of what may change: %o', (value) => {
    expect(isFrozen(value)).toBe(false);
  });
});

describe('isFrozen, of what holds itself', () => {
  it('ends', () => {
    const ring: Record<string, unknown> = { list: [] };
    ring.self = ring;
    (ring.list as unknown[]).push(ring);
    expect(isFrozen(ring)).toBe(false);
    Object.freeze(ring.list);
    expect(isFrozen(Object.freeze(ring))).toBe(true);
  });
});

describe('onceFrozen', () => {
  it('makes anew what may have changed', () => {
    let made = 0;
    const of = onceFrozen((_: object) => ++made);
    const [fixed, loose] = [Object.freeze({ a: 1 }), { a: 1 }];
    expect([of(fixed), of(fixed), of(loose), of(loose)]).toEqual([1, 1, 2, 3]);
  });
});
