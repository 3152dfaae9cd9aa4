import { describe, expect, it } from 'vitest';
import { clustersOf, dealClusters } from '../../src/numerics/clusters';

describe('clusters', () => {
  it('hold the rows of a name, in the order in which names appear; rows without one are alone', () => {
    expect(clustersOf(['a', undefined, 'b', 'a', undefined])).toEqual([[0, 3], [1], [2], [4]]);
  });

  it('tell a name from a number that reads alike', () => {
    expect(clustersOf(['1', 1, '1'])).toEqual([[0, 2], [1]]);
  });
});

describe('folds', () => {
  const clusters = clustersOf(Array.from({ length: 90 }, (_, i) => i % 40));
  const stratum = (row: number) => (row % 4 === 0 ? 'rare' : 'common');
  const fold = dealClusters(clusters, stratum, 5, 3);

  it('keep clusters whole and deal each stratum evenly', () => {
    for (const cluster of clusters) expect(new Set(cluster.map((row) => fold[row])).size).toBe(1);
    const rare = clusters.filter(([row]) => stratum(row as number) === 'rare');
    expect(rare).toHaveLength(10);
    for (let f = 0; f < 5; f++) {
      expect(rare.filter(([row]) => fold[row as number] === f)).toHaveLength(2);
    }
  });

  it('are dealt on from one stratum to the next, by name', () => {
    const alone = clustersOf(Array.from({ length: 10 }, () => undefined));
    const names = ['b', 'c', 'a', 'c', 'b', 'a', 'c', 'b', 'a', 'c'];
    const dealt = dealClusters(alone, (row) => names[row] as string, 10, 3);
    const of = (name: string) => [...dealt].filter((_, row) => names[row] === name).sort();
    expect([of('a'), of('b'), of('c')]).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8, 9],
    ]);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(dealClusters(clusters, stratum, 5, 3)).toEqual(fold);
    expect(dealClusters(clusters, stratum, 5, 4)).not.toEqual(fold);
  });
});
