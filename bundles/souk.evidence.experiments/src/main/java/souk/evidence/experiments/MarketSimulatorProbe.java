package souk.evidence.experiments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.evidence.spi.MarketSimulator;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.kernel.api.Progress;
import souk.kernel.spi.RoleProbe;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.CustomerKey;
import souk.model.DecisionId;
import souk.model.EvidenceLabel;
import souk.model.Frequency;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Series;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.TimeGrid;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;

/** Lets a simulator play two weeks of one article that sells 40 units a week. */
@Component(service = RoleProbe.class)
public final class MarketSimulatorProbe implements RoleProbe {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final LocalDate ORIGIN = LocalDate.of(2023, 1, 2);
  private static final int WEEKS = 20;
  private static final int LINES = 20;
  private static final Sku ARTICLE = new Sku("A");

  @Override
  public String role() {
    return MarketSimulator.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    MarketSimulator simulator = (MarketSimulator) strategy;
    MarketState state = state();
    SimulationTask task = new SimulationTask(2, GBP, 7, Instant.EPOCH);
    if (simulator.refuses(state, task).isPresent()) {
      return Optional.of("refuses a market of one article with 20 weeks");
    }
    SimulatedSales sold =
        simulator.simulate(state, MarketSimulatorProbe::quote, task, Progress.none());
    Optional<String> complaint = Simulation.complaint(sold, task);
    if (complaint.isPresent()) {
      return complaint;
    }
    double units = sold.lines().stream().mapToDouble(SimulatedSales.Line::quantity).sum();
    return units > 20 && units < 400
        ? Optional.empty()
        : Optional.of("sells %s units in two weeks where 80 are usual".formatted(units));
  }

  private static Quote quote(Cart cart, Instant at) {
    List<QuoteLine> lines = new ArrayList<>();
    Money total = Money.zero(GBP);
    for (CartLine line : cart.lines()) {
      Money price = Money.ofMinor(500, GBP);
      Money gross = price.times(line.quantity());
      BigDecimal quantity = line.quantity();
      lines.add(
          new QuoteLine(
              line.lineId(),
              line.sku(),
              quantity,
              price,
              gross,
              Money.zero(GBP),
              gross,
              List.of()));
      total = total.plus(gross);
    }
    return new Quote(
        new DecisionId("probe"),
        new SnapshotId("probe"),
        at,
        lines,
        total,
        Money.zero(GBP),
        total,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static MarketState state() {
    int rows = WEEKS * LINES;
    int[] customer = new int[rows];
    int[] order = new int[rows];
    int[] day = new int[rows];
    double[] quantity = new double[rows];
    long[] amount = new long[rows];
    for (int row = 0; row < rows; row++) {
      customer[row] = row % 5 == 0 ? -1 : row % 2;
      order[row] = row;
      day[row] = (int) ORIGIN.plusWeeks(row / LINES).toEpochDay();
      quantity[row] = 2;
      amount[row] = 1000;
    }
    double[] units = new double[WEEKS];
    double[] price = new double[WEEKS];
    Arrays.fill(units, 2.0 * LINES);
    Arrays.fill(price, 5);
    Panel weekly =
        Panel.builder(new TimeGrid(ORIGIN, Frequency.WEEK))
            .add(new Series(ARTICLE.value(), 0, units))
            .covariate("price", new Series(ARTICLE.value(), 0, price))
            .build();
    PurchaseLog log =
        new PurchaseLog(
            List.of(new CustomerKey("C0"), new CustomerKey("C1")),
            List.of(ARTICLE),
            customer,
            order,
            new int[rows],
            day,
            quantity,
            amount);
    ItemResponse item =
        new ItemResponse(
            ARTICLE, -2, new Interval(-2.2, -1.8, 0.95), 0.1, true, Optional.empty(), 40, 5, 20, 4);
    ResponseModel response =
        new ResponseModel(
            "probe",
            EvidenceLabel.OBSERVED,
            -2,
            0.2,
            List.of(item),
            Provenance.builder(Instant.EPOCH, "probe", "1.0.0").build());
    return new MarketState(weekly, log, response, Map.of(), ORIGIN.plusWeeks(WEEKS));
  }
}
