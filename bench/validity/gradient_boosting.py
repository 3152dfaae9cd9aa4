"""Foresees who is satisfied by scikit-learn's boosted trees, fold by fold, and prints what the folds hold.

    /usr/bin/python3 bench/validity/gradient_boosting.py < rows.json

Columns are those that touchpointImportance has: the stage, and the rating of each touchpoint, 0 where there is none.
"""
import json
import sys

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

given = json.load(sys.stdin)
X, y, fold = (np.array(given[name], float) for name in ('columns', 'answers', 'folds'))
found = {}
for kind in (GradientBoostingClassifier, HistGradientBoostingClassifier):
    ahead = np.zeros(len(y))
    for k in np.unique(fold):
        out = fold == k
        ahead[out] = kind(random_state=0).fit(X[~out], y[~out]).predict_proba(X[out])[:, 1]
    found[kind.__name__] = roc_auc_score(y, ahead)
print(json.dumps(found))
