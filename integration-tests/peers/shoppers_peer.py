# scikit-learn's HistGradientBoosting on the set online_shoppers_intention, as a peer of
# "./souk bench shoppers": shoppers_peer.py FILE
# Reads lines "TRAIN TEST COLUMNS", each a list of numbers separated by commas: rows to fit, rows to
# answer, columns to use; answers "PROCESSOR-SECONDS WALL-SECONDS PROBABILITIES" of fitting and
# answering (reading and numbering of categories left out).
import sys
import time
import warnings

import numpy
import pandas
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier

warnings.simplefilter("ignore")
table = pandas.read_csv(sys.argv[1])
target = table["Revenue"].astype(str).str.upper().eq("TRUE").to_numpy().astype(int)
features = table.drop(columns="Revenue")
texts = []
for place, name in enumerate(features):
    if features[name].dtype == object or features[name].dtype == bool:
        features[name] = pandas.factorize(features[name], sort=True)[0]
        texts.append(place)
features = features.to_numpy().astype(float)
print("ready " + sklearn.__version__, flush=True)
for line in sys.stdin:
    train, test, columns = (numpy.array(part.split(","), dtype=int) for part in line.split())
    x, y, x_new = features[train][:, columns], target[train], features[test][:, columns]
    categories = [place for place, column in enumerate(columns) if column in texts]
    cpu, wall = time.process_time(), time.perf_counter()
    model = HistGradientBoostingClassifier(random_state=1, categorical_features=categories)
    answers = model.fit(x, y).predict_proba(x_new)[:, 1]
    spent, waited = time.process_time() - cpu, time.perf_counter() - wall
    print("%.4f %.4f %s" % (spent, waited, ",".join("%.9g" % a for a in answers)), flush=True)
