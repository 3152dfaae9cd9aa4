"""Fits the BG/NBD model by scipy's L-BFGS-B with the exact gradient, to columns of frequency, recency and age."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import digamma, gammaln
from turns import take_turns


def negated(logs, x, recency, age):
    """The log likelihood (Fader, Hardie & Lee 2005, eq. 6) negated, and its gradient by the logarithms."""
    r, alpha, a, b = np.exp(logs)
    again = x > 0
    since = np.where(again, np.log((alpha + age) / (alpha + recency)), 0)
    odds = np.where(again, np.log(a) - np.log(b + np.maximum(x, 1) - 1) + (r + x) * since, -np.inf)
    gone = np.where(odds > 0, 1 / (1 + np.exp(-np.abs(odds))), 1 - 1 / (1 + np.exp(-np.abs(odds))))
    value = (
        gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + age)
        + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
        + np.maximum(odds, 0) + np.log1p(np.exp(-np.abs(odds)))
    ).sum()
    by_r = (digamma(r + x) - digamma(r) + np.log(alpha / (alpha + age)) + gone * since).sum()
    bend = np.where(again, 1 / (alpha + age) - 1 / (alpha + recency), 0)
    by_alpha = (r / alpha - (r + x) / (alpha + age) + gone * (r + x) * bend).sum()
    both = digamma(a + b) - digamma(a + b + x)
    by_a = (both + gone / a).sum()
    by_b = (both + digamma(b + x) - digamma(b) - gone / (b + np.maximum(x, 1) - 1)).sum()
    return -value, -np.array([by_r * r, by_alpha * alpha, by_a * a, by_b * b])


def fit(x, recency, age):
    unit = age.mean()
    # The mean, as scipy's tolerances mean numbers of the order of 1.
    found = minimize(
        lambda logs: [part / len(x) for part in negated(logs, x, recency / unit, age / unit)],
        np.zeros(4), jac=True, method="L-BFGS-B", options={"ftol": 1e-13, "gtol": 1e-7},
    )
    log_likelihood = -found.fun * len(x) - x.sum() * np.log(unit)
    return [*np.exp(found.x) * [1, unit, 1, 1], log_likelihood]


take_turns(fit, lambda found: found)
