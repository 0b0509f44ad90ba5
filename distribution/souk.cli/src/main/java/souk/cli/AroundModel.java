package souk.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What is done around a model. */
final class AroundModel {
  /** What to do about steps in which nothing could be sold. */
  enum StockOuts {
    COUNT,
    FILL_KNOWN,
    FILL_FOUND
  }

  @Option(
      names = "--integer",
      description = "Whole numbers, whose sums over the horizon stay what they were.")
  private boolean whole;

  @Option(
      names = "--calibrate",
      description = "Corrects quantiles by what they missed inside the history.")
  private boolean calibrated;

  @Option(
      names = "--holidays",
      paramLabel = "COUNTRY",
      description = "Public holidays become a covariate; ISO code, for example CN.")
  private String holidays;

  @Option(
      names = "--stock-outs",
      defaultValue = "count",
      paramLabel = "HOW",
      description =
          "count them as they are, fill_known (covariate available is 0) or fill_found (also those"
              + " that sold far less than chance allows; default: ${DEFAULT-VALUE}).")
  private StockOuts stockOuts = StockOuts.COUNT;

  boolean whole() {
    return whole;
  }

  /** Only what was asked for, so that a platform that knows none of it answers too. */
  void write(JsonGenerator json) throws IOException {
    if (whole) {
      json.writeBooleanField("wholeNumbers", true);
    }
    if (calibrated) {
      json.writeBooleanField("calibrated", true);
    }
    if (holidays != null) {
      json.writeStringField("holidays", holidays.toUpperCase(Locale.ROOT));
    }
    if (stockOuts != StockOuts.COUNT) {
      json.writeStringField("stockOuts", stockOuts.name());
    }
  }
}
