"""Fits the columns given as JSON on standard input by statsmodels' OrderedModel and prints its time and numbers.

    /usr/bin/python3 bench/validity/ordered_model.py < columns.json
"""
import json
import sys
import time
import warnings

import numpy as np
from statsmodels.miscmodels.ordinal_model import OrderedModel

warnings.simplefilter('ignore')
given = json.load(sys.stdin)
X, y = np.array(given['columns']).T, np.array(given['answers'])
scale = X.std(0)
start = time.perf_counter()
found = OrderedModel(y, X / scale, distr='logit').fit(method='bfgs', disp=False, maxiter=500)
seconds = time.perf_counter() - start
print(json.dumps({'seconds': seconds, 'logLikelihood': found.llf, 'converged': bool(found.mle_retvals['converged']),
                  'b': list(np.asarray(found.params)[:X.shape[1]] / scale)}))
