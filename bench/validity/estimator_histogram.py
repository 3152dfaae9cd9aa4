"""Fits scikit-learn's HistGradientBoostingRegressor (quantile, 100 rounds) to a table that it makes as the benchmark does,
and prints the seconds of each run.

    /usr/bin/python3 bench/validity/estimator_histogram.py RUNS < table.json

Needs Debian's python3-sklearn (1.2.1).
"""
import json
import sys
import time

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

given = json.load(sys.stdin)
table = []
for values in given['columns'].values():
    table.append(np.unique(values, return_inverse=True)[1] if isinstance(values[0], str) else values)
x, y = np.array(table, float).T, np.array(given['actuals'])
seconds = []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    HistGradientBoostingRegressor(loss='quantile', quantile=.9, max_iter=100, early_stopping=False).fit(x, y)
    seconds.append(time.perf_counter() - start)
print(json.dumps(seconds))
