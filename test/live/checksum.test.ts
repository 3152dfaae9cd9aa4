import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../src/live/checksum';

/** FNV-1a over words, as Fowler, Noll and Vo have it over bytes, in whole numbers of any size. */
function fnv(words: readonly number[]): string {
  let hash = 0x811c9dc5n;
  for (const word of words) {
    hash = ((hash ^ (BigInt(word) & 0xffffffffn)) * 0x01000193n) & 0xffffffffn;
  }
  return hash.toString(16).padStart(8, '0');
}
const textWords = (text: string) => [2 + text.length, ...[...text].map((c) => c.charCodeAt(0))];
const numberWords = (x: number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x, true);
  return [1, view.getUint32(0, true), view.getUint32(4, true)];
};

describe('the checksum of a snapshot', () => {
  it('begins with the hash that it is called', () => {
    const words = [
      ...[3 + 3, ...textWords('a'), ...numberWords(1.5)],
      ...[...textWords('b'), ~4, 5, 7, 11, 13],
      ...[...textWords('c'), ...textWords('häß')],
    ];
    const json = { a: 1.5, b: [null, true, false, undefined], c: 'häß' };
    expect(checksumOf(json).slice(0, 8)).toBe(fnv(words));
  });

  it('is what stands in snapshots', () => {
    // What the builds of versions 5 and 6 wrote: another one would refuse its snapshots.
    expect(checksumOf({})).toBe('060c5eb2ff65b34c');
    expect(checksumOf({ now: '2026-03-02T00:00:00.000Z', data: { n: [0.1, -7, 1e300] } })).toBe(
      'f5e1c0f5c1a697ea',
    );
  });

  it('has 16 places, and is the same for a negative zero and any order of names', () => {
    for (let i = 0; i < 300; i++) expect(checksumOf([i])).toMatch(/^[0-9a-f]{16}$/);
    expect(checksumOf([-0])).toBe(checksumOf([0]));
    expect(checksumOf({ b: 1, a: 2 })).toBe(checksumOf({ a: 2, b: 1 }));
  });

  it('tells apart what looks alike', () => {
    const same = { x: 1 };
    const all: object[] = [
      [],
      {},
      [null],
      [undefined],
      [true],
      [false],
      [[]],
      [{}],
      [''],
      ['0'],
      [0],
      [1],
      [2 ** -1074],
      [2 ** 32],
      [5],
      [7],
      ['a', 'b'],
      ['ab'],
      ['b', 'a'],
      [['a'], 'b'],
      [['a', 'b']],
      { a: 1 },
      { a: '1' },
      { '': 'a' },
      { a: '' },
      { a: 1, b: 2 },
      { a: { b: 1 } },
      [same, same],
      [same, [same]],
      [Number.NaN],
      [Infinity],
      ['\0'],
      ['\0\0'],
    ];
    expect(new Set(all.map(checksumOf)).size).toBe(all.length);
  });

  it('refuses what holds itself, but not what is held twice', () => {
    const round: unknown[] = [];
    round.push({ round });
    expect(() => checksumOf(round)).toThrow('json');
    const twice = [1];
    expect(checksumOf([twice, twice])).toBe(checksumOf([[1], [1]]));
  });
});
