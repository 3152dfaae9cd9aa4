"""A second computation of touchpointImportance: spreads by fixed-point steps alone, dense matrices, worths and errors.

    npm run bench:validity -- --only learning

Reads { stages, ratings, satisfied } by row, ratings 0 to 100, and prints by stage and touchpoint the worth, its standard
error, the importance and its standard error as JSON; the tests of touchpointImportance hold the figures.
"""
import json
import sys

import numpy as np

given = json.load(sys.stdin)
stage = np.array(given['stages'])
R = np.array(given['ratings'], float)
y = np.array(given['satisfied'], float)
names = list(dict.fromkeys(given['stages']))
n, T = R.shape
columns, kind = [np.ones(n)], [-1]


def add(column, k):
    columns.append(column)
    kind.append(k)


where = {}
for s in names:
    add((stage == s) * 1., 2)
for t in range(T):
    x, levels = (R[:, t] - 50) / 50, np.unique(np.r_[0, R[:, t], 100])
    for s in [None] + names:
        at = np.ones(n) if s is None else (stage == s) * 1.
        add(x * at, 0 if s is None else 2)
        where[t, s, 'line'] = len(columns) - 1
        for level in levels:
            add((R[:, t] == level) * at, 1 if s is None else 3)
            where[t, s, level] = len(columns) - 1
X, kind = np.array(columns).T, np.array(kind)
spread, b = np.ones(4), np.zeros(X.shape[1])
for _ in range(20000):
    pull = np.where(kind < 0, 0, spread[np.maximum(kind, 0)] ** -2.)
    for _ in range(100):
        p = 1 / (1 + np.exp(-X @ b))
        H = (X.T * (p * (1 - p))) @ X + np.diag(pull)
        step = np.linalg.solve(H, X.T @ (y - p) - pull * b)
        b = b + step
        if abs(step).max() < 1e-12:
            break
    M = np.linalg.inv(H)
    new = np.array([np.sqrt((b[kind == k] ** 2).sum() / (1 - pull[kind == k] * np.diag(M)[kind == k]).sum())
                    for k in range(4)])
    new = np.where(spread <= .01, .01, np.clip(new, .01, 10))
    if abs(np.log(new / spread)).max() < 1e-7:
        break
    spread = new
S = (X * (y - p)[:, None]).T @ (X * (y - p)[:, None]) * n / (n - 1)
V = M @ (S + np.diag(pull)) @ M
found = []
for s in names:
    own = stage == s
    bend = (p * (1 - p))[own].mean()
    bend_by = (X[own] * (p * (1 - p) * (1 - 2 * p))[own][:, None]).mean(0)
    worths, by = [], []
    for t in range(T):
        r = R[own, t]
        c = (r - r.mean()) / ((r - r.mean()) ** 2).sum()
        effect = np.zeros((own.sum(), X.shape[1]))
        for at in (None, s):
            effect[:, where[t, at, 'line']] += (r - 50) / 50
            for i, level in enumerate(r):
                effect[i, where[t, at, level]] += 1
        slope_by = c @ effect
        worths.append(100 * bend * slope_by @ b)
        by.append(100 * (bend * slope_by + (slope_by @ b) * bend_by))
    worths, by = np.array(worths), np.array(by)
    total = worths[worths > 0].sum()
    for t in range(T):
        error = np.sqrt(by[t] @ V @ by[t])
        part = 100 * worths[t] / total
        part_by = (100 * by[t] - part * by[worths > 0].sum(0)) / total
        found.append([s, t, worths[t], error, part, np.sqrt(part_by @ V @ part_by)])
print(json.dumps(found))
