package souk.demand.forecasting;

import souk.demand.spi.Forecaster;
import souk.testkit.ForecasterContract;

/** The contract of forecasters. */
class SimpleSmoothingForecasterTest extends ForecasterContract {
  @Override
  protected Forecaster subject() {
    return new SimpleSmoothingForecaster();
  }
}
