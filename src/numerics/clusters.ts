import { uniforms } from './uniforms';

/** The rows of each name, such as a customer's; a row without a name is one alone. */
export function clustersOf(
  names: readonly (string | number | undefined)[],
): readonly (readonly number[])[] {
  const clusters: number[][] = [];
  const known = new Map<string | number | undefined, number[]>();
  names.forEach((name, row) => {
    const cluster = known.get(name);
    if (cluster !== undefined) {
      cluster.push(row);
      return;
    }
    const rows = [row];
    clusters.push(rows);
    if (name !== undefined) known.set(name, rows);
  });
  return clusters;
}

/** A fold for every row: clusters in an order of chance, dealt in turn within the stratum of their first row. */
export function dealClusters(
  clusters: readonly (readonly number[])[],
  stratumOf: (row: number) => string,
  folds: number,
  seed: number,
): Uint8Array {
  const next = uniforms(seed);
  const order = clusters.map((cluster) => ({
    cluster,
    stratum: stratumOf(cluster[0] as number),
    draw: next(),
  }));
  order.sort((one, other) =>
    one.stratum === other.stratum ? one.draw - other.draw : one.stratum < other.stratum ? -1 : 1,
  );
  const fold = new Uint8Array(clusters.reduce((rows, { length }) => rows + length, 0));
  order.forEach(({ cluster }, i) => {
    for (const row of cluster) fold[row] = i % folds;
  });
  return fold;
}
