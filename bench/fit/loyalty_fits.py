"""A second computation of what fitIntentions, fitSwitching, fitWordOfMouth and fitRecovery find on made-up rows, for the
golden values of test/loyalty/fit/golden.test.ts, which makes the same rows. JSON on standard output.

    /usr/bin/python3 bench/fit/loyalty_fits.py

Needs Debian's python3-statsmodels (0.13.5) and python3-scipy. Logits by statsmodels' GLM, the recovery by its OLS, what is
told by scipy's least_squares on numbers within ranges; errors by customer are those of statsmodels without its correction for small samples,
times n / (n - 1) for n customers, and for what is told the same sandwich written out.
"""
import json

import numpy as np
import statsmodels.api as sm
from scipy.optimize import least_squares

OUTCOMES, STAGES = ['below', 'met', 'exceeded'], ['first-use', 'long-term']
i = np.arange(240)
customer = i // 2
few = np.sqrt(120 / 119)
satisfaction = (i * 37) % 101
outcome = np.array(OUTCOMES)[(i * 7 % 11) % 3]
stage = np.array(STAGES)[(i * 5 % 7) % 2]
is_ = lambda column, name: (column == name).astype(float)


def by_customer(model):
    """Numbers with errors of rows alone and by customer."""
    robust = model.fit(cov_type='HC0')
    groups = {'groups': customer, 'use_correction': False}
    return {'b': list(robust.params), 'robust': list(robust.bse * np.sqrt(240 / 239)),
            'byCustomer': list(model.fit(cov_type='cluster', cov_kwds=groups).bse * few)}


def intentions():
    """Answers between 0 and 1, as a scale gives them: a fractional logit."""
    X = np.c_[np.ones(240), satisfaction / 100, is_(outcome, 'below'), is_(outcome, 'exceeded'), is_(stage, 'long-term')]
    y = np.floor(np.clip(satisfaction + (i * 29) % 61 - 30 + 10 * X[:, 3] - 15 * X[:, 2], 0, 100) / 20) / 5
    return by_customer(sm.GLM(y, X, family=sm.families.Binomial()))


def switching():
    """The inertias are what is left of the intercepts beside a switching cost of .5."""
    expected, promised, credibility = 55 + (i * 7) % 30, 60 + (i * 11) % 40, .5 + ((i * 3) % 5) / 10
    ahead = credibility * promised + (1 - credibility) * 60 - expected
    bound = -10 * is_(outcome, 'below') + 8 * is_(outcome, 'exceeded') + np.where(stage == 'long-term', 8, 2)
    y = (ahead > bound + (i * 13) % 41 - 20).astype(float)
    X = np.c_[-is_(stage, 'first-use'), -is_(stage, 'long-term'), ahead, -is_(outcome, 'exceeded'), is_(outcome, 'below')]
    found = by_customer(sm.GLM(y, X, family=sm.families.Binomial()))
    found['b'] = [found['b'][0] - .5, found['b'][1] - .5, *found['b'][2:]]
    return found


def recovery():
    done = np.c_[(i * 37) % 101, (i * 53) % 101, (i * 71) % 101] / 100
    apologies = i % 4
    amounts = np.c_[done, np.minimum(1, apologies), -np.maximum(0, apologies - 1)]
    before, failed = 70 + (i * 3) % 20, 20 + (i * 11) % 25
    lost = before - failed
    share = .4 * done[:, 0] + .2 * done[:, 1] + .1 * done[:, 2] + .1 * amounts[:, 3] + .05 * amounts[:, 4]
    recovered = np.floor(failed + lost * share + (i * 7) % 13 - 6 + (customer * 5) % 7 - 3)
    assert recovered.min() > 0 and recovered.max() < 100
    return by_customer(sm.OLS(recovered - failed, amounts * lost[:, None]))


