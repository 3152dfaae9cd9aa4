"""Prints fixtures.ts: predictions by the papers' formulas and fits by Newton's method on the likelihood as the papers
print it, both by mpmath to 60 digits and rounded to doubles; customers are simulated.

/usr/bin/python3 test/lifetime/make-fixtures.py > test/lifetime/fixtures.ts && npx biome format --write test/lifetime/fixtures.ts
"""
import random

import mpmath
from mpmath import beta, diff, exp, findroot, gamma, hyp2f1, log, loggamma, matrix, mp, mpf, sqrt

mp.dps = 60


def purchases(r, alpha, a, b, t):
    """Fader, Hardie & Lee 2005, equation 9; where that is 0 / 0, the limit."""
    if a == 1 or a + b == 1:
        with mp.workdps(120):
            return purchases(r, alpha, a + mpf(10) ** -50, b, t)
    f = hyp2f1(r, b, a + b - 1, t / (alpha + t), maxterms=10**6)
    return (a + b - 1) / (a - 1) * (1 - (alpha / (alpha + t)) ** r * f)


def alive(r, alpha, a, b, x, recency, age):
    if x == 0:
        return mpf(1)
    return 1 / (1 + a / (b + x - 1) * ((alpha + age) / (alpha + recency)) ** (r + x))


def expected(r, alpha, a, b, x, recency, age, t):
    """Equation 10."""
    f = hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + age + t), maxterms=10**6)
    front = (a + b + x - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * f)
    return front * alive(r, alpha, a, b, x, recency, age)


def residual_lifetime(a, b, n, d):
    """Renewals still to come, discounted, after n of them (Fader & Hardie 2010, with the next one a period away)."""
    return (b + n) / (a + b + n) / (1 + d) * hyp2f1(1, b + n + 1, a + b + n + 1, 1 / (1 + d), maxterms=10**6)


def bg_nbd(row, r, alpha, a, b):
    """Equation 6, before logarithms."""
    x, recency, age = row
    delta = 0 if x == 0 else beta(a + 1, b + x - 1) / beta(a, b) * gamma(r + x) * alpha**r / gamma(r) / (alpha + recency) ** (r + x)
    return log(beta(a, b + x) / beta(a, b) * gamma(r + x) * alpha**r / gamma(r) / (alpha + age) ** (r + x) + delta)


def gamma_gamma(row, p, q, g):
    """Fader & Hardie 2013, equation 1a."""
    x, m = row
    return (loggamma(p * x + q) - loggamma(p * x) - loggamma(q) + q * log(g) + (p * x - 1) * log(m) + p * x * log(x)
            - (p * x + q) * log(g + m * x))


def sbg(row, a, b):
    """Fader & Hardie 2007, equations 5 to 7: n customers who left at renewal t, or were still there after it."""
    t, left, n = row
    return n * log((beta(a + 1, b + t - 1) if left else beta(a, b + t)) / beta(a, b))


def fit(likelihood, rows, start):
    """Newton's method on the logarithms, with steps of at most 1/2, all derivatives by differences in 60 digits."""
    k = len(start)
    total = lambda *logs: sum(likelihood(row, *[exp(v) for v in logs]) for row in rows)
    logs = [log(mpf(v)) for v in start]
    unit = lambda i, j: tuple((m == i) + (m == j) for m in range(k))
    h = mpf(10) ** -15

    def derivatives(at):
        up = lambda *moves: total(*[at[m] + h * sum(s for i, s in moves if i == m) for m in range(k)])
        here = up()
        gradient = matrix([(up((i, 1)) - up((i, -1))) / (2 * h) for i in range(k)])
        hessian = matrix(k, k)
        for i in range(k):
            for j in range(i + 1):
                if i == j:
                    hessian[i, i] = (up((i, 1)) - 2 * here + up((i, -1))) / h**2
                else:
                    hessian[i, j] = hessian[j, i] = (up((i, 1), (j, 1)) - up((i, 1), (j, -1)) - up((i, -1), (j, 1))
                                                     + up((i, -1), (j, -1))) / (4 * h**2)
        return here, gradient, hessian

    for _ in range(60):
        here, gradient, hessian = derivatives(logs)
        step = mpmath.lu_solve(-hessian, gradient)
        length = max(abs(s) for s in step)
        logs = [v + s * min(1, 0.5 / length) for v, s in zip(logs, step)]
        if length < mpf(10) ** -20:
            break
    assert length < mpf(10) ** -20, length
    here, _, hessian = derivatives(logs)
    covariance = (-hessian) ** -1
    values = [exp(v) for v in logs]
    errors = [v * sqrt(covariance[i, i]) for i, v in enumerate(values)]
    return {'values': [*map(float, values)], 'standardErrors': [*map(float, errors)], 'logLikelihood': float(here)}


