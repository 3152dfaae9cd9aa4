"""What fit.py fits on the survey in ecsi-mobi.csv: `satisfaction/index-survey`, `loyalty/index-survey-1` and the spread
of answers. Levels are 100 (x - 1) / 9; folds hold persons, not answers.

The mean of CUSA1-3 rounded fills only 3 to 10, with one person at 3 and five at 4, and CUSA1 alone only 4 to 10: most
thresholds of a 1..10 scale would be missing. So the default set models each single answer to CUSA1-3 (all ten
categories occur), with errors clustered by person; it foresees a person's mean as well as the pooled forms do.
"""
import numpy as np
import pandas as pd
import statsmodels.api as sm

import ordinal
from ordinal import SEED, fitted, folds_of, pin, summary


def index_survey(path):
    answers = pd.read_csv(path)
    level = lambda items: (100 * (answers[items].mean(axis=1) - 1) / 9).to_numpy()
    items = lambda stem, k: [f'{stem}{i + 1}' for i in range(k)]
    expected, perceived, satisfied = level(items('CUEX', 3)), level(items('PERQ', 7)), level(items('CUSA', 3))
    n, scale = len(answers), 100 * np.arange(10) / 9

    def columns(e):
        g = perceived - e
        return np.c_[perceived, np.maximum(g, 0), np.maximum(-g, 0)]

    X = columns(expected)
    golden = [({'expected': e, 'perceived': p}, [p, max(p - e, 0), max(e - p, 0)])
              for e, p in ((70, 80), (70, 70), (70, 50))]
    rounded = answers[items('CUSA', 3)].mean(axis=1).round().to_numpy(int)
    single = answers[items('CUSA', 3)].to_numpy()
    # every answer to any of the three questions counts; a person's three stay together, in folds and in errors
    kinds = {'each of CUSA1-3': (single.ravel() - 1, scale, 3),
             'mean rounded, 4 or below pooled': (np.maximum(rounded, 4) - 4, scale[3:], 1),
             'mean rounded, 5 or below pooled': (np.maximum(rounded, 5) - 5, scale[4:], 1),
             'mean rounded, 3..10': (rounded - 3, scale[2:], 1), 'CUSA1, 4..10': (single[:, 0] - 4, scale[3:], 1)}
    terms = {'gain and loss': X, 'one slope on the gap': np.c_[perceived, perceived - expected],
             'perceived only': X[:, :1], 'gap only, gain and loss': X[:, 1:]}

    def score_of(X, y, levels, each):
        P = ordinal.held_out(np.repeat(X, each, axis=0), y, np.repeat(folds_of(n), each))
        if P is None:
            return {'fiveFold': None, 'correlation': None}
        return {'fiveFold': summary(P, y, levels), 'correlation': pin(np.corrcoef(P[::each] @ levels, satisfied)[0, 1])}

    table, sets = [], []
    for kind, (y, levels, each) in kinds.items():
        persons = np.repeat(np.arange(n), each)
        for term, columns_ in terms.items():
            model = ordinal.fit(columns_[persons], y, persons)
            table.append({'variant': f'{kind}; {term}', 'logLikelihood': pin(model['logLikelihood']),
                          'b': [pin(v) for v in model['b']], 'se': [pin(v) for v in model['robust'][len(levels) - 1:]],
                          **score_of(columns_, y, levels, each)})
        if len(sets) < 2:
            sets.append(fitted('alternative: ' + kind if sets else 'satisfaction/index-survey',
                               ['performance', 'gain', 'loss'], ordinal.fit(X[persons], y, persons), X[persons], y,
                               golden, levels, (0, 100), score_of(X, y, levels, each), answers=kind))
    rng, y, persons = np.random.default_rng(SEED), kinds['each of CUSA1-3'][0], np.repeat(np.arange(n), 3)
    shuffled = np.array([ordinal.fit(columns(rng.permutation(expected))[persons], y)['b'] for _ in range(500)])
    shuffled[:, 2] *= -1
    sets[0]['shuffledExpectations'] = {name: {
        'mean': pin(column.mean()), 'sd': pin(column.std()),
        'central95': [pin(q) for q in np.percentile(column, [2.5, 97.5])]}
        for name, column in zip(['gain', 'loss'], shuffled.T[1:])}
    sets[0]['answersGiven'] = {'each': np.bincount(single.ravel(), minlength=11)[1:].tolist(),
                               'meanRounded': np.bincount(rounded, minlength=11)[1:].tolist()}
    sets[0]['middle99Percent'] = {name: [pin(v) for v in np.quantile(of, (.005, .995))]
                                  for name, of in (('expected', expected), ('perceived', perceived), ('satisfied', satisfied))}
    sets[0]['typical'] = {name: pin(np.median(of)) for name, of in (('expected', expected), ('perceived', perceived))}
    sets[0]['variants'] = table
    others = {name: level(items(stem, k)) for name, stem, k in (('value', 'PERV', 2), ('image', 'IMAG', 5))}
    y, persons = kinds['each of CUSA1-3'][0], np.repeat(np.arange(n), 3)
    for id, names in (('satisfaction/index-survey-value-1', ['value']),
                      ('satisfaction/index-survey-image-1', ['value', 'image'])):
        # Performance alone: five-fold no gap term comes within one standard error above it, with value in or without.
        W = np.c_[perceived, np.c_[tuple(others[name] for name in names)]]
        one = fitted(id, ['performance', *names], ordinal.fit(W[persons], y, persons), W[persons], y, [], scale,
                     (0, 100), score_of(W, y, scale, 3))
        one['middle99Percent'] = {name: [pin(v) for v in np.quantile(of, (.005, .995))] for name, of in others.items()}
        one['typical'] = {name: pin(np.median(of)) for name, of in others.items()}
        one['variants'] = [{'terms': term, **score_of(np.c_[X_, W[:, 1:]], y, scale, 3)} for term, X_ in terms.items()]
        sets.append(one)
    return sets + [loyalty(answers, satisfied), spread(answers, items)]


