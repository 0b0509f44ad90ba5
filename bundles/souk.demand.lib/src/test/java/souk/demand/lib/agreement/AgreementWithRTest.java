package souk.demand.lib.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import souk.demand.lib.arima.ArimaFit;
import souk.demand.lib.arima.ArimaOrder;
import souk.demand.lib.arima.AutomaticArima;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.ets.EtsFit;
import souk.demand.lib.ets.EtsShape;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.History;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.theta.Theta;

/**
 * The likelihoods and forecasts of R's package forecast 8.20 on 50 made series, 25 monthly and 25
 * quarterly. The script reference.R in integration-tests/peers made the reference values.
 */
class AgreementWithRTest {
  /** One answer of R. */
  private record Reference(double[] y, int season, String model, double likelihood, double[] mean) {
    double distance(double[] ours) {
      double sum = 0;
      double size = 0;
      for (int h = 0; h < mean.length; h++) {
        sum += Math.abs(ours[h] - mean[h]);
        size += Math.abs(mean[h]);
      }
      return sum / size;
    }

    ForecastRequest request() {
      return new ForecastRequest(season, mean.length, List.of(), false, 1);
    }
  }

  private static List<String> lines(String name) throws IOException {
    InputStream in =
        Objects.requireNonNull(
            AgreementWithRTest.class.getResourceAsStream(name), "resource " + name);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return reader.lines().toList();
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<Reference> references(String method) throws IOException {
    List<String> series = lines("series.csv");
    List<Reference> references = new ArrayList<>();
    for (String line : lines("reference.csv")) {
      String[] cells = line.split(";");
      if (cells[1].equals(method)) {
        double[] values = numbers(series.get(Integer.parseInt(cells[0]) - 1));
        references.add(
            new Reference(
                Arrays.copyOfRange(values, 1, values.length),
                (int) values[0],
                cells[2],
                Double.parseDouble(cells[3]),
                numbers(cells[5])));
      }
    }
    assertEquals(50, references.size());
    return references;
  }

  /** The share of values at most so large. */
  private static double share(List<Double> values, double limit) {
    return values.stream().filter(value -> value <= limit).count() / (double) values.size();
  }

  private static void print(String what, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "agreement %s: least %.6f, median %.6f, most %.6f of %d%n",
        what,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1],
        sorted.length);
  }

  @Test
  void thetaForecastsAgree() throws IOException {
    List<Double> distances = new ArrayList<>();
    for (Reference r : references("theta")) {
      SeriesForecast forecast = (SeriesForecast) new Theta().forecast(r.y(), r.request());
      distances.add(r.distance(forecast.mean()));
    }
    print("theta, mean relative distance of forecasts", distances);
    assertEquals(1, share(distances, 0.0005), distances.toString());
  }

  @Test
  void etsOfTheSameShapeIsAtLeastAsLikely() throws IOException {
    List<Double> shortfalls = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    for (Reference r : references("ets")) {
      String[] letters = r.model().split(",");
      EtsShape shape =
          new EtsShape(
              letters[0].equals("M"),
              switch (letters[1]) {
                case "N" -> EtsShape.Trend.NONE;
                case "A" -> EtsShape.Trend.ADDITIVE;
                default -> EtsShape.Trend.DAMPED;
              },
              switch (letters[2]) {
                case "N" -> EtsShape.Season.NONE;
                case "A" -> EtsShape.Season.ADDITIVE;
                default -> EtsShape.Season.MULTIPLICATIVE;
              });
      double scale = History.scale(r.y());
      EtsFit fit = EtsFit.of(History.scaled(r.y(), scale), shape, r.season());
      double likelihood = fit.logLikelihood() - r.y().length * Math.log(scale);
      double shortfall = r.likelihood() - likelihood;
      shortfalls.add(shortfall);
      if (Math.abs(shortfall) < 0.3) {
        distances.add(r.distance(AutomaticEts.forecast(fit, scale, r.request()).mean()));
      }
    }
    print("ets, R's log-likelihood above ours", shortfalls);
    print("ets, mean relative distance of forecasts where likelihoods agree to 0.3", distances);
    assertEquals(1, share(shortfalls, 0.01), shortfalls.toString());
    assertEquals(1, share(distances, 0.01), distances.toString());
  }

  @Test
  void arimaOfTheSameOrdersIsAtLeastAsLikely() throws IOException {
    List<Double> shortfalls = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    int sameDifferences = 0;
    int sameOrders = 0;
    for (Reference r : references("arima")) {
      double[] o = numbers(r.model());
      ArimaOrder order =
          new ArimaOrder(
              (int) o[0],
              (int) o[1],
              (int) o[2],
              (int) o[3],
              (int) o[4],
              (int) o[5],
              r.season(),
              o[6] > 0);
      double scale = History.scale(r.y());
      double[] y = History.scaled(r.y(), scale);
      ArimaFit fit = AutomaticArima.fit(y, order, new double[0][]);
      double likelihood =
          fit.logLikelihood()
              - (y.length - order.d() - order.seasonalD() * r.season()) * Math.log(scale);
      double shortfall = r.likelihood() - likelihood;
      shortfalls.add(shortfall);
      if (Math.abs(shortfall) < 0.1) {
        distances.add(r.distance(AutomaticArima.forecast(fit, y, scale, r.request()).mean()));
      }
      ArimaOrder chosen = AutomaticArima.choose(y, r.season(), new double[0][]).order();
      sameDifferences += chosen.d() == order.d() && chosen.seasonalD() == order.seasonalD() ? 1 : 0;
      sameOrders += chosen.equals(order) ? 1 : 0;
    }
    print("arima, R's log-likelihood above ours", shortfalls);
    print("arima, mean relative distance of forecasts where likelihoods agree to 0.1", distances);
    System.out.printf(
        "agreement arima: same differences %d, same orders %d of 50%n",
        sameDifferences, sameOrders);
    assertEquals(1, share(shortfalls, 0.01), shortfalls.toString());
    assertEquals(50, distances.size());
    assertEquals(1, share(distances, 0.002), distances.toString());
    assertEquals(50, sameDifferences);
    assertTrue(sameOrders >= 48, sameOrders + " of 50");
  }
}