def told():
    """Good, bad and silent: most good, most bad, silence by outcome, curve, told when met."""
    place = np.array([OUTCOMES.index(o) for o in outcome])
    more = ((i * 13) % 10) / 10 + (customer % 2)
    starts = [[4, 6, b, m, e, c, .6] for b in (60, 70, 80) for m in (50, 60, 70) for e in (40, 50) for c in (1.2, 1.6)]
    return least_told(satisfaction, place, people_told(satisfaction, place, [70, 60, 45], 1.6, more), starts)


def told_by_few(silent, curve, noise, halves=False, is_good_only=False):
    """45 customers, of whose errors the sum of squares has many hollows: from as many starts as it takes."""
    i = np.arange(45)
    place, satisfaction = i % 3, (i * 37) % 101
    if halves:
        satisfaction = np.select([place == 0, place == 2], [satisfaction // 2, 50 + satisfaction // 2], satisfaction)
    good, bad = people_told(satisfaction, place, silent, curve, noise * ((i * 7) % 10) / 10)
    spread = np.random.default_rng(1).random((120, 7))
    people = good, bad * (not is_good_only)
    return least_told(satisfaction, place, people, spread * [8, 8, 98, 98, 98, 4, 1] + [0, 0, 1, 1, 1, 0, 0])


def people_told(satisfaction, place, silent, curve, more):
    """Good and bad."""
    silent = np.array(silent)[place]
    lead = satisfaction - silent
    size = np.where(lead > 0, 4 * (np.abs(lead) / (100 - silent)) ** curve, 6 * (np.abs(lead) / silent) ** curve)
    people = np.floor(size * np.where(place == 1, .6, 1) + more)
    return np.where(lead > 0, people, 0), np.where(lead > 0, 0, people)


def least_told(satisfaction, place, people, starts):
    good, bad = people
    rows = len(satisfaction)

    def foreseen(at):
        silence = at[2:5][place]
        ahead = satisfaction - silence
        extreme = np.where(ahead > 0, ahead / (100 - silence), -ahead / silence)
        all_ = np.where(ahead > 0, at[0], at[1]) * extreme ** at[5] * np.where(place == 1, at[6], 1)
        return np.where(ahead > 0, all_, 0), np.where(ahead > 0, 0, all_)

    def errors(at):
        more, less = foreseen(at)
        return np.r_[good - more, bad - less]

    bounds = ([0, 0, 1, 1, 1, 0, 0], [1000, 1000, 99, 99, 99, 10, 1])
    fits = [least_squares(errors, start, bounds=bounds, xtol=1e-15, ftol=1e-15, gtol=1e-15, jac='3-point') for start in starts]
    best = min(fits, key=lambda fit: fit.cost)
    J, e = best.jac, errors(best.x)
    bread = np.linalg.inv(J.T @ J)
    slopes = J[:rows] * e[:rows, None] + J[rows:] * e[rows:, None]

    def sandwich(slopes):
        return list(np.sqrt(np.diag(bread @ (slopes.T @ slopes) @ bread) * len(slopes) / (len(slopes) - 1)))

    found = {'b': list(best.x), 'robust': sandwich(slopes), 'loss': 2 * best.cost / rows}
    return found if rows % 2 else {**found, 'byCustomer': sandwich(slopes[0::2] + slopes[1::2])}


pinned = lambda x: [float(f'{v:.8g}') for v in x] if isinstance(x, list) else float(f'{x:.8g}')
print(json.dumps({name: {key: pinned(value) for key, value in of().items()}
                  for name, of in (('intentions', intentions), ('switching', switching), ('recovery', recovery),
                                   ('wordOfMouth', told),
                                   ('toldAtTheExtremes', lambda: told_by_few([20, 15, 10], 4, 1, halves=True)),
                                   ('toldByAll', lambda: told_by_few([70, 60, 45], 2.5, 3)),
                                   ('toldForGood', lambda: told_by_few([70, 60, 45], 1.2, 1, is_good_only=True)))}, indent=1))
