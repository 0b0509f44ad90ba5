package souk.demand.core;

import java.util.List;
import java.util.Optional;
import souk.demand.lib.backtest.RollingOrigins;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * The origins of a backtest, cut down to what the typical series holds: first fewer origins, then a
 * shorter horizon.
 *
 * @param origins where to cut
 * @param reason what was cut down, with figures, if anything was
 */
record BacktestRule(RollingOrigins origins, Optional<Reason> reason) {
  static BacktestRule of(Panel panel, RollingOrigins wanted) {
    List<Integer> lengths = panel.seriesList().stream().map(Series::length).sorted().toList();
    int typical = lengths.isEmpty() ? 0 : lengths.get(lengths.size() / 2);
    int room = Math.max(1, typical - wanted.minimumTraining());
    int horizon = Math.min(wanted.horizon(), room);
    int origins = Math.min(wanted.origins(), 1 + (room - horizon) / wanted.step());
    if (horizon == wanted.horizon() && origins == wanted.origins()) {
      return new BacktestRule(wanted, Optional.empty());
    }
    return new BacktestRule(
        new RollingOrigins(origins, horizon, wanted.step(), wanted.minimumTraining()),
        Optional.of(
            Reason.of(
                "forecast.backtest.shortened",
                ("The backtest has %d origins and looks %d steps ahead, not %d and %d: the median"
                        + " series has %d observations, %d of them are needed for training.")
                    .formatted(
                        origins,
                        horizon,
                        wanted.origins(),
                        wanted.horizon(),
                        typical,
                        wanted.minimumTraining()),
                origins,
                horizon,
                typical)));
  }

  /** Observations between the first origin and the end. */
  int span() {
    return origins.horizon() + (origins.origins() - 1) * origins.step();
  }
}
