"""Prints spread-fixtures.ts: crossed categories and spreads solved by numpy as one dense system.

/usr/bin/python3 test/capability/estimator/make-spread-fixtures.py > test/capability/estimator/spread-fixtures.ts && npx biome format --write test/capability/estimator/spread-fixtures.ts

Needs Debian's python3-numpy. Orders are made up: km and load, store and weekday, crossed; shrunk by 2, their spreads by 5.
"""
import json

import numpy as np

rows = range(60)
km = [round(1 + (7 * i % 13) * .45 + .01 * i, 2) for i in rows]
load = [float((11 * i + i * i) % 17) for i in rows]
store = ['abcd'[(i * i + 3 * i) % 4 if i % 4 else i % 3] for i in rows]
weekday = [['monday', 'friday', 'sunday'][(5 * i + i // 4) % 3] for i in rows]
taken = [round(18 + 5.1 * km[i] + .9 * load[i] + 3 * 'abcd'.index(store[i]) + (29 * i % 11) * (1 + load[i] / 8), 1) for i in rows]

pairs = list(zip(store, weekday))
groups = [('store', store), ('weekday', weekday), ('visit', pairs)]
numbers = np.array([km, load]).T
means, sds = numbers.mean(0), numbers.std(0)
fixed = np.column_stack([np.ones(60), (numbers - means) / sds])
levels = [(name, level) for name, values in groups for level in dict.fromkeys(values)]
dummies = np.column_stack([[v == level for v in dict(groups)[name]] for name, level in levels]).astype(float)
x = np.column_stack([fixed, dummies])


def solved(y, slopes, effects):
    penalty = np.diag([0] + [slopes] * 2 + [effects] * len(levels)).astype(float)
    inverse = np.linalg.inv(x.T @ x + penalty)
    beta = inverse @ x.T @ y
    residuals = y - x @ beta
    size = np.trace(inverse @ x.T @ x)
    sd = np.sqrt(residuals @ residuals / (60 - size))
    return beta, sd * np.sqrt(np.diag(inverse)), residuals, size


def told(beta, errors):
    return {
        'intercept': [beta[0], errors[0]],
        'numeric': {name: [beta[1 + j] / sds[j], errors[1 + j] / sds[j]] for j, name in enumerate(('km', 'load'))},
        'effects': [[list(level) if name == 'visit' else [name, level], beta[3 + j], errors[3 + j]]
                    for j, (name, level) in enumerate(levels)],
    }


beta, errors, residuals, size = solved(np.log(taken), 0, 2)
off = np.abs(residuals)
logs = np.log(np.maximum(off, .5 * np.sort(off)[30]))
beta2, errors2, left, _ = solved(logs, 5, 5)
fitted = logs - left
scale = np.log(np.sum((residuals / np.exp(fitted)) ** 2) / (60 - size)) / 2
beta2[0] += scale
print('''// Made by
// /usr/bin/python3 test/capability/estimator/make-spread-fixtures.py > test/capability/estimator/spread-fixtures.ts && npx biome format --write test/capability/estimator/spread-fixtures.ts
''')
text = json.dumps({
    'history': {'actuals': taken, 'columns': {'km': km, 'load': load, 'store': 'STORE', 'weekday': 'WEEKDAY'}},
    'level': told(beta, errors), 'spread': told(beta2, errors2), 'spreads': np.exp(fitted + scale).tolist()})
for name, words in (('STORE', store), ('WEEKDAY', weekday)):
    text = text.replace(f'"{name}"', f"'{' '.join(words)}'.split(' ')")
print(f'export const visits = {text};')
