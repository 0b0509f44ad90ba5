package souk.it.addon;

import java.lang.annotation.Annotation;
import souk.demand.spi.Forecaster;
import souk.testkit.ForecasterContract;

/** A stranger's forecaster keeps the contract like the platform's own. */
class AddonForecasterTest extends ForecasterContract {
  private static final class Identity implements Versioned {
    @Override
    public String souk_version() {
      return "1.0.0";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return Versioned.class;
    }
  }

  @Override
  protected Forecaster subject() {
    return new AddonForecaster(new Identity());
  }
}
