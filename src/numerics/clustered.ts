/**
 * The covariance that holds when rows of one group go together, such as the answers of one respondent: inverse * (sum over
 * groups of their summed slopes, squared) * inverse (Liang & Zeger 1986), times n / (n - 1) for n groups. With every row a
 * group of its own it holds whatever the rows' own variances are (White 1980, Econometrica 48).
 *
 * @param slopeOf fills the slope of what was maximised, of a group's rows
 */
export function clustered<Rows>(
  slopeOf: (rows: Rows, slope: Float64Array) => void,
  groups: Iterable<Rows>,
  inverse: Float64Array,
): Float64Array {
  const size = Math.sqrt(inverse.length);
  const meat = new Float64Array(inverse.length);
  const slope = new Float64Array(size);
  let n = 0;
  for (const rows of groups) {
    n++;
    slopeOf(rows, slope);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const cell = i * size + j;
        meat[cell] = (meat[cell] as number) + (slope[i] as number) * (slope[j] as number);
      }
    }
  }
  const few = n / (n - 1);
  return sandwich(inverse, meat).map((x) => few * x);
}

/** `outer * inner * outer`, of square matrices by row. */
export function sandwich(outer: Float64Array, inner: Float64Array): Float64Array {
  return times(times(outer, inner), outer);
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const size = Math.sqrt(a.length);
  return a.map((_, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    let sum = 0;
    for (let k = 0; k < size; k++) {
      sum += (a[row * size + k] as number) * (b[k * size + column] as number);
    }
    return sum;
  });
}
