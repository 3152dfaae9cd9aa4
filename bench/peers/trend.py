"""Sen's slope and Kendall's S by scipy, of columns of days and values."""

from scipy.stats import kendalltau, theilslopes
from turns import take_turns


def trend(days, values):
    pairs = len(days) * (len(days) - 1) / 2
    slope = theilslopes(values, days, 0.95)
    tau = kendalltau(days, values, method="asymptotic")
    # Without ties, as here, tau is S by pairs.
    return [slope.slope, tau.statistic * pairs]


take_turns(trend, lambda found: found)
