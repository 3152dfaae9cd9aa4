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

  it('are the same for the same seed, and others for another', () => {
    expect(dealClusters(clusters, stratum, 5, 3)).toEqual(fold);
    expect(dealClusters(clusters, stratum, 5, 4)).not.toEqual(fold);
  });
});
