"""A second computation of fitIndexModel: partial least squares (mode A, path weighting) on standardised columns, by numpy.

    /usr/bin/python3 bench/fit/path_model.py ../shared/data

Prints the paths, R2, weights and shares of the mobile phone survey (mobi of the R packages semPLS and plspm, GPL-3), whose
paths its reference software gives as well, and those of the made-up visits of test/survey/index-world.ts.
"""
import os
import sys

import numpy as np
import pandas as pd

EUROPEAN = [('image', 'expectation'), ('expectation', 'quality'), ('expectation', 'value'), ('quality', 'value'),
            ('image', 'satisfaction'), ('expectation', 'satisfaction'), ('quality', 'satisfaction'),
            ('value', 'satisfaction'), ('satisfaction', 'complaints'), ('image', 'loyalty'), ('satisfaction', 'loyalty'),
            ('complaints', 'loyalty')]
MOBI = {'image': [f'IMAG{i}' for i in range(1, 6)], 'expectation': [f'CUEX{i}' for i in range(1, 4)],
        'quality': [f'PERQ{i}' for i in range(1, 8)], 'value': ['PERV1', 'PERV2'],
        'satisfaction': [f'CUSA{i}' for i in range(1, 4)], 'complaints': ['CUSCO'],
        'loyalty': [f'CUSL{i}' for i in range(1, 4)]}
VISIT = {'image': ['i1', 'i2'], 'quality': ['q1', 'q2', 'q3'], 'value': ['v1'], 'satisfaction': ['s1', 's2']}
VISIT_PATHS = [('image', 'quality'), ('quality', 'value'), ('image', 'satisfaction'), ('quality', 'satisfaction'),
               ('value', 'satisfaction')]


def visits():
    i = np.arange(60)
    a, b, c, d = i * 7 % 10, (i * 3 + i // 10) % 10, i * i % 10, (i * 11 + 3) % 7
    return pd.DataFrame({'i1': 1 + a, 'i2': 1 + (2 * a + c) // 3, 'q1': 1 + (a + b) // 2, 'q2': 1 + (a + 2 * b + c) // 4,
                         'q3': 1 + b, 'v1': 1 + (b + c + d) // 3, 's1': 1 + (2 * b + a + d) // 4,
                         's2': 1 + (b + c + a) // 3})


def standard(x):
    return (x - x.mean(0)) / x.std(0)


def fit(data, blocks, paths):
    X = {k: standard(data[v].to_numpy(float)) for k, v in blocks.items()}
    n = len(data)
    led = lambda Y, to: [a for a, b in paths if b == to]
    regress = lambda Y, to: np.linalg.lstsq(np.array([Y[a] for a in led(Y, to)]).T, Y[to], rcond=None)[0]
    Y = {k: standard(x.sum(1)) for k, x in X.items()}
    weights = None
    for _ in range(1000):
        Z = {}
        for k in blocks:
            z = np.zeros(n)
            if led(Y, k):
                z = z + np.array([Y[a] for a in led(Y, k)]).T @ regress(Y, k)
            for a, b in paths:
                if a == k:
                    z = z + np.mean(Y[k] * Y[b]) * Y[b]
            Z[k] = z
        w = {k: X[k].T @ Z[k] / n for k in blocks}
        w = {k: v / (X[k] @ v).std() for k, v in w.items()}
        Y = {k: X[k] @ w[k] for k in blocks}
        moved = 1 if weights is None else max(abs(w[k] - weights[k]).max() for k in blocks)
        weights = w
        if moved < 1e-14:
            break
    for to in blocks:
        if led(Y, to):
            b = regress(Y, to)
            r2 = 1 - ((Y[to] - np.array([Y[a] for a in led(Y, to)]).T @ b) ** 2).mean()
            print(to, {a: round(v, 7) for a, v in zip(led(Y, to), b)}, 'R2', round(r2, 7))
    for k, v in blocks.items():
        share = weights[k] / data[v].std(ddof=0).to_numpy()
        share = share / share.sum()
        loading = [np.mean(X[k][:, i] * Y[k]) for i in range(len(v))]
        print(k, 'weights', weights[k].round(7), 'loadings', np.round(loading, 7), 'shares', share.round(7))


if __name__ == '__main__':
    fit(visits(), VISIT, VISIT_PATHS)
    if len(sys.argv) > 1:
        fit(pd.read_csv(os.path.join(sys.argv[1], 'ecsi-mobi.csv')), MOBI, EUROPEAN)
