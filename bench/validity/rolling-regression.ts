/**
 * A stand-in for an estimator over columns: ridge regression of log duration on features, forgotten by a
 * half-life in finished orders, solved anew every 25 of them. For this benchmark alone.
 */
export function rollingRegression(size: number, first: number, halfLife = 2000, ridge = 5) {
  const xx = Array.from({ length: size }, () => new Float64Array(size));
  const xy = new Float64Array(size);
  const solution = new Float64Array(size);
  solution[0] = Math.log(first);
  const keep = 2 ** (-1 / halfLife);
  let finished = 0;
  return {
    estimate: (features: readonly number[]) =>
      Math.exp(features.reduce((sum, x, i) => sum + x * (solution[i] as number), 0)),
    learn(features: readonly number[], duration: number): void {
      const y = Math.log(duration);
      for (let i = 0; i < size; i++) {
        const row = xx[i] as Float64Array;
        const x = features[i] as number;
        for (let j = 0; j < size; j++) {
          row[j] = (row[j] as number) * keep + x * (features[j] as number);
        }
        xy[i] = (xy[i] as number) * keep + x * y;
      }
      finished++;
      if (finished % 25 === 0 && finished >= 100) solution.set(solved(xx, xy, ridge));
    },
  };
}

/** Gauss, with the ridge on all but the intercept. */
function solved(xx: readonly Float64Array[], xy: Float64Array, ridge: number): number[] {
  const m = xx.map((row, i) => {
    const line = [...row, xy[i] as number];
    line[i] = (line[i] as number) + (i > 0 ? ridge : 1e-6);
    return line;
  });
  const at = (i: number, j: number) => (m[i] as number[])[j] as number;
  const n = m.length;
  for (let i = 0; i < n; i++) {
    for (let k = i + 1; k < n; k++) {
      const factor = at(k, i) / at(i, i);
      for (let j = i; j <= n; j++) (m[k] as number[])[j] = at(k, j) - factor * at(i, j);
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = at(i, n);
    for (let j = i + 1; j < n; j++) rest -= at(i, j) * (solution[j] as number);
    solution[i] = rest / at(i, i);
  }
  return solution;
}
