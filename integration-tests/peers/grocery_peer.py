# scikit-learn's HistGradientBoosting over all series of the set grocery_promotions, as a peer of
# "./souk bench grocery": grocery_peer.py FOLDER ORIGIN HORIZON ANSWERS
# writes STORE/PRODUCT,WEEK,POINT,LOW,HIGH per observed row of the horizon and prints
# PROCESSOR-SECONDS WALL-SECONDS of features, fitting and forecasting (reading left out).
# Units before the origin are seen; price and promotion are known for all weeks.
import sys
import time
import warnings

import numpy
import pandas
from sklearn.ensemble import HistGradientBoostingRegressor

warnings.simplefilter("ignore")
WEEKS, EVERY, MEMORY = 156, 3, 65
FLAGS = ("feature", "display", "tpr_only")
folder, origin, horizon, answers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]

sales = pandas.read_csv(folder + "/weekly_sales.csv.gz", parse_dates=["week_end_date"])
sales["week"] = (sales["week_end_date"] - pandas.Timestamp("2009-01-14")).dt.days // 7
stores = pandas.read_csv(folder + "/stores.csv").set_index("store_id")
products = pandas.read_csv(folder + "/products.csv").set_index("upc_id")
product_column = "upc" if "upc" in sales.columns else "upc_id"


def wide(column):
    table = sales.pivot_table(index=["store_id", product_column], columns="week", values=column)
    return table.reindex(columns=range(WEEKS))


units_table = wide("units")
keys = units_table.index
units = units_table.to_numpy()
price = wide("price").reindex(keys).to_numpy()
base = wide("base_price").reindex(keys).ffill(axis=1).to_numpy()
flags = [wide(flag).reindex(keys).to_numpy() for flag in FLAGS]
store_ids = keys.get_level_values(0)
product_ids = keys.get_level_values(1)
static = numpy.column_stack([
    pandas.factorize(store_ids)[0],
    pandas.factorize(product_ids)[0],
    pandas.factorize(products.loc[product_ids, "category"])[0],
    pandas.factorize(products.loc[product_ids, "sub_category"])[0],
    pandas.factorize(products.loc[product_ids, "manufacturer"])[0],
    pandas.factorize(stores.loc[store_ids, "seg_value_name"])[0],
    stores.loc[store_ids, "avg_weekly_baskets"].to_numpy(),
    stores.loc[store_ids, "sales_area_size_num"].to_numpy(),
]).astype(float)

cpu, wall = time.process_time(), time.perf_counter()
logs = numpy.log1p(units)
promoted = numpy.nansum(numpy.stack(flags), axis=0) > 0
ratio = numpy.log(price / base)


def mean(values):
    return numpy.nanmean(values, axis=1) if values.shape[1] else numpy.full(len(values), numpy.nan)


def rows(start, steps):
    """Features, log level and log units of every observed row after one origin."""
    past, past_promoted = logs[:, :start], promoted[:, :start]
    year = past[:, max(0, start - 52):]
    year_promoted = past_promoted[:, max(0, start - 52):]
    level = mean(year)
    known = [
        past[:, -1], mean(past[:, -4:]), mean(past[:, -8:]), mean(past[:, -13:]),
        mean(past[:, -26:]), level,
        mean(numpy.where(year_promoted, numpy.nan, year)),
        mean(numpy.where(year_promoted, year, numpy.nan)),
        numpy.nanstd(year, axis=1), numpy.isnan(year).mean(axis=1),
        mean(ratio[:, max(0, start - 52):start]),
        mean(numpy.log(price[:, max(0, start - 52):start])),
    ]
    parts = []
    for step in range(steps):
        week = start + step
        if week >= WEEKS:
            break
        before, after = max(0, week - 1), min(WEEKS - 1, week + 1)
        lag = past[:, max(0, week - 53):max(0, week - 50)] if week >= 53 else past[:, :0]
        features = numpy.column_stack(known + [
            mean(lag) if lag.shape[1] else numpy.full(len(units), numpy.nan),
            ratio[:, week], numpy.log(price[:, week]), numpy.log(base[:, week]),
            ratio[:, before], ratio[:, after],
            *[flag[:, week] for flag in flags],
            promoted[:, before], promoted[:, after],
            numpy.full(len(units), week % 52), numpy.full(len(units), step), static])
        for column in range(6):
            features[:, column] -= level
        seen = ~numpy.isnan(units[:, week]) & ~numpy.isnan(level)
        parts.append((features[seen], level[seen], logs[seen, week],
                      numpy.flatnonzero(seen), numpy.full(seen.sum(), week)))
    return parts


train = []
for start in range(max(52, origin - MEMORY), origin, EVERY):
    train += rows(start, min(horizon, origin - start))
x = numpy.concatenate([part[0] for part in train])
y = numpy.concatenate([part[2] - part[1] for part in train])
future = rows(origin, horizon)
x_new = numpy.concatenate([part[0] for part in future])
level_new = numpy.concatenate([part[1] for part in future])
series_new = numpy.concatenate([part[3] for part in future])
week_new = numpy.concatenate([part[4] for part in future])
predicted = []
for settings in (
        {"loss": "absolute_error", "max_iter": 300, "learning_rate": 0.06},
        {"loss": "quantile", "quantile": 0.1, "max_iter": 150, "learning_rate": 0.1},
        {"loss": "quantile", "quantile": 0.9, "max_iter": 150, "learning_rate": 0.1}):
    model = HistGradientBoostingRegressor(
        max_leaf_nodes=31, min_samples_leaf=40, random_state=7, **settings).fit(x, y)
    predicted.append(numpy.maximum(0, numpy.expm1(model.predict(x_new) + level_new)))
spent, waited = time.process_time() - cpu, time.perf_counter() - wall

with open(answers, "w", encoding="ascii") as out:
    for i in range(len(series_new)):
        store, product = keys[series_new[i]]
        out.write("%s/%s,%d,%.6g,%.6g,%.6g\n" % (
            store, product, week_new[i], predicted[0][i], predicted[1][i], predicted[2][i]))
print("%.3f %.3f %d" % (spent, waited, len(y)), flush=True)
