import { uniforms } from '../../numerics/uniforms';

/** The rows of each respondent; every row its own without them. */
export function clustersOf(
  rows: readonly { readonly respondent?: string | number | undefined }[],
): readonly (readonly number[])[] {
  const clusters = new Map<string | number, number[]>();
  rows.forEach(({ respondent }, row) => {
    // A name and a number that read alike are two respondents; who is not named is one alone.
    const key = respondent ?? `\0${row}`;
    const known = clusters.get(key);
    if (known === undefined) clusters.set(key, [row]);
    else known.push(row);
  });
  return [...clusters.values()];
}

/** A fold for every row: clusters in an order of chance, dealt in turn within the stage of their first row. */
export function dealFolds(
  rows: readonly { readonly stage: string }[],
  clusters: readonly (readonly number[])[],
  folds: number,
  seed: number,
): Uint8Array {
  const next = uniforms(seed);
  const order = clusters.map((cluster) => ({
    cluster,
    stage: rows[cluster[0] as number]?.stage as string,
    draw: next(),
  }));
  order.sort((one, other) =>
    one.stage === other.stage ? one.draw - other.draw : one.stage < other.stage ? -1 : 1,
  );
  const fold = new Uint8Array(rows.length);
  order.forEach(({ cluster }, i) => {
    for (const row of cluster) fold[row] = i % folds;
  });
  return fold;
}

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
