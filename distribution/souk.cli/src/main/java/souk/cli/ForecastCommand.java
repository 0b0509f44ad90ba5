package souk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Forecasts the series of a file, or measures how well that goes.",
    description = {
      "Input: one line per series and time with the columns series, time, value, in any order; "
          + "CSV in UTF-8, may be packed (.gz). Other columns are covariates; they count where they "
          + "continue into the future, on lines with an empty value.",
      "Answer: series, step, mean, quantiles; with several models also model.",
      "",
      "  souk forecast --series sales.csv --horizon 8 --season 52 --out forecast.csv",
      "  souk forecast --series sales.csv --horizon 8 --models ets,theta --backtest",
      ""
    })
final class ForecastCommand implements Callable<Integer> {
  @Option(names = "--series", paramLabel = "CSV", description = "The history.")
  private Path input;

  @Option(names = "--horizon", paramLabel = "H", description = "Steps ahead.")
  private int horizon;

  @Option(
      names = "--season",
      defaultValue = "1",
      paramLabel = "M",
      description = "Steps of one season (default: ${DEFAULT-VALUE}, no season).")
  private int season = 1;

  @Option(
      names = "--quantiles",
      split = ",",
      defaultValue = "0.1,0.5,0.9",
      paramLabel = "Q",
      description = "Increasing, between 0 and 1 (default: ${DEFAULT-VALUE}).")
  private List<Double> quantiles = List.of();

  @Option(names = "--out", paramLabel = "CSV", description = "The forecasts.")
  private Path out;

  @Option(
      names = {"--models", "--strategy"},
      split = ",",
      defaultValue = ForecastModels.AUTO,
      paramLabel = "MODEL",
      description =
          "Ids, \"all\", or \"auto\": chosen inside the history (default: ${DEFAULT-VALUE}).")
  private List<String> models = List.of();

  @Option(names = "--list-models", description = "Lists the models that are here, and ends.")
  private boolean list;

  @Option(
      names = "--gaps",
      defaultValue = "interpolate",
      paramLabel = "HOW",
      description =
          "Steps without an observation: interpolate, zero (nothing sold), consecutive (not heeded)"
              + " or refuse (default: ${DEFAULT-VALUE}).")
  private Gaps gaps = Gaps.INTERPOLATE;

  @Option(names = "--seed", defaultValue = "1", description = "For models that draw.")
  private long seed = 1;

  @ArgGroup(validate = false, heading = "%nAround the model%n")
  private AroundModel around = new AroundModel();

  @ArgGroup(validate = false, heading = "%nBacktest%n")
  private BacktestOptions backtest = new BacktestOptions();

  @ArgGroup(validate = false, heading = "%nColumns%n")
  private SeriesColumns columns = new SeriesColumns();

  @Mixin private PlaceOptions options;

  @Override
  public Integer call() {
    if (list) {
      try (Session session = Session.forComputing(options.place())) {
        System.out.print(new ForecastModels(session.api("admin")).table());
      }
      return ExitCode.OK.value();
    }
    check();
    SeriesFile file = SeriesFile.read(input, columns);
    SeriesSet set = file.prepare(horizon, gaps);
    tell(file, set);
    ForecastQuestion question = new ForecastQuestion(set, season, horizon, quantiles, seed);
    try (Session session = Session.forComputing(options.place())) {
      Api api = session.api("admin");
      List<String> named = new ForecastModels(api).named(models);
      if (backtest.wanted()) {
        new BacktestRun(api, question, backtest).run(named);
      }
      if (out != null) {
        new ForecastRun(api, question, out, around).run(named);
      }
    }
    return ExitCode.OK.value();
  }

  private void check() {
    if (input == null) {
      throw usage("There is no file to forecast.\nMaybe --series CSV is missing.");
    }
    if (out == null && !backtest.wanted()) {
      throw usage("There is nothing to do.\nMaybe --out CSV or --backtest is missing.");
    }
    if (horizon < 1 || season < 1) {
      throw usage(
          "--horizon and --season must be at least 1, but are %d and %d.\nMaybe --horizon H is missing."
              .formatted(horizon, season));
    }
    for (int q = 0; q < quantiles.size(); q++) {
      double level = quantiles.get(q);
      if (!(level > 0 && level < 1) || (q > 0 && level <= quantiles.get(q - 1))) {
        throw usage(
            "--quantiles must increase and lie between 0 and 1, but are %s.\nMaybe they were given in percent."
                .formatted(quantiles));
      }
    }
    backtest.check();
  }

  private static CliFailure usage(String message) {
    return new CliFailure(ExitCode.USAGE, message);
  }

  private void tell(SeriesFile file, SeriesSet set) {
    System.err.printf(
        Locale.ROOT, "%,d lines, %,d series%s", file.lines(), set.series().size(), step(set));
    if (set.filled() > 0) {
      System.err.printf(
          Locale.ROOT,
          "; %,d steps of %,d series had no observation and were filled (--gaps %s)",
          set.filled(),
          set.withGaps(),
          gaps.name().toLowerCase(Locale.ROOT));
    }
    List<String> numbers = new ArrayList<>(file.covariates());
    numbers.removeAll(set.attributes());
    if (!set.attributes().isEmpty()) {
      System.err.printf("; attributes %s", set.attributes());
    }
    if (set.covariates().isEmpty() && !numbers.isEmpty()) {
      System.err.printf("; not known ahead and left out: %s", numbers);
    } else if (!set.covariates().isEmpty()) {
      System.err.printf("; covariates %s", set.covariates());
    }
    System.err.println();
  }

  private static String step(SeriesSet set) {
    return set.scale().map(scale -> ", one step is 1 " + scale.unit()).orElse("");
  }
}
