"""Prints distribution-fixtures.ts: what the functions are, by mpmath to 50 digits (by exact fractions for ranks),
rounded to doubles, and on standard error how far SciPy lies from that (relative, worst case per function).

/usr/bin/python3 test/numerics/make-distribution-fixtures.py > test/numerics/distribution-fixtures.ts && npx biome format --write test/numerics/distribution-fixtures.ts
"""
import sys
from fractions import Fraction
from math import comb

import mpmath
import scipy
from mpmath import betainc, digamma, exp, findroot, log, loggamma, mp, mpf, ncdf, npdf, psi, sqrt
from scipy import special

mp.dps = 50


def normal_quantile(p):
    """On the scale of the smaller tail; from SciPy's answer on."""
    tail, sign = (p, 1) if p < mpf(1) / 2 else (1 - p, -1)
    start = mpf(special.ndtri(float(tail)))
    if tail == mpf(1) / 2:
        return mpf(0)
    return sign * findroot(lambda z: log(ncdf(z)) - log(tail), (start, start + mpf('1e-9')), tol=mpf('1e-70'))


def gamma_cdf(x, a):
    """The series, since mpmath's own does not converge for large shapes."""
    total = term = mpf(1)
    k = 1
    while term > total * mpf(10) ** -55:
        term *= x / (a + k)
        total += term
        k += 1
    return exp(a * log(x) - x - loggamma(a + 1)) * total


def gamma_tail(x, a):
    with mp.workdps(250):
        return 1 - gamma_cdf(x, a)


def gamma_quantile(p, a):
    """On the scale of log x and of the smaller tail; from SciPy's answer on."""
    start = log(mpf(special.gammaincinv(float(a), float(p))))
    if p <= mpf(1) / 2:
        gap = lambda t: log(gamma_cdf(exp(t), a)) - log(p)
    else:
        gap = lambda t: log(gamma_tail(exp(t), a)) - log(1 - p)
    return exp(findroot(gap, (start, start + mpf('1e-9')), tol=mpf('1e-70')))


def wilson_low(x, n, confidence):
    z = -normal_quantile((1 - confidence) / 2)
    return (2 * x + z * z - z * sqrt(z * z + 4 * x * (n - x) / n)) / (2 * (n + z * z))


def tolerance_rank(n, p, confidence):
    """0 for none."""
    n, p, confidence = int(n), Fraction(float(p)), Fraction(float(confidence))
    below = Fraction(0)
    for k in range(1, n + 1):
        below += comb(n, k - 1) * p ** (k - 1) * (1 - p) ** (n - k + 1)
        if below >= confidence:
            return mpf(k)
    return mpf(0)


def nth_uniform(seed, nth):
    """sfc32, PractRand's seeding of it by 64 bits, two draws to a number."""
    seed = int(seed)
    a, b, c, counter = 0, seed % 2**32, (seed >> 32) % 2**32, 1

    def draw():
        nonlocal a, b, c, counter
        drawn = (a + b + counter) % 2**32
        counter = (counter + 1) % 2**32
        a = b ^ (b >> 9)
        b = (c + (c << 3)) % 2**32
        c = ((c << 21 | c >> 11) + drawn) % 2**32
        return drawn

    for _ in range(12):
        draw()
    for _ in range(int(nth)):
        k = (draw() >> 6) * 2**26 + (draw() >> 6)
    return (mpf(k) + mpf(1) / 2) / 2**52


gamma_rows = [
    (1e-5, .01), (.5, .01), (3, .01), (.1, .5), (.5, .5), (2, .5), (30, .5), (1, 1), (1e-8, 2.5), (2.4, 2.5), (3.6, 2.5),
    (40, 2.5), (9, 11.1), (11.1, 11.1), (14, 11.1), (60, 100), (100, 100), (101.5, 100), (170, 100), (990, 1000), (1050, 1000),
    (9.9e5, 1e6), (1e6, 1e6), (1.002e6, 1e6), (1e8 - 2e4, 1e8), (1e8 + 3e4, 1e8)]
