"""Boosted trees for the same rows and columns, calibrated by split conformal: prints the quotes of the rows to score, by
kind of trees. Reads JSON from standard input: columns (numbers, or text for categories), actuals, and the rows to fit on,
to calibrate on and to score.

    /usr/bin/python3 bench/validity/estimator_trees.py < rows.json

Needs Debian's python3-sklearn (1.2.1).
"""
import json
import sys

import numpy as np
from sklearn.ensemble import GradientBoostingRegressor

given = json.load(sys.stdin)
keep_rate, y = given['keepRate'], np.array(given['actuals'])
fit, calibrate, score = (np.array(given[name]) for name in ('fit', 'calibrate', 'score'))


def columns(one_hot):
    table = []
    for values in given['columns'].values():
        if not isinstance(values[0], str):
            table.append(values)
            continue
        names, codes = np.unique(values, return_inverse=True)
        table += [codes == k for k in range(len(names))] if one_hot else [codes]
    return np.array(table, float).T


quotes = {}
for encoding in ('codes', 'a column for each category'):
    x = columns(encoding != 'codes')
    for depth in (3, 5):
        trees = GradientBoostingRegressor(loss='quantile', alpha=keep_rate, max_depth=depth, random_state=0)
        trees.fit(x[fit], y[fit])
        off = np.sort(y[calibrate] - trees.predict(x[calibrate]))
        rank = min(len(off), int(np.ceil((len(off) + 1) * keep_rate)))
        quotes[f'{encoding}, depth {depth}'] = (trees.predict(x[score]) + off[rank - 1]).tolist()
print(json.dumps(quotes))
