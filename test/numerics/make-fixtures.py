"""Prints fixtures.ts: what the special functions are, by mpmath to 50 digits, rounded to doubles, and on standard
error how far SciPy lies from that (relative, worst case per function).

/usr/bin/python3 test/numerics/make-fixtures.py > test/numerics/fixtures.ts && npx biome format --write test/numerics/fixtures.ts
"""
import sys

import mpmath
import scipy
from mpmath import betainc, exp, findroot, log, loggamma, mp, mpf, pi, sqrt
from scipy import special

mp.dps = 50


def stirling_error(x):
    return loggamma(x + 1) - log(sqrt(2 * pi * x)) - x * log(x) + x


def beta_cdf(x, a, b):
    return betainc(a, b, 0, x, regularized=True)


def beta_quantile(p, a, b):
    """On the scale of log x, so that tiny quantiles are found as well; from SciPy's answer on."""
    start = log(mpf(special.betaincinv(float(a), float(b), float(p))))
    return exp(findroot(lambda t: beta_cdf(exp(t), a, b) - p, (start, start + mpf('1e-9')), tol=mpf('1e-70')))


cases = {
    'logGammas': (loggamma, special.gammaln, [
        (x,) for x in (1e-10, .1, .5, .9, 1.1, 1.5, 1.9, 2.1, 2.5, 5, 10.25, 15.5, 100, 1234.5, 1e6, 1e12)]),
    'stirlingErrors': (stirling_error, None, [
        (x,) for x in (.01, .5, 1, 2, 3.5, 7, 12, 14.999, 15, 15.5, 20, 100, 1e4, 1e8)]),
    'betaCdfs': (beta_cdf, lambda x, a, b: special.betainc(a, b, x), [
        (.5, 1, 1), (.3, 2, 2), (.5, 3, 3), (.1, .5, .5), (.999, .5, .5), (.9, 18, 2), (.95, 18, 2), (.2, 18, 2),
        (.6827, 19, 1), (.01, 1, 19), (.5, 90, 10), (.89, 90, 10), (.95, 90, 10), (.75, 90, 10), (.9, 900, 100),
        (.88, 900, 100), (.9, 9e4, 1e4), (.8985, 9e4, 1e4), (.5, 500, 500), (.45, 500, 500), (.02, 2, 200),
        (.001, .7, 30), (1e-8, 3, 4), (1 - 2 ** -20, 3, 4)]),
    'betaQuantiles': (beta_quantile, lambda p, a, b: special.betaincinv(a, b, p), [
        (.025, 1, 1), (.5, 3, 3), (.025, 9, 1), (.975, 9, 1), (.025, 18, 2), (.975, 18, 2), (.025, 23, 2),
        (.975, 23, 2), (.5, 23, 2), (.025, 1, 9), (.975, 1, 9), (.025, 90, 10), (.975, 90, 10), (.5, 500, 500),
        (.025, 9e4, 1e4), (.975, 9e4, 1e4), (.025, 999999, 1), (.975, 1, 999999), (1e-6, 18, 2), (1e-12, 18, 2),
        (1e-12, 1, 1000), (1e-100, 18, 2), (1 - 2 ** -30, 18, 2), (.3, .5, .5), (.01, .5, 2)]),
    'logistics': (lambda x: 1 / (1 + exp(-x)), special.expit, [
        (x,) for x in (-700, -40, -5, -1, -1e-9, 0, .25, 1, 5, 30)]),
}

print(f'''// What the special functions are: [...arguments, value], by mpmath {mpmath.__version__} to 50 digits. Made by
// /usr/bin/python3 test/numerics/make-fixtures.py > test/numerics/fixtures.ts && npx biome format --write test/numerics/fixtures.ts
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
