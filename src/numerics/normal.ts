// The standard normal distribution.

/** A ratio of two polynomials: the coefficients above and below, highest power first. */
type Ratio = readonly [above: readonly number[], below: readonly number[]];

// Cody (1969, Mathematics of Computation 23): the distribution function by the size of z.
const middle: Ratio = [
  [
    0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709,
    18154.98125334356,
  ],
  [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
];
const shoulder: Ratio = [
  [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785,
    597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761,
    18615.571640885097, 34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
];
const far: Ratio = [
  [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807,
    0.0014216191932278934, 2.9112874951168793e-5,
  ],
  [
    1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
    7.297515550839662e-5,
  ],
];

// Wichura (1988, Applied Statistics 37, AS 241): the quantile by the distance of p from 1/2.
const quantileMiddle: Ratio = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
];
const quantileShoulder: Ratio = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
];
const quantileFar: Ratio = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
];

/** sqrt(2 pi). */
const rootTwoPi = 2.5066282746310002;

/** The density of the standard normal distribution: e^(-z^2 / 2) / sqrt(2 pi). */
export function normalDensity(z: number): number {
  return bell(z) / rootTwoPi;
}

/** P(Z <= z) for a standard normal Z, as exact relative to itself far out on the left as in the middle (Cody 1969). */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size < 0.67448975) return 0.5 + z * ratio(z * z, middle);
  const tail = bell(size) * (size < 5.656854 ? ratio(size, shoulder) : mills(size));
  return z < 0 ? tail : 1 - tail;
}

/** The z with P(Z <= z) = p; -Infinity at 0, Infinity at 1 (Wichura 1988). */
export function normalQuantile(p: number): number {
  if (!(p > 0)) return -Infinity;
  if (!(p < 1)) return Infinity;
  const gap = p - 0.5;
  if (Math.abs(gap) <= 0.425) return gap * ratio(0.180625 - gap * gap, quantileMiddle);
  const r = Math.sqrt(-Math.log(gap < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(r - 1.6, quantileShoulder) : ratio(r - 5, quantileFar);
  return gap < 0 ? -z : z;
}

/** e^(-z^2 / 2), with the square split so that its rounding is not blown up far out. */
function bell(z: number): number {
  const size = Math.abs(z);
  // e^-760 is 0.
  if (size > 39) return 0;
  // Sixteenths, as Cody (1969) splits it, whose squares are exact.
  const coarse = Math.floor(size * 16) / 16;
  return Math.exp(-coarse * coarse * 0.5) * Math.exp((coarse - size) * (coarse + size) * 0.5);
}

/** P(Z > z) / e^(-z^2 / 2) for z far out. */
function mills(z: number): number {
  const y = 1 / (z * z);
  return (1 / rootTwoPi - y * ratio(y, far)) / z;
}

function ratio(x: number, [above, below]: Ratio): number {
  return polynomial(x, above) / polynomial(x, below);
}

function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