cases = {
    'normalDensities': (npdf, None, [(z,) for z in (-36.48191752889716, -20.3, -5, -1, 0, .3, 2.5, 8.1, 37)]),
    'normalCdfs': (ncdf, special.ndtr, [
        (z,) for z in (-37.5, -36.48191752889716, -32.81230549233988, -30.1, -20.3, -12, -8.7, -5.7, -5.656, -5, -3, -2, -1, -.7, -.67, -.5, -1e-3, 0, 1e-9, .25, .674,
                       .675, 1, 1.96, 3, 5.7, 8)]),
    'normalQuantiles': (normal_quantile, special.ndtri, [
        (p,) for p in (1e-300, 1e-100, 1e-20, 1e-12, 1.3e-11, 1e-6, .001, .01, .025, .0749, .0751, .2, .4, .499999, .5,
                       .500001, .7, .8, .9, .924, .95, .975, .99, 1 - 2**-20, 1 - 2**-37, 1 - 2**-53)]),
    'gammaCdfs': (gamma_cdf, lambda x, a: special.gammainc(a, x), gamma_rows),
    'gammaTails': (gamma_tail, lambda x, a: special.gammaincc(a, x), gamma_rows),
    'gammaQuantiles': (gamma_quantile, lambda p, a: special.gammaincinv(a, p), [
        (1e-3, .1), (.5, .1), (.5, .01), (.9, .01), (.999, .1), (1 - 2**-40, .1), (1e-100, .5), (.01, .5), (.7, .5),
        (1 - 2**-52, .5), (.2, 1), (.95, 1), (1e-30, 2.5), (.05, 2.5), (.5, 2.5), (.9, 2.5), (1 - 2**-30, 2.5), (1e-200, 11.1),
        (.1, 11.1), (.8, 11.1), (.95, 11.1), (.99, 11.1), (1e-300, 100), (.5, 100), (.99, 100), (1 - 2**-52, 100), (.3, 1e4),
        (.99, 1e4), (.01, 1e6), (.9, 1e6)]),
    'digammas': (digamma, special.digamma, [(x,) for x in (1e-6, .01, .5, 1, 1.3, 1.6, 2, 5, 9.99, 10, 33.3, 1e4, 1e10)]),
    'trigammas': (lambda x: psi(1, x), lambda x: special.polygamma(1, x),
                  [(x,) for x in (1e-6, .01, .5, 1, 1.46, 2, 5, 9.99, 10, 33.3, 1e4, 1e10)]),
    'logLessDigammas': (lambda x: log(x) - digamma(x), None,
                        [(x,) for x in (1e-6, .01, .5, 1, 1.3, 5, 9.99, 10, 33.3, 1e4, 1e10)]),
    'logGammaTails': (lambda x, a: log(gamma_tail(x, a)), None, [
        (1e-5, .01), (.1, .5), (2, .5), (1e-8, 2.5), (2.4, 2.5), (3.5, 2.5), (40, 2.5), (14, 11.1), (170, 100)]),
    'wilsonLows': (wilson_low, None, [
        (x, n, c) for x, n in ((0, 10), (1, 10), (5, 10), (10, 10), (95, 100), (1, 1e6), (999999, 1e6)) for c in (.5, .95, .999)]),
    'toleranceRanks': (tolerance_rank, None, [
        (n, p, c) for n in (1, 10, 28, 29, 58, 59, 93, 298, 299, 500) for p in (.5, .9, .95, .99) for c in (.5, .9, .95)
        if (n, p, c) != (1, .5, .5)]),
    'nthUniforms': (nth_uniform, None, [
        (seed, nth) for seed in (0, 1, 42, 2**32 - 1, 2**32, 2**53 - 1, -1) for nth in (1, 2, 1000)]),
}

print(f'''// What the functions are: [...arguments, value], by mpmath {mpmath.__version__} to 50 digits. Made by
// /usr/bin/python3 test/numerics/make-distribution-fixtures.py > test/numerics/distribution-fixtures.ts && npx biome format --write test/numerics/distribution-fixtures.ts
''')
for name, (exact, scipys, arguments) in cases.items():
    rows, worst = [], 0.0
    for row in arguments:
        value = exact(*map(mpf, row))
        rows.append([*map(float, row), float(value)])
        if scipys and value:
            worst = max(worst, float(abs(mpf(float(scipys(*map(float, row)))) / value - 1)))
    print(f'export const {name}: readonly (readonly number[])[] = [')
    print(''.join(f'  [{", ".join(map(repr, row))}],\n' for row in rows) + '];\n')
    print(f'{name}: SciPy {scipy.__version__} within {worst:.1e}' if scipys else f'{name}: not in SciPy', file=sys.stderr)
