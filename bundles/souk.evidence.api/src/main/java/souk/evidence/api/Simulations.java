package souk.evidence.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/** Lets a fitted market buy under what is published. Safe for use by many threads. */
@ProviderType
public interface Simulations {
  /**
   * Simulates, keeps the run, and writes its weeks beside the observed ones, marked as simulated.
   *
   * @throws IllegalStateException if something it needs is missing; says what
   */
  SimulationRun run(SimulationRequest request, Progress progress);

  Optional<SimulationRun> find(String runId);

  /** Newest first. */
  List<SimulationRun> list();
}
