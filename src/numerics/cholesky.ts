/** Symmetric positive definite systems, by rows in one array; only the lower triangle is read. */

/**
 * Replaces a by its Cholesky factor L, a = L L', in the lower triangle. Returns -1, or the first column that depends
 * on those before it: whose share of its own diagonal that they leave is not above `least`.
 */
export function cholesky(a: Float64Array, n: number, least = 1e-12): number {
  for (let j = 0; j < n; j++) {
    const whole = a[j * n + j] as number;
    let pivot = whole;
    for (let k = 0; k < j; k++) pivot -= (a[j * n + k] as number) ** 2;
    if (!(pivot > least * whole)) return j;
    const root = Math.sqrt(pivot);
    a[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] as number) * (a[j * n + k] as number);
      a[i * n + j] = sum / root;
    }
  }
  return -1;
}

/** Replaces b by the x with L L' x = b. */
export function solveCholesky(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number;
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] as number) * (b[k] as number);
    b[i] = sum / (l[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] as number) * (b[k] as number);
    b[i] = sum / (l[i * n + i] as number);
  }
}

/** The inverse of L L', whole. */
export function invertCholesky(l: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const column = new Float64Array(n);
    column[j] = 1;
    solveCholesky(l, n, column);
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i] as number;
  }
  return inverse;
}