random.seed(20050424)


def customer():
    rate, leave = random.gammavariate(.8, 1 / 6), random.betavariate(1.2, 3)
    age = round(random.uniform(27, 39), 2)
    x, last, t = 0, 0.0, random.expovariate(rate)
    while t <= age:
        x, last = x + 1, t
        if random.random() < leave:
            break
        t += random.expovariate(rate)
    return x, min(round(last, 2), age), age


customers = [customer() for _ in range(60)]
spending = []
for _ in range(60):
    x, nu = random.randint(1, 9), random.gammavariate(4, 1 / 16)
    spending.append((x, round(sum(random.gammavariate(6, 1 / nu) for _ in range(x)) / x, 2)))
cohorts = [[1000, 869, 743, 653, 593, 551, 517, 491], [400, 331, 297, 270]]


def table(cohort):
    return [(t, True, cohort[t - 1] - cohort[t]) for t in range(1, len(cohort))] + [(len(cohort) - 1, False, cohort[-1])]


cdnow = ('.2426', '4.4135', '.7929', '2.4258')
sets = [cdnow, ('.5', '3', '1', '2'), ('.5', '3', '.999999', '2'), ('.5', '3', '1.000000001', '2'), ('.1', '2', '.05', '.3'),
        ('.1', '2', '.5', '.5'), ('20', '5', '3', '40'), ('.01', '.1', '2', '.001'), ('300', '1', '.2', '8')]
num = lambda values: [*map(mpf, values)]
rows = {
    'purchasesOfNewCustomers': [
        [*map(float, s), t, float(purchases(*num(s), mpf(t)))] for s in sets for t in (.25, 1, 3, 32, 78)],
    'purchasesOfCustomers': [
        [*map(float, s), x, recency, age, t, float(alive(*num(s), x, mpf(recency), mpf(age))),
         float(expected(*num(s), x, mpf(recency), mpf(age), mpf(t)))]
        for s in (cdnow, ('.1', '2', '.05', '.3'), ('20', '5', '3', '40'))
        for x, recency, age in ((0, 0, 38), (1, 0, 38), (2, 30.5, 38.75), (50, 38, 38.75), (1000, 300, 300), (1000, 120, 130.5))
        for t in (1, 39)],
    'residualLifetimes': [
        [float(a), float(b), n, d, float(residual_lifetime(mpf(a), mpf(b), n, mpf(d)))]
        for a, b in (('.668', '3.806'), ('1', '2'), ('3', '.5')) for n in (0, 7) for d in (.0625, .125, .5)],
    'customers': [[*row] for row in customers],
    'spending': [[*row] for row in spending],
}
print(f'''// Predictions by the papers' formulas and fits of simulated customers, by mpmath {mpmath.__version__} to 60 digits. Made by
// /usr/bin/python3 test/lifetime/make-fixtures.py > test/lifetime/fixtures.ts && npx biome format --write test/lifetime/fixtures.ts
''')
for name, values in rows.items():
    print(f'export const {name}: readonly (readonly number[])[] = [')
    print(''.join(f'  [{", ".join(map(repr, row))}],\n' for row in values) + '];\n')
fits = {
    'bgNbdFit': fit(bg_nbd, [(x, mpf(repr(last)), mpf(repr(age))) for x, last, age in customers], (.8, 6, 1.2, 3)),
    'gammaGammaFit': fit(gamma_gamma, [(x, mpf(repr(m))) for x, m in spending], (6, 4, 16)),
    'highEndFit': fit(sbg, table(cohorts[0]), (.7, 4)),
    'twoCohortsFit': fit(sbg, table(cohorts[0]) + table(cohorts[1]), (.7, 4)),
}
for name, result in fits.items():
    print(f'export const {name} = {{')
    print(''.join(f'  {key}: {value!r},\n' for key, value in result.items()) + '};\n')
