"""Prints fixtures.ts: small seeded tables and what other software makes of them. `exact` is by Newton steps on exact
derivatives in NumPy (bench/fit/ordinal.py), `statsmodels` by its OrderedModel.

/usr/bin/python3 test/calibration/make-fixtures.py > test/calibration/fixtures.ts && npx biome format --write test/calibration/fixtures.ts
"""
import json
import os
import sys
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../bench/fit'))
import numpy as np
import ordinal
import statsmodels
from statsmodels.miscmodels.ordinal_model import OrderedModel

warnings.simplefilter('ignore')


def answers(rng, utility, thresholds):
    latent = utility + rng.logistic(size=len(utility))
    return np.searchsorted(np.asarray(thresholds), latent)


def case(columns, names, signs, X, y, persons=None):
    model = ordinal.fit(X, y, persons)
    other = OrderedModel(y, X, distr='logit')
    found = other.fit(method='newton', start_params=other.fit(method='bfgs', disp=False).params, maxiter=200, disp=False)
    cuts = other.transform_threshold_params(found.params[-(y.max()):])[1:-1]
    K = y.max()
    order = [f'threshold.{k + 1}' for k in range(K)] + names
    signs = [1] * K + signs
    value = np.append(model['theta'], model['b']) * signs
    P = ordinal.chances(model['theta'], model['b'], X)
    log_loss, rps = ordinal.scores(P, y)
    number = lambda v: float(f'{v:.12g}')
    out = {
        'columns': {k: [number(x) for x in v] for k, v in columns.items()}, 'answers': [int(v) + 1 for v in y],
        'exact': {'logLikelihood': number(model['logLikelihood']), 'logLoss': number(log_loss.mean()),
                  'rps': number(rps.mean()),
                  'parameters': {n: [number(v), number(s)] for n, v, s in zip(order, value, model['se'])}},
        'statsmodels': {'logLikelihood': number(found.llf), 'parameters': {
            n: number(v) for n, v in zip(order, np.append(cuts, found.params[:len(names)]) * signs)},
            'standardErrors': {n: number(v) for n, v in zip(names, found.bse[:len(names)])}},
    }
    if 'items' in columns:
        # As with 202,600 on every number of items: the threshold moves with their coefficient, and its error with both.
        j, k, by = names.index('covariates.items'), len(names), 202600
        V = np.asarray(found.cov_params())
        out['far'] = {'threshold.1': [number(cuts[0] + by * found.params[j]),
                                      number(np.sqrt(V[k, k] + 2 * by * V[j, k] + by * by * V[j, j]))]}
    if persons is not None:
        out['columns']['respondent'] = [int(v) for v in persons]
        out['exact']['clustered'] = {n: number(v) for n, v in zip(order, model['robust'])}
    return out


def levels():
    rng = np.random.default_rng(1)
    n = 120
    expected = np.round(rng.uniform(40, 90, n), 1)
    perceived = np.round(np.clip(expected + rng.normal(0, 15, n), 0, 100), 1)
    g = perceived - expected
    X = np.column_stack([perceived, np.maximum(g, 0), -np.maximum(-g, 0)])
    y = answers(rng, .06 * perceived + .01 * X[:, 1] + .05 * X[:, 2], [2, 3, 4, 5.2])
    persons = np.arange(n) // 3
    return case({'expected': expected, 'perceived': perceived}, ['level.performance', 'level.gain', 'level.loss'],
                [1, 1, 1], X, y, persons)


def orders():
    rng = np.random.default_rng(2)
    n = 200
    promised = np.round(rng.uniform(5, 20, n), 1)
    actual = np.round(promised * rng.lognormal(-.2, .35, n), 1)
    waiting = ((actual > promised) & (rng.random(n) < .5)).astype(float)
    price = np.round(rng.lognormal(4, .8, n), 2)
    items = rng.integers(1, 4, n).astype(float)
    g = promised - actual
    X = np.column_stack([np.log(actual), np.minimum(np.maximum(g, 0), 3), -np.minimum(np.maximum(-g, 0), 3), -waiting,
                         items, np.log(price)])
    y = answers(rng, X @ np.array([-.6, .1, .4, 1.2, -.2, -.1]), [-4, -3, -2])
    return case({'promised': promised, 'actual': actual, 'stillWaiting': waiting, 'items': items, 'price': price},
                ['time.performance', 'time.gain', 'time.loss', 'time.stillWaiting', 'covariates.items',
                 'covariates.price'], [1, 1, 1, 1, 1, 1], X, y)


print(f'''// What other software makes of seeded tables: [value, standard error]. NumPy {np.__version__}, statsmodels
// {statsmodels.__version__}. Made by
// /usr/bin/python3 test/calibration/make-fixtures.py > test/calibration/fixtures.ts && npx biome format --write test/calibration/fixtures.ts
''')
for name, made in (('levels', levels()), ('orders', orders())):
    print(f'export const {name} = {json.dumps(made)};\n')
