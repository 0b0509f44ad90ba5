package souk.edge.shell.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastMonitor;
import souk.kernel.api.Progress;
import souk.model.Reason;

class ForecastCheckTest {
  private record Kept(Optional<DriftReport> latest) implements ForecastMonitor {
    @Override
    public DriftReport check(Progress progress) {
      throw new UnsupportedOperationException("check");
    }
  }

  private static Result execute(Optional<DriftReport> report) {
    return new ForecastCheck(new Kept(report)).execute();
  }

  private static DriftReport report(boolean due) {
    Reason reason = Reason.of("x", "drinks: scaled error 1.90, 0.80 in the backtest", 1.9, 0.8);
    return new DriftReport(
        "R-1",
        Instant.EPOCH,
        due,
        List.of(new DriftFinding("drinks", 5, 8, 0.8, 1.9, 9, 5, due, reason)),
        List.of(Reason.of("y", "No refit is due: 1 groups watched over 8 steps.", 1, 8)));
  }

  @Test
  void driftIsAWarningWithFigures() {
    Result due = execute(Optional.of(report(true)));
    assertEquals(Result.Status.WARN, due.getStatus());
    assertTrue(due.toString().contains("scaled error 1.90, 0.80"), due::toString);
    assertEquals(Result.Status.OK, execute(Optional.of(report(false))).getStatus());
    assertEquals(Result.Status.OK, execute(Optional.empty()).getStatus());
  }
}
