/** How often each row counts in a resample of the clusters. */
export function drawCounts(
  next: () => number,
  clusters: readonly (readonly number[])[],
  rows: number,
): Uint32Array {
  const counts = new Uint32Array(rows);
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[Math.floor(clusters.length * next())] as readonly number[];
    for (let k = 0; k < cluster.length; k++) {
      const row = cluster[k] as number;
      counts[row] = (counts[row] as number) + 1;
    }
  }
  return counts;
}
