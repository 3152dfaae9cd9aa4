"""The survival curve of Kaplan and Meier by statsmodels, of columns of times and whether each has finished."""

import numpy as np
from scipy.stats import norm
from statsmodels.duration.survfunc import SurvfuncRight
from turns import take_turns


def answers(curve):
    """The chance to have finished by 1 to 9, and its 95% interval by the log-log transform, as in survival.ts."""
    at = np.searchsorted(curve.surv_times, np.arange(1, 10), side="right") - 1
    left, error = curve.surv_prob[at], curve.surv_prob_se[at]
    shift = norm.ppf(0.975) * error / (left * -np.log(left))
    return np.concatenate([1 - left, 1 - left ** np.exp(-shift), 1 - left ** np.exp(shift)])


take_turns(SurvfuncRight, answers)
