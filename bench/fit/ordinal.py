"""The proportional-odds logit P(answer <= k) = logistic(theta_k - u), u = X b, fitted by Newton steps on exact
derivatives (McCullagh 1980, J. R. Stat. Soc. B 42), and its scores. statsmodels' OrderedModel fits the same model
with numerical derivatives, slowly; every set says how far its coefficients lie from that (under 1e-7).

Answers are 0..K-1 and every one of them must occur.
"""
import warnings

import numpy as np
from statsmodels.miscmodels.ordinal_model import OrderedModel

SEED = 2018


def pin(x):
    return float(f'{x:.8g}')


def folds_of(n, seed=SEED):
    return np.random.default_rng(seed).permutation(n) % 5


def logistic(x):
    return 1 / (1 + np.exp(-np.clip(x, -700, 700)))


def fit(X, answers, persons=None):
    """Thresholds and coefficients with standard errors: from the information matrix, and robust ones (HC0, or
    clustered by `persons`)."""
    n, p = X.shape
    K = answers.max() + 1
    centre, scale = X.mean(0), X.std(0)
    Z = (X - centre) / scale
    rows = np.arange(n)
    upper, lower = np.zeros((n, K - 1 + p)), np.zeros((n, K - 1 + p))  # derivatives of theta_k - u at either edge
    upper[:, K - 1:] = lower[:, K - 1:] = -Z
    upper[rows[answers < K - 1], answers[answers < K - 1]] = 1
    lower[rows[answers > 0], answers[answers > 0] - 1] = 1

    def edges(at):
        u, theta = Z @ at[K - 1:], at[:K - 1]
        return logistic(np.append(theta, np.inf)[answers] - u), logistic(np.append(-np.inf, theta)[answers] - u)

    def log_likelihood(at):
        above, below = edges(at)
        return np.log(above - below).sum() if (above > below).all() else -np.inf

    share = np.array([(answers <= k).mean() for k in range(K - 1)])
    at = np.append(np.log(share / (1 - share)), np.zeros(p))
    reached = log_likelihood(at)
    for _ in range(50):
        above, below = edges(at)
        chance, da, db = above - below, above * (1 - above), below * (1 - below)
        slopes = (upper * da[:, None] - lower * db[:, None]) / chance[:, None]
        information = slopes.T @ slopes - (upper.T * (da * (1 - 2 * above) / chance)) @ upper \
            + (lower.T * (db * (1 - 2 * below) / chance)) @ lower
        step = np.linalg.solve(information, slopes.sum(0))
        converged = bool(np.abs(step).max() < 1e-10)
        while not converged and log_likelihood(at + step) < reached:
            step = step / 2
            converged = bool(np.abs(step).max() < 1e-12)
        at = at + step
        reached = log_likelihood(at)
        if converged:
            break
    back = np.eye(K - 1 + p)  # from centred and scaled columns to the columns as given
    back[K - 1:, K - 1:] = np.diag(1 / scale)
    back[:K - 1, K - 1:] = centre / scale
    inverse = np.linalg.inv(information)
    summed = slopes if persons is None else np.array([slopes[persons == who].sum(0) for who in np.unique(persons)])
    robust = inverse @ summed.T @ summed @ inverse
    error = lambda covariance: np.sqrt(np.diag(back @ covariance @ back.T))
    at = back @ at
    return {'theta': at[:K - 1], 'b': at[K - 1:], 'se': error(inverse), 'robust': error(robust),
            'logLikelihood': reached, 'converged': converged, 'n': n}


def chances(theta, b, X):
    """The chance of every answer, one row per row of X."""
    reached = logistic(np.asarray(theta)[None, :] - (X @ np.asarray(b))[:, None])
    return np.diff(np.c_[np.zeros(len(X)), reached, np.ones(len(X))], axis=1)


def scores(P, answers):
    """Log loss and ranked probability score over K - 1, per row."""
    n, K = P.shape
    missed = P.cumsum(1)[:, :-1] - (answers[:, None] <= np.arange(K - 1))
    return -np.log(P[np.arange(n), answers]), (missed ** 2).sum(1) / (K - 1)


def held_out(X, answers, folds):
    """The chances of every answer as foreseen by a fit on the other folds; None where a fold leaves an answer out."""
    P = np.zeros((len(X), answers.max() + 1))
    for k in np.unique(folds):
        out = folds == k
        if len(np.unique(answers[~out])) < P.shape[1]:
            return None
        model = fit(X[~out], answers[~out])
        P[out] = chances(model['theta'], model['b'], X[out])
    return P


def fitted(id, names, model, X, y, golden, levels, ends, oos, **rest):
    """A set as data: its parameters (signed as in fit.py's u), scores and golden predictions, the score on 0..100.
    `standardError` is the robust one."""
    signs = np.array([-1 if name in ('loss', 'stillWaiting') else 1 for name in names])
    theta, b = [[pin(v) for v in model[key]] for key in ('theta', 'b')]
    labels = [f'theta{k + 1}' for k in range(len(theta))] + names
    values = theta + [pin(v) for v in signs * b]
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        scaled = OrderedModel(y, X / X.std(0), distr='logit')
        other = scaled.fit(method='newton', start_params=scaled.fit(method='bfgs', disp=False).params, disp=False)
    points = 100 * (levels - ends[0]) / (ends[1] - ends[0])
    return {
        'id': id, 'n': model['n'], 'logLikelihood': pin(model['logLikelihood']), 'converged': model['converged'],
        'parameters': {name: {'value': v, 'standardError': pin(robust), 'fromInformation': pin(se)}
                       for name, v, se, robust in zip(labels, values, model['se'], model['robust'])},
        'statsmodels': {'logLikelihood': pin(other.llf), 'largestDifference': 
            pin(np.abs(np.asarray(other.params)[:X.shape[1]] / X.std(0) - model['b']).max())},
        'scores': {'inSample': summary(chances(theta, b, X), y, levels), **oos}, **rest,
        'golden': [{**case, 'chances': [round(float(c), 10) for c in P], 'score': round(float(P @ points), 10)}
                   for case, row in golden for P in chances(theta, b, np.array([row]))],
    }


def summary(P, y, levels):
    if P is None:
        return None
    log_loss, rps = scores(P, y)
    answered = levels[y]
    rest = ((answered - P @ levels) ** 2).sum() / ((answered - answered.mean()) ** 2).sum()
    return {'logLoss': pin(log_loss.mean()), 'rps': pin(rps.mean()), 'r2OfMean': pin(1 - rest)}