def loyalty(answers, satisfied):
    """Fractional logit (Papke & Wooldridge 1996): mean = logistic(intercept + slope * satisfaction / 100)."""
    X, folds, out = sm.add_constant(satisfied / 100), folds_of(len(answers)), {}
    for name, item in (('repurchase', 'CUSL1'), ('recommend', 'CUSL3')):
        y = ((answers[item] - 1) / 9).to_numpy()
        run = lambda rows: sm.GLM(y[rows], X[rows], family=sm.families.Binomial()).fit(cov_type='HC0', tol=1e-14)
        whole, ahead = run(slice(None)), np.zeros(len(y))
        quasi = whole.model.fit(scale='X2', tol=1e-14)
        for k in range(5):
            ahead[folds == k] = run(folds != k).predict(X[folds == k])
        b, inside = [pin(v) for v in whole.params], whole.fittedvalues
        loss = lambda p: pin(-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean())
        values = {label: {'value': v, 'standardError': pin(hc0), 'quasi': pin(se)}
                  for label, v, hc0, se in zip(('intercept', 'slope'), b, whole.bse, quasi.bse)}
        out[name] = {
            'item': item, 'n': len(y), 'parameters': values, 'converged': bool(whole.converged),
            'quasiLogLikelihood': pin(-loss(inside) * len(y)), 'dispersion': pin(quasi.scale),
            'devianceR2': pin(1 - whole.deviance / whole.null_deviance),
            'inSample': {'logLoss': loss(inside), 'squaredError': pin(((y - inside) ** 2).mean())},
            'fiveFold': {'logLoss': loss(ahead), 'squaredError': pin(((y - ahead) ** 2).mean()),
                         'r2': pin(1 - ((y - ahead) ** 2).sum() / ((y - y.mean()) ** 2).sum())},
            'golden': [{'satisfaction': s, 'mean': round(float(ordinal.logistic(b[0] + b[1] * s / 100)), 10)}
                       for s in (40, 70, 90)]}
    return {'id': 'loyalty/index-survey-1', 'fits': out}


def spread(answers, items):
    """Between persons: the root mean variance of single questions. Within: that of one person's answers to the
    questions of one construct, and the plain mean of those standard deviations. In points of 0..100."""
    out = {}
    for stem, k in (('CUEX', 3), ('PERQ', 7), ('CUSA', 3), ('IMAG', 5)):
        x = 100 * (answers[items(stem, k)].to_numpy() - 1) / 9
        within = x.std(axis=1, ddof=1)
        out[stem] = {'n': len(x), 'items': k, 'betweenPersons': pin(np.sqrt(x.var(axis=0, ddof=1).mean())),
                     'perItem': [pin(v) for v in x.std(axis=0, ddof=1)],
                     'withinPerson': pin(np.sqrt((within ** 2).mean())), 'withinPersonMeanOfSds': pin(within.mean()),
                     'ofPersonMeans': pin(x.mean(axis=1).std(ddof=1))}
    return {'id': 'spread/index-survey', 'constructs': out}
