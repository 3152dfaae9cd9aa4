"""Prints estimator-fixtures.ts: least squares solved by mpmath to 50 digits, rounded to doubles, and on standard error
how far statsmodels' OLS lies from that (relative, worst case).

/usr/bin/python3 test/fitted/make-estimator-fixtures.py > test/fitted/estimator-fixtures.ts && npx biome format --write test/fitted/estimator-fixtures.ts

Needs Debian's python3-statsmodels (0.13.5) and python3-mpmath (1.2.1). longley: macroeconomic data that are nearly
collinear (Longley 1967; NIST's test of least squares), as exp(employment / 1000) so that the logarithm is what is
fitted. deliveries: made up, with two columns of categories whose effects are shrunk by 2.
"""
import json
import math
import re
import sys

import numpy as np
import statsmodels.api as sm
from mpmath import diag, log, matrix, mp, mpf, sqrt
from statsmodels.datasets import longley

mp.dps = 50


def solved(actuals, numeric, categorical, shrinkage):
    """Of log actuals on centred columns: intercept, slopes, effects, each with its standard error."""
    n = len(actuals)
    y = matrix([log(mpf(a)) for a in actuals])
    columns = [[mpf(1)] * n]
    for values in numeric.values():
        mean = sum(map(mpf, values)) / n
        columns.append([mpf(x) - mean for x in values])
    names = [(c, level) for c, values in categorical.items() for level in dict.fromkeys(values)]
    columns += [[mpf(x == level) for x in categorical[c]] for c, level in names]
    x = matrix(columns).T
    fixed = 1 + len(numeric)
    gram = x.T * x
    inverse = (gram + diag([0] * fixed + [mpf(shrinkage)] * len(names))) ** -1
    beta = inverse * (x.T * y)
    residuals = y - x * beta
    rss = sum(r * r for r in residuals)
    hat = inverse * gram
    terms = sum(hat[j, j] for j in range(len(columns)))
    sd = sqrt(rss / (n - terms))
    mean = sum(y) / n
    pair = lambda j: [float(beta[j]), float(sd * sqrt(inverse[j, j]))]
    return {
        'intercept': pair(0),
        'numeric': {name: pair(j + 1) for j, name in enumerate(numeric)},
        'categorical': {
            c: {level: pair(fixed + j) for j, (of, level) in enumerate(names) if of == c} for c in categorical},
        'residualSd': float(sd),
        'r2': float(1 - rss / sum((v - mean) ** 2 for v in y)),
    }


data = longley.load().exog
actuals = [math.exp(v / 1000) for v in longley.load().endog]
numeric = {name: [float(x) for x in data[name]] for name in data}
macro = solved(actuals, numeric, {}, 0)
x = np.column_stack([np.array(v) - np.mean(v) for v in numeric.values()])
ols = sm.OLS(np.log(actuals), sm.add_constant(x)).fit()
pairs = [macro['intercept'], *macro['numeric'].values()]
worst = max(abs(a / b - 1) for (value, error), p, se in zip(pairs, ols.params, ols.bse) for a, b in ((p, value), (se, error)))
print(f'statsmodels OLS on longley: {worst:.1e}', file=sys.stderr)

rows = range(30)
km = [round(1 + (7 * i % 13) * .45 + .01 * i, 2) for i in rows]
load = [float((11 * i + i * i) % 17) for i in rows]
store = ['abcdef'[(i * i + 3 * i) % 6 if i % 4 else i % 5] for i in rows]
weekday = [['monday', 'friday', 'sunday'][(5 * i + i // 4) % 3] for i in rows]
taken = [round(18 + 5.1 * km[i] + .9 * load[i] + 3 * 'abcdef'.index(store[i]) + (29 * i % 11), 1) for i in rows]
deliveries = {'km': km, 'load': load}, {'store': store, 'weekday': weekday}

print('''// Made by
// /usr/bin/python3 test/fitted/make-estimator-fixtures.py > test/fitted/estimator-fixtures.ts && npx biome format --write test/fitted/estimator-fixtures.ts
''')
for name, history, shrinkage, fit in (
    ('longley', {'actuals': actuals, 'columns': numeric}, 20, macro),
    ('deliveries', {'actuals': taken, 'columns': {**deliveries[0], **deliveries[1]}}, 2, solved(taken, *deliveries, 2)),
):
    text = json.dumps({'history': history, 'shrinkage': shrinkage, 'fit': fit})
    # Lists of words in one line each.
    words = re.sub(r'\["[^\]]*\]', lambda list: f"'{' '.join(json.loads(list[0]))}'.split(' ')", text)
    print(f'export const {name} = {words};\n')
