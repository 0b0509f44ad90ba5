package souk.demand.forecasting;

import souk.demand.spi.Forecaster;
import souk.testkit.ForecasterContract;

/** The contract of forecasters. */
class ImapaForecasterTest extends ForecasterContract {
  @Override
  protected Forecaster subject() {
    return new ImapaForecaster();
  }
}
