"""Fits the default sets `satisfaction/marketplace-2018`, `satisfaction/index-survey` and `loyalty/index-survey`, and
measures the spread of survey answers. JSON on standard output; with --table the same for reading, on standard error.

    /usr/bin/python3 bench/fit/fit.py ../shared/data --table > fitted.json

Needs Debian's python3-statsmodels (0.13.5; numpy 1.24, pandas 1.5). Deterministic: folds are random with seed 2018,
and by person on the survey. Parameters are rounded to 8 significant digits, and the golden predictions are computed
from the rounded ones. P(answer <= k) = logistic(theta_k - u), with g the gap, positive when better than expected, and
    u = performance * P + gain * v(max(g, 0)) - loss * v(max(-g, 0)) - step * [still waiting when asked].
"""
import json
import os
import sys

import numpy as np
import pandas as pd

sys.dont_write_bytecode = True
import ordinal
from ordinal import fitted, folds_of, pin, summary
from survey import index_survey

SOURCES = {
    'marketplace-orders.csv': 'Olist, "Brazilian E-Commerce Public Dataset", Kaggle (CC BY-NC-SA 4.0): orders joined '
    'with reviews; columns status, purchased_at, delivered_at, promised_date, review_score, review_asked_on',
    'ecsi-mobi.csv': '`mobi` of the R packages semPLS and plspm (GPL-3): CUEX1-3, PERQ1-7, CUSA1-3, CUSL1-3 on 1..10',
}
DAY = pd.Timedelta(days=1)


def marketplace(path):
    """Days run from the purchase. A promised date lasts to the end of that day, and so does the day of asking (the
    data have no hour): lateness is above 0 exactly when the order came, or the question found the customer waiting,
    on a later calendar day than promised. The step is for waiting in vain: asked on an earlier day than the delivery and
    after the promise had passed (the 31 orders asked before that average 3.7 stars); `actual` is then the time waited
    when asked. v is the same on both sides, as in the formula above; cap 2 has the
    least five-fold RPS of the caps and powers tried, and no simpler v comes within one standard error (of the paired
    difference). Beyond two days the data cannot tell: nearly everyone later than that was asked while waiting."""
    dates = ['purchased_at', 'delivered_at', 'promised_date', 'review_asked_on']
    orders = pd.read_csv(path, parse_dates=dates)
    orders = orders[(orders.status == 'delivered') & orders.delivered_at.notna() & orders.review_score.notna()]
    orders = orders.sort_values('purchased_at', kind='stable').reset_index(drop=True)
    y = orders.review_score.to_numpy(int) - 1
    waiting = (orders.review_asked_on < orders.delivered_at.dt.normalize()).to_numpy(float)
    days = lambda until: ((until - orders.purchased_at) / DAY).to_numpy()
    asked = {'end': orders.review_asked_on + DAY, 'noon': orders.review_asked_on + DAY / 2}
    actual = {at: np.where(waiting == 1, days(asked[at]), days(orders.delivered_at)) for at in asked}
    gap = {at: days(orders.promised_date + DAY) - actual[at] for at in asked}
    bought = orders.purchased_at.dt.normalize()
    came = orders.delivered_at.dt.normalize().where(waiting == 0, orders.review_asked_on)
    actual['calendar'] = ((came - bought) / DAY).to_numpy()
    gap['calendar'] = ((orders.promised_date - came) / DAY).to_numpy()
    assert (((orders.promised_date - came) / DAY < 0) == (gap['end'] < 0)).all()
    late = (gap['end'] < 0).astype(float)
    same_day = (orders.review_asked_on < orders.delivered_at).to_numpy(float)

    in_vain = waiting * late

    def columns(v, at='end', step=in_vain, early=True, w=None, performance=np.log):
        g = gap[at]
        sides = [(w or v)(np.maximum(g, 0))] if early else []
        return np.column_stack([performance(actual[at])] + sides + [v(np.maximum(-g, 0)), step])

    cap = lambda most: lambda x: np.minimum(x, most)
    power = lambda a: lambda x: x ** a
    same = lambda x: x
    chosen = columns(cap(2))
    variants = {
        'constant': np.empty((len(y), 0)), 'v identity, no gain': columns(same, early=False),
        'v identity': columns(same), **{f'v cap {c}': columns(cap(c)) for c in (1, 1.5, 2, 2.5, 3, 5, 7)},
        **{f'v power {a}': columns(power(a)) for a in (.25, .5, .75, .88)},
        'cap 2, no gain': columns(cap(2), early=False), 'cap 2 on late, early identity': columns(cap(2), w=same),
        'cap 2, asked at noon': columns(cap(2), 'noon'), 'cap 2, whole calendar days': columns(cap(2), 'calendar'),
        'cap 2, one slope on the gap': np.c_[chosen[:, 0], chosen[:, 1] - chosen[:, 2], in_vain],
        'cap 2, waiting also if it came that day': columns(cap(2), step=same_day * late),
        'cap 2, + broken step': np.c_[chosen, late], 'v identity, + broken step': np.c_[columns(same), late],
        'cap 2, broken step only': columns(cap(2), step=late), 'cap 2, no step': chosen[:, :3],
        'cap 2, step also before the promise passed': columns(cap(2), step=waiting),
        'cap 2, duration in days, not log': columns(cap(2), performance=same)}
    levels, n, cut = np.arange(1.0, 6.0), len(y), int(.7 * len(y))
    contiguous = np.arange(n) * 5 // n

    def out_of_sample(X):
        forward = ordinal.fit(X[:cut], y[:cut])
        ahead = ordinal.chances(forward['theta'], forward['b'], X[cut:])
        return {'fiveFold': summary(ordinal.held_out(X, y, folds_of(n)), y, levels),
                'contiguous': summary(ordinal.held_out(X, y, contiguous), y, levels),
                'forward': summary(ahead, y[cut:], levels)}

    best = ordinal.scores(ordinal.held_out(chosen, y, folds_of(n)), y)[1]
    table = []
    for name, X in variants.items():
        model = ordinal.fit(X, y)
        more = ordinal.scores(ordinal.held_out(X, y, folds_of(n)), y)[1] - best
        table.append({'variant': name, 'logLikelihood': pin(model['logLikelihood']), 'b': [pin(v) for v in model['b']],
                      'se': [pin(v) for v in model['se'][4:]], **out_of_sample(X), 'rpsAboveChosen': pin(more.mean()),
                      'seOfThat': pin(more.std() / np.sqrt(n))})
    repeated = [ordinal.scores(ordinal.held_out(chosen, y, folds_of(n, seed)), y)[1].mean() for seed in range(20)]
    golden = [({'promised': p, 'actual': a, 'stillWaiting': bool(s)},
               [np.log(a), min(max(p - a, 0), 2), min(max(a - p, 0), 2), s])
              for p, a, s in ((10, 8, 0), (10, 10, 0), (10, 12, 0), (10, 12, 1))]
    names = ['performance', 'gain', 'loss', 'stillWaiting']
    describe = pd.DataFrame({'waiting': waiting, 'late': np.ceil(np.maximum(-gap['end'], 0)), 'stars': y + 1})
    seen = describe.groupby(['waiting', 'late']).stars.agg(['mean', 'size']).reset_index()
    middle = {name: [pin(v) for v in np.quantile(of, (.005, .995))]
              for name, of in (('promised', actual['end'] + gap['end']), ('actual', actual['end']))}
    typical = {'promised': pin(np.median(actual['end'] + gap['end'])), 'actual': pin(np.median(actual['end']))}
    return fitted('satisfaction/marketplace-2018', names, ordinal.fit(chosen, y), chosen, y, golden, levels, (1, 5),
                  out_of_sample(chosen), cap=2, middle99Percent=middle, typical=typical,
                  repeatedFiveFoldRps={'mean': pin(np.mean(repeated)), 'sd': pin(np.std(repeated))},
                  waitingDaysLateMeanStarsOrders=[[int(w), int(l), pin(m), int(k)] for w, l, m, k in seen.to_numpy()],
                  variants=table)


