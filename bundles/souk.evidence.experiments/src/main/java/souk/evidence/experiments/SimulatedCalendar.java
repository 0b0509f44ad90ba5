package souk.evidence.experiments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import souk.evidence.api.SimulationRun;

/**
 * Which weeks a run covers: those after the observed ones, or after the runs that were there when
 * its experiment was designed. So experiments designed in the same round see the same weeks, and a
 * later round follows the earlier one.
 */
final class SimulatedCalendar {
  private SimulatedCalendar() {}

  /**
   * @param observedUntil Monday after the last observed week
   * @param runs all runs
   * @param runsBefore number of the last run that was there when the experiment was designed
   */
  static LocalDate firstWeek(LocalDate observedUntil, List<SimulationRun> runs, long runsBefore) {
    LocalDate first = observedUntil;
    for (SimulationRun run : runs) {
      LocalDate end = run.firstWeek().plusWeeks(run.weeks());
      if (EvidenceStore.number(run.id()) <= runsBefore && end.isAfter(first)) {
        first = end;
      }
    }
    return first;
  }

  /** Why a run would disturb a later round, if it would. */
  static Optional<String> conflict(LocalDate firstWeek, int weeks, List<SimulationRun> runs) {
    return runs.stream()
        .filter(run -> run.firstWeek().isAfter(firstWeek))
        .filter(run -> run.firstWeek().isBefore(firstWeek.plusWeeks(weeks)))
        .findFirst()
        .map(
            run ->
                "Weeks from %s on belong to the later run %s of experiment %s.%nMaybe simulate fewer weeks, or design a new experiment."
                    .formatted(run.firstWeek(), run.id(), run.experimentId()));
  }
}
