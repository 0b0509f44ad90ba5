# Answers one line per series: METHOD HORIZON SEASON VALUE,VALUE,...
# with: PROCESSOR-MILLISECONDS WALL-MILLISECONDS FORECAST,FORECAST,...
import sys
import time
import warnings

import numpy
import statsmodels
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.forecasting.theta import ThetaModel

warnings.simplefilter("ignore")


def theta(y, season, horizon):
    return ThetaModel(y, period=season).fit().forecast(horizon)


def ets(y, season, horizon):
    """One shape, additive with a damped trend: statsmodels does not choose the shape itself."""
    seasonal = "add" if season > 1 else None
    model = ETSModel(
        y, error="add", trend="add", damped_trend=True,
        seasonal=seasonal, seasonal_periods=season if seasonal else None)
    return model.fit(disp=False).forecast(horizon)


METHODS = {"theta": theta, "ets": ets}
print("ready", statsmodels.__version__, flush=True)
for line in sys.stdin:
    method, horizon, season, values = line.split()
    y = numpy.array([float(value) for value in values.split(",")])
    begin, wall = time.process_time(), time.perf_counter()
    try:
        answer = ",".join(repr(float(v)) for v in METHODS[method](y, int(season), int(horizon)))
    except Exception:  # noqa: BLE001, the peer's own failure is an answer
        answer = "NA"
    spent, waited = time.process_time() - begin, time.perf_counter() - wall
    print(1000 * spent, 1000 * waited, answer, flush=True)
