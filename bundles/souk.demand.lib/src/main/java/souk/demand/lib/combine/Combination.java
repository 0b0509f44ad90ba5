package souk.demand.lib.combine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * The average, the median or the trimmed mean of several methods: means and quantiles are combined
 * level by level.
 *
 * <p>Methods that refuse are left out; if all refuse, the first refusal is the answer. Stateless if
 * its members are, thread-safe.
 */
public final class Combination implements SeriesForecaster {
  private static final int TRIMMED_PART = 4;

  private final List<SeriesForecaster> members;
  private final Centre centre;

  private enum Centre {
    AVERAGE("Average("),
    MEDIAN("Median("),
    TRIMMED("TrimmedMean(");

    private final String title;

    Centre(String title) {
      this.title = title;
    }
  }

  /**
   * The average.
   *
   * @param members at least one
   */
  public Combination(List<SeriesForecaster> members) {
    this(members, Centre.AVERAGE);
  }

  private Combination(List<SeriesForecaster> members, Centre centre) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("A combination needs at least one method, got none.");
    }
    this.members = List.copyOf(members);
    this.centre = centre;
  }

  /**
   * The median.
   *
   * @param members at least one
   */
  public static Combination median(List<SeriesForecaster> members) {
    return new Combination(members, Centre.MEDIAN);
  }

  /**
   * The mean without the quarter of the answers (rounded down) that is lowest and the quarter that
   * is highest.
   *
   * @param members at least one
   */
  public static Combination trimmed(List<SeriesForecaster> members) {
    return new Combination(members, Centre.TRIMMED);
  }

  @Override
  public ForecastResult forecast(double[] history, ForecastRequest request) {
    List<SeriesForecast> answers = new ArrayList<>();
    ForecastRefusal refusal = null;
    for (SeriesForecaster member : members) {
      ForecastResult result = member.forecast(history, request);
      if (result instanceof SeriesForecast answer) {
        answers.add(answer);
      } else if (refusal == null && result instanceof ForecastRefusal first) {
        refusal = first;
      }
    }
    return answers.isEmpty() && refusal != null ? refusal : combine(answers, centre);
  }

  private static SeriesForecast combine(List<SeriesForecast> answers, Centre centre) {
    SeriesForecast first = answers.get(0);
    int horizon = first.horizon();
    double[] mean = new double[horizon];
    double[][] quantiles = new double[first.levels().size()][horizon];
    double[] values = new double[answers.size()];
    for (int h = 0; h < horizon; h++) {
      for (int i = -1; i < quantiles.length; i++) {
        for (int j = 0; j < values.length; j++) {
          SeriesForecast answer = answers.get(j);
          values[j] = i < 0 ? answer.mean(h) : answer.quantile(i, h);
        }
        double value = value(values, centre);
        if (i < 0) {
          mean[h] = value;
        } else {
          quantiles[i][h] = value;
        }
      }
    }
    StringBuilder model = new StringBuilder(centre.title);
    for (SeriesForecast answer : answers) {
      model.append(answer == first ? "" : "; ").append(answer.model());
    }
    return new SeriesForecast(model.append(')').toString(), mean, first.levels(), quantiles);
  }

  private static double value(double[] values, Centre centre) {
    Arrays.sort(values);
    int cut =
        switch (centre) {
          case AVERAGE -> 0;
          case MEDIAN -> (values.length - 1) / 2;
          case TRIMMED -> values.length / TRIMMED_PART;
        };
    double sum = 0;
    for (int i = cut; i < values.length - cut; i++) {
      sum += values[i] / (values.length - 2 * cut);
    }
    return sum;
  }
}