def tables(document):
    """The same for reading: one block per set, one line per number or variant."""
    def line(*cells):
        print(*(f'{c:<58}' if i == 0 else f'{c:>15.8g}' if isinstance(c, float) else f'{str(c):>15}'
                for i, c in enumerate(cells)), file=sys.stderr)

    def parameters(of):
        line('', 'value', 'robust se', 'other se')
        for name, p in of.items():
            line('  ' + name, *p.values())

    for s in document:
        facts = (f'{k} {s[k]}' for k in ('n', 'logLikelihood', 'converged', 'cap') if k in s)
        print('\n' + s['id'], *facts, file=sys.stderr)
        if 'parameters' in s:
            parameters(s['parameters'])
        if 'scores' in s:
            line('', 'log loss', 'RPS', 'R2 of mean')
        for name, score in s.get('scores', {}).items():
            line('  ' + name, *(score.values() if isinstance(score, dict) else [score]))
        if 'variants' in s:
            line('', 'log likelihood', 'log loss', 'RPS', 'forward RPS', 'RPS - chosen', 'se of that')
        for v in s.get('variants', []):
            five, forward = v['fiveFold'] or {}, v.get('forward', {})
            line('  ' + v['variant'], v['logLikelihood'], five.get('logLoss', '-'), five.get('rps', '-'),
                 *([forward['rps'], v['rpsAboveChosen'], v['seOfThat']] if forward else ['r', v['correlation']]))
        for name, f in s.get('fits', {}).items():
            line('  ' + name, 'deviance R2', f['devianceR2'], 'five-fold R2', f['fiveFold']['r2'])
            parameters(f['parameters'])
        for stem, c in s.get('constructs', {}).items():
            line('  ' + stem, 'between', c['betweenPersons'], 'within', c['withinPerson'])
        for case in s.get('golden', []) + [g for f in s.get('fits', {}).values() for g in f['golden']]:
            print('  ' + json.dumps(case), file=sys.stderr)


def main(arguments):
    folder = next((a for a in arguments if not a.startswith('--')), '../shared/data')
    paths = {name: os.path.join(folder, name) for name in SOURCES}
    missing = [name for name, path in paths.items() if not os.path.exists(path)]
    if missing:
        print(f'Nothing fitted: {folder} lacks', file=sys.stderr)
        for name in missing:
            print(f'  {name}: from {SOURCES[name]}', file=sys.stderr)
        return
    document = [marketplace(paths['marketplace-orders.csv'])] + index_survey(paths['ecsi-mobi.csv'])
    print(json.dumps(document, indent=1))
    if '--table' in arguments:
        tables(document)


main(sys.argv[1:])
