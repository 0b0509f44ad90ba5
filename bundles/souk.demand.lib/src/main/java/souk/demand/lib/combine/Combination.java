package souk.demand.lib.combine;

import java.util.ArrayList;
import java.util.List;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.forecast.SeriesForecaster;

/**
 * The plain average of several methods: means and quantiles are averaged level by level.
 *
 * <p>Methods that refuse are left out; if all refuse, the first refusal is the answer. Stateless if
 * its members are, thread-safe.
 */
public final class Combination implements SeriesForecaster {
  private final List<SeriesForecaster> members;

  /**
   * @param members at least one
   */
  public Combination(List<SeriesForecaster> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("A combination needs at least one method, got none.");
    }
    this.members = List.copyOf(members);
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
    return answers.isEmpty() && refusal != null ? refusal : average(answers);
  }

  /** The average of forecasts of the same horizon and levels. */
  public static SeriesForecast average(List<SeriesForecast> answers) {
    SeriesForecast first = answers.get(0);
    int horizon = first.horizon();
    double[] mean = new double[horizon];
    double[][] quantiles = new double[first.levels().size()][horizon];
    StringBuilder model = new StringBuilder("Average(");
    for (SeriesForecast answer : answers) {
      model.append(answer == first ? "" : "; ").append(answer.model());
      for (int h = 0; h < horizon; h++) {
        mean[h] += answer.mean(h) / answers.size();
        for (int i = 0; i < quantiles.length; i++) {
          quantiles[i][h] += answer.quantile(i, h) / answers.size();
        }
      }
    }
    return new SeriesForecast(model.append(')').toString(), mean, first.levels(), quantiles);
  }
}
